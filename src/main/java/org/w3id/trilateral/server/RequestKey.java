package org.w3id.trilateral.server;

import java.util.List;
import java.util.Objects;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;

/**
 * All of a request for reading that its answer depends on, while the data stay the same. Two requests of one key get
 * the same bytes.
 *
 * @param target     path and query, as they were sent
 * @param scheme     of the address that was asked
 * @param host       of that address
 * @param port       of that address
 * @param accept     what is accepted
 * @param language   the languages that are accepted
 * @param cookie     what a browser keeps for us; empty where that says nothing of a language
 * @param forwarding what a proxy says of the address that was asked, and who it is; empty where there is none
 * @param gzip       whether a compressed answer is accepted
 */
record RequestKey(String target, String scheme, String host, int port, String accept, String language, String cookie,
                  String forwarding, boolean gzip) {
    /** What begins so is answered anew each time, or streams. */
    private static final List<String> LIVE = List.of("/sparql", "/graph-store", "/downloads/", "/health");
    private static final String LANGUAGE_COOKIE = "lang=";
    private static final String TOLD_BY_PROXIES = "X-Forwarded-";
    private static final int BYTES_BESIDE = 256;

    /** Whether the request reads, and sends nothing that an answer could depend on. */
    static boolean isReading(Request request) {
        String method = request.getMethod();
        return (method.equals("GET") || method.equals("HEAD")) && request.getLength() <= 0
                && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)
                && request.getHttpURI().getHost() != null;
    }

    /** Whether what is asked for stays the same as long as the data do. */
    boolean isLasting() {
        return LIVE.stream().noneMatch(target::startsWith);
    }

    /** The key of a request for reading. */
    static RequestKey of(Request request) {
        String accept = "";
        String language = "";
        String cookie = "";
        String forwarding = "";
        boolean gzip = false;
        for (HttpField field : request.getHeaders()) {
            String value = Objects.requireNonNullElse(field.getValue(), "");
            if (field.getHeader() == HttpHeader.ACCEPT) {
                accept = joined(accept, value);
            } else if (field.getHeader() == HttpHeader.ACCEPT_LANGUAGE) {
                language = joined(language, value);
            } else if (field.getHeader() == HttpHeader.ACCEPT_ENCODING) {
                gzip |= value.contains("gzip");
            } else if (field.getHeader() == HttpHeader.COOKIE && value.contains(LANGUAGE_COOKIE)) {
                cookie = joined(cookie, value);
            } else if (isForwarding(field)) {
                forwarding = joined(forwarding, field.getName() + ':' + value);
            }
        }
        HttpURI uri = request.getHttpURI();
        return new RequestKey(uri.getPathQuery(), uri.getScheme(), uri.getHost(), uri.getPort(), accept, language,
                cookie,
                forwarding.isEmpty() ? "" : joined(forwarding, Request.getRemoteAddr(request)), gzip);
    }

    private static boolean isForwarding(HttpField field) {
        return field.getHeader() == HttpHeader.FORWARDED
                || field.getName().regionMatches(true, 0, TOLD_BY_PROXIES, 0, TOLD_BY_PROXIES.length());
    }

    private static String joined(String before, String value) {
        return before.isEmpty() ? value : before + ',' + value;
    }

    /** About how much memory the key takes. */
    int bytes() {
        return BYTES_BESIDE + 2 * (target.length() + host.length() + accept.length() + language.length()
                + cookie.length() + forwarding.length());
    }
}
