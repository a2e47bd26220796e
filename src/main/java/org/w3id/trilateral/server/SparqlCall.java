package org.w3id.trilateral.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.http.Accept;

/**
 * A request of the <a href="https://www.w3.org/TR/sparql11-protocol/">SPARQL 1.1 Protocol</a>, read.
 *
 * @param query         the query's text; empty for the service description
 * @param defaultGraphs graphs that take the place of the default graph; empty to leave it
 * @param namedGraphs   graphs that take the place of the named graphs; empty to leave them
 * @param hints         formats asked for by name, the most telling first
 * @param accept        what the caller accepts
 */
record SparqlCall(Optional<String> query, List<String> defaultGraphs, List<String> namedGraphs, List<String> hints,
                  Accept accept) {
    /** Largest request body in bytes. */
    static final int MOST_BYTES = 1024 * 1024;

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String QUERY = "application/sparql-query";
    private static final List<String> HINTS = List.of("format", "output", "results");

    /** Reads a GET, HEAD or POST. */
    static SparqlCall of(HttpServletRequest request) throws IOException {
        FormFields url = FormFields.of(Objects.requireNonNullElse(request.getQueryString(), ""));
        if (!request.getMethod().equals("POST")) {
            return read(url, url, request);
        }
        String type = mediaType(request);
        if (type.equals("application/sparql-update")) {
            throw updateRefused();
        }
        if (!type.equals(FORM) && !type.equals(QUERY)) {
            throw Refusal.unsupported("a POST has the content type " + FORM + " or " + QUERY
                    + (type.isEmpty() ? "; this one has none" : ", not " + type), List.of(FORM, QUERY));
        }
        String body = FormFields.utf8(body(request));
        if (type.equals(FORM)) {
            return read(FormFields.of(body), url, request);
        }
        if (url.has("query")) {
            throw Refusal.badRequest("the query stands in the body and in the address; send it once");
        }
        return new SparqlCall(Optional.of(body), url.all("default-graph-uri"), url.all("named-graph-uri"), hints(url),
                accept(request));
    }

    private static SparqlCall read(FormFields fields, FormFields url, HttpServletRequest request) {
        if (fields.has("update") || url.has("update")) {
            throw updateRefused();
        }
        List<String> queries = fields.all("query");
        if (queries.size() > 1) {
            throw Refusal.badRequest("'query' is given " + queries.size() + " times; give it once");
        }
        boolean isDescription = queries.isEmpty() && !request.getMethod().equals("POST")
                && !fields.has("default-graph-uri") && !fields.has("named-graph-uri");
        if (queries.isEmpty() && !isDescription) {
            throw Refusal.badRequest("the request has no 'query'");
        }
        return new SparqlCall(queries.stream().findFirst(), both(fields, url, "default-graph-uri"),
                both(fields, url, "named-graph-uri"),
                Stream.concat(hints(fields).stream(), hints(url).stream()).toList(), accept(request));
    }

    private static List<String> both(FormFields fields, FormFields url, String name) {
        List<String> values = new ArrayList<>(fields.all(name));
        if (fields != url) {
            values.addAll(url.all(name));
        }
        return values;
    }

    private static List<String> hints(FormFields fields) {
        return HINTS.stream().flatMap(name -> fields.all(name).stream()).toList();
    }

    private static Accept accept(HttpServletRequest request) {
        return Accept.of(String.join(",", Collections.list(request.getHeaders("Accept"))));
    }

    /** The media type of the body, without parameters, in lower case. */
    private static String mediaType(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getContentType(), "").toLowerCase(Locale.ROOT)
                .split(";", 2)[0].strip();
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw Refusal.tooLarge(MOST_BYTES);
        }
        return body;
    }

    private static TrilateralException updateRefused() {
        return new TrilateralException(Fault.REFUSED, "this service is read-only: updates are switched off");
    }
}
