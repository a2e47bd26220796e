package org.w3id.trilateral.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A whole answer, ready to be sent.
 *
 * @param status      HTTP status
 * @param contentType media type with charset; empty where there is no body
 * @param body        the bytes
 * @param headers     further header fields
 */
record Reply(int status, String contentType, byte[] body, Map<String, String> headers) {
    static final String HTML = "text/html";
    private static final String RETRY_SECONDS = "5";

    Reply {
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(body, "body");
        headers = Map.copyOf(headers);
    }

    /** 200 with a body; to be revalidated before it is used again. */
    static Reply ok(String contentType, byte[] body) {
        return new Reply(200, contentType, body, Map.of("Cache-Control", "no-cache"));
    }

    /** 200 with a page. */
    static Reply html(String page) {
        return ok(HTML + ";charset=utf-8", page.getBytes(UTF_8));
    }

    /** 303: the answer about the thing lies at another address. */
    static Reply seeOther(String location) {
        return new Reply(303, "", new byte[0], Map.of("Location", location));
    }

    /** The same body with the status of a failure; not to be kept. */
    Reply failed(int failure) {
        Reply reply = new Reply(failure, contentType, body, headers).with("Cache-Control", "no-store");
        return failure == 503 ? reply.with("Retry-After", RETRY_SECONDS) : reply;
    }

    /** The same where it is whole; else not to be kept, for it will soon be another. */
    Reply keptIf(boolean isWhole) {
        return isWhole ? this : with("Cache-Control", "no-store");
    }

    /** Whether it may answer the same call again. */
    boolean isToBeKept() {
        return !headers.getOrDefault("Cache-Control", "").equals("no-store");
    }

    /** The same with one more header field, or that field replaced. */
    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, contentType, body, more);
    }

    /** The same with another body. */
    Reply withBody(byte[] other) {
        return new Reply(status, contentType, other, headers);
    }

    /** The same, to be saved under that name by a browser. */
    Reply attachment(String fileName) {
        return with("Content-Disposition", "attachment; filename=\"" + fileName + "\"");
    }
}
