package org.w3id.trilateral.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reply for a service that lives below a path, where a proxy takes that path away before it asks: links that begin at
 * the root of the host begin at the path instead.
 */
final class Moved {
    private static final Pattern TAG = Pattern.compile("<[a-z](?:[^\"<>]|\"[^\"]*\")*>");
    private static final Pattern ROOTED = Pattern.compile("(?<= (?:href|src|action|data-source)=\")/(?!/)");

    private Moved() {
    }

    /** The reply with its page and its {@code Location} moved; the reply itself where the path is empty. */
    static Reply below(String path, Reply reply) {
        if (path.isEmpty()) {
            return reply;
        }
        String location = reply.headers().getOrDefault("Location", "");
        Reply moved = location.startsWith("/") ? reply.with("Location", path + location) : reply;
        return reply.contentType().startsWith(Reply.HTML)
                ? moved.withBody(page(path, new String(reply.body(), UTF_8)).getBytes(UTF_8)) : moved;
    }

    private static String page(String path, String html) {
        return TAG.matcher(html).replaceAll(tag ->
                Matcher.quoteReplacement(ROOTED.matcher(tag.group()).replaceAll(path + "/")));
    }
}
