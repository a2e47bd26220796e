package org.w3id.trilateral.server;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import org.w3id.trilateral.http.Problem;

/**
 * What every request passes first: safe header fields, the preflight of
 * <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">CORS</a> (anyone may read, no credentials), and the
 * refusal of methods, encodings, charsets and sizes that nothing here takes.
 */
final class Gate extends Handler.Wrapper {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");
    private static final List<String> ALLOWED = List.of("GET", "HEAD", "POST", "OPTIONS");

    private static final List<String> UTF_8 = List.of("utf-8", "utf8", "us-ascii");
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\\s;\"]*)");

    /**
     * A refused body is read and thrown away first; else the client may never see why. The data rate limits bound that.
     */
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        SafeHeaders.put(response.getHeaders());
        HttpFields fields = request.getHeaders();
        if (request.getMethod().equals("OPTIONS") && fields.contains("Access-Control-Request-Method")) {
            preflight(response);
            callback.succeeded();
            return true;
        }
        if (!METHODS.contains(request.getMethod())) {
            send(Refusal.method(request.getMethod(), ALLOWED).problem(), response, callback);
            return true;
        }
        Optional<Refusal> refusal = refusal(fields);
        if (refusal.isPresent()) {
            Problem problem = refusal.get().problem();
            Content.Source.consumeAll(request, Callback.from(() -> send(problem, response, callback),
                    callback::failed));
            return true;
        }
        return super.handle(request, response, callback);
    }

    private static Optional<Refusal> refusal(HttpFields fields) {
        if (!Objects.requireNonNullElse(fields.get(HttpHeader.CONTENT_ENCODING), "identity")
                .equalsIgnoreCase("identity")) {
            return Optional.of(Refusal.unsupported("a request is sent without Content-Encoding", List.of("identity")));
        }
        Matcher charset = CHARSET.matcher(Objects.requireNonNullElse(fields.get(HttpHeader.CONTENT_TYPE), ""));
        if (charset.find() && !UTF_8.contains(charset.group(1).toLowerCase(Locale.ROOT))) {
            return Optional.of(Refusal.unsupported("the charset of a request is utf-8, not " + charset.group(1),
                    UTF_8));
        }
        if (fields.getLongField(HttpHeader.CONTENT_LENGTH) > SparqlCall.MOST_BYTES) {
            return Optional.of(Refusal.tooLarge(SparqlCall.MOST_BYTES));
        }
        return Optional.empty();
    }

    private static void preflight(Response response) {
        response.setStatus(204);
        HttpFields.Mutable fields = response.getHeaders();
        fields.put("Access-Control-Allow-Methods", String.join(", ", ALLOWED));
        fields.put("Access-Control-Allow-Headers", "Accept, Accept-Language, Content-Type, If-None-Match");
        fields.put("Access-Control-Max-Age", "86400");
    }

    /** Sends an error document; the connection ends with it where a body may be left unread. */
    static void send(Problem problem, Response response, Callback callback) {
        response.setStatus(problem.status());
        HttpFields.Mutable fields = response.getHeaders();
        fields.put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        fields.put(HttpHeader.CACHE_CONTROL, "no-store");
        if (problem.status() == 405) {
            fields.put(HttpHeader.ALLOW, String.join(", ", problem.allowed()));
        }
        byte[] body = problem.json();
        fields.put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
