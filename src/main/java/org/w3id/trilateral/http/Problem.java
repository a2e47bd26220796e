package org.w3id.trilateral.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/**
 * An error document (<a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>): the body of every answer of 400
 * and above.
 *
 * @param type    IRI of the kind of problem; {@code about:blank} where the status says all
 * @param title   the kind in a few words, the same each time
 * @param status  HTTP status
 * @param detail  what went wrong this time, for the person who asked
 * @param allowed what would have been accepted; empty when that is no list
 */
public record Problem(String type, String title, int status, String detail, List<String> allowed) {
    /** Media type of the document. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "https://w3id.org/trilateral/problem#";
    private static final String RETRY_SECONDS = "5";

    public Problem {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(detail, "detail");
        allowed = List.copyOf(allowed);
    }

    /** The document for a known failure. */
    public static Problem of(TrilateralException e) {
        String name = e.fault().name().toLowerCase(Locale.ROOT);
        return new Problem(TYPES + name.replace('_', '-'), title(e.fault()), status(e.fault()), e.getMessage(),
                e.allowed());
    }

    /** The document for a plain HTTP error, e.g. 405 with the methods that are allowed. */
    public static Problem of(int status, String title, String detail, List<String> allowed) {
        return new Problem("about:blank", title, status, detail, allowed);
    }

    /** The document for a method that an address does not answer. */
    public static Problem method(String method, List<String> allowed) {
        return of(405, "Method not allowed", "this address answers " + String.join(", ", allowed) + ", not " + method,
                allowed);
    }

    /** The last part of the type, as in {@code unknown-query}; empty where the status says all. */
    public String kind() {
        return type.startsWith(TYPES) ? type.substring(TYPES.length()) : "";
    }

    /** The HTTP status of a failure. */
    public static int status(Fault fault) {
        return switch (fault) {
            case UNKNOWN_PARAMETER, BAD_PARAMETER, UNKNOWN_FORMAT, BAD_QUERY -> 400;
            case REFUSED -> 403;
            case UNKNOWN_QUERY, UNKNOWN_RESOURCE -> 404;
            case NOT_ACCEPTABLE -> 406;
            case WITHDRAWN -> 410;
            case TOO_LARGE -> 413;
            case UNAVAILABLE -> 502;
            case TIMEOUT, OVERLOADED -> 503;
            case MALFORMED_SOURCE, BAD_OPTION -> 500;
        };
    }

    private static String title(Fault fault) {
        return switch (fault) {
            case UNKNOWN_QUERY -> "No such packaged query";
            case UNKNOWN_PARAMETER -> "No such parameter";
            case BAD_PARAMETER -> "A parameter has a value it cannot have";
            case UNKNOWN_RESOURCE -> "Not found";
            case WITHDRAWN -> "Withdrawn";
            case NOT_ACCEPTABLE -> "No representation that is accepted";
            case UNKNOWN_FORMAT -> "No such format";
            case BAD_QUERY -> "The query is not SPARQL 1.1";
            case REFUSED -> "The query asks for what is switched off";
            case TIMEOUT -> "The query took too long";
            case TOO_LARGE -> "Too large";
            case OVERLOADED -> "Too many requests at once";
            case UNAVAILABLE -> "The store does not answer";
            case MALFORMED_SOURCE, BAD_OPTION -> "The service is not set up right";
        };
    }

    /** The document, UTF-8. */
    public byte[] json() {
        StringBuilder json = new StringBuilder("{\n  \"type\": ").append(quoted(type))
                .append(",\n  \"title\": ").append(quoted(title))
                .append(",\n  \"status\": ").append(status)
                .append(",\n  \"detail\": ").append(quoted(detail));
        if (!allowed.isEmpty()) {
            json.append(",\n  \"allowed\": [")
                    .append(String.join(", ", allowed.stream().map(Problem::quoted).toList())).append(']');
        }
        return json.append("\n}\n").toString().getBytes(UTF_8);
    }

    /** Answers with this document; the response must not be committed. */
    public void send(HttpServletResponse response) throws IOException {
        byte[] body = json();
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        if (status == 405) {
            response.setHeader("Allow", String.join(", ", allowed));
        }
        if (status == 503) {
            response.setHeader("Retry-After", RETRY_SECONDS);
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c) || c == '<' || c == '\u007f') {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
