package org.w3id.trilateral.server;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import org.w3id.trilateral.http.EntityTag;

/** A whole answer with its header fields, as bytes that wait to be sent, to any number of callers. */
final class Ready {
    /** What belongs to one connection or one moment. */
    private static final Set<HttpHeader> PASSING = EnumSet.of(HttpHeader.DATE, HttpHeader.SERVER, HttpHeader.CONNECTION,
            HttpHeader.KEEP_ALIVE, HttpHeader.TRANSFER_ENCODING);
    /** What tells of a content and is left out where there is none; its length may stay (RFC 9110, 8.6). */
    private static final Set<HttpHeader> OF_CONTENT = EnumSet.of(HttpHeader.CONTENT_TYPE,
            HttpHeader.CONTENT_ENCODING, HttpHeader.CONTENT_DISPOSITION);
    private static final String GZIP_SUFFIX = "--gzip\"";
    private static final int BYTES_A_FIELD = 200;

    private final int status;
    private final List<HttpField> fields;
    private final List<HttpField> fieldsWithoutContent;
    private final byte[] body;
    private final String tag;
    private final boolean keepable;

    /** Takes the answer as it is about to be sent. */
    Ready(int status, HttpFields answered, byte[] body) {
        this.status = status;
        this.body = body;
        this.fields = new ArrayList<>();
        this.fieldsWithoutContent = new ArrayList<>();
        for (HttpField field : answered) {
            if (!PASSING.contains(field.getHeader())) {
                HttpField encoded = new PreEncodedHttpField(field.getHeader(), field.getName(), field.getValue());
                fields.add(encoded);
                if (!OF_CONTENT.contains(field.getHeader()) && !field.getName().equals(SafeHeaders.POLICY)) {
                    fieldsWithoutContent.add(encoded);
                }
            }
        }
        this.tag = Objects.requireNonNullElse(answered.get(HttpHeader.ETAG), "");
        this.keepable = status == HttpStatus.OK_200 && tag.startsWith("\"") && isForAll(answered)
                && !Objects.requireNonNullElse(answered.get(HttpHeader.CACHE_CONTROL), "").contains("no-store");
    }

    private static boolean isForAll(HttpFields answered) {
        return !answered.contains(HttpHeader.SET_COOKIE);
    }

    /** Whether it answers the same request as long as the data stay the same. */
    boolean isKeepable() {
        return keepable;
    }

    /** Whether it answers those too who asked the same at the same moment. */
    boolean isShareable() {
        return keepable || status >= HttpStatus.BAD_REQUEST_400;
    }

    /** About how much memory it takes. */
    int bytes() {
        return body.length + BYTES_A_FIELD * fields.size();
    }

    /** Answers a request with it, or with 304 where the caller has it. */
    void send(Request request, Response response, Callback callback) {
        if (keepable && isKnown(request)) {
            response.setStatus(HttpStatus.NOT_MODIFIED_304);
            put(fieldsWithoutContent, response);
            response.write(true, null, callback);
            return;
        }
        response.setStatus(status);
        put(fields, response);
        response.write(true, request.getMethod().equals("HEAD") ? null : ByteBuffer.wrap(body), callback);
    }

    private static void put(List<HttpField> fields, Response response) {
        HttpFields.Mutable to = response.getHeaders();
        for (HttpField field : fields) {
            to.add(field);
        }
    }

    /** A tag stands for the answer whether it was compressed or not, as it does where Jetty compresses. */
    private boolean isKnown(Request request) {
        if (!request.getHeaders().contains(HttpHeader.IF_NONE_MATCH)) {
            return false;
        }
        String given = String.join(",", request.getHeaders().getValuesList(HttpHeader.IF_NONE_MATCH));
        return EntityTag.isKnown(tag.replace(GZIP_SUFFIX, "\""), given.replace(GZIP_SUFFIX, "\""));
    }
}
