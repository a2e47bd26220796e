package org.w3id.trilateral.server;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import org.w3id.trilateral.http.Problem;

/**
 * What every request passes first: safe header fields, the preflight of
 * <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">CORS</a> (anyone may read, no credentials), and the refusal
 * of methods and encodings that nothing here takes.
 */
final class Gate extends Handler.Wrapper {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");
    private static final List<String> ALLOWED = List.of("GET", "HEAD", "POST", "OPTIONS");

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
        HttpField encoding = fields.getField(HttpHeader.CONTENT_ENCODING);
        if (encoding != null && !encoding.getValue().equalsIgnoreCase("identity")) {
            send(Refusal.unsupported("a request is sent without Content-Encoding", List.of("identity")).problem(), response, callback);
            return true;
        }
        if (fields.getLongField(HttpHeader.CONTENT_LENGTH) > SparqlCall.MOST_BYTES) {
            send(Refusal.tooLarge(SparqlCall.MOST_BYTES).problem(), response, callback);
            return true;
        }
        return super.handle(request, response, callback);
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
