package org.w3id.trilateral.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/**
 * A request, read.
 *
 * @param path     what follows the endpoint's own address, decoded, without the first slash; may be empty
 * @param values   request parameters, in their order
 * @param accept   what the caller accepts
 * @param language the language of names that the caller prefers, one of {@link #LANGUAGES}
 * @param origin   where the caller finds this service, without a slash at the end
 */
record Call(String path, Map<String, String> values, Accept accept, String language, String origin) {
    /** The languages that things may be named in on a page; the first where none is asked for. */
    static final List<String> LANGUAGES = List.of("en", "ja", "ko");

    Call {
        Objects.requireNonNull(path, "path");
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        Objects.requireNonNull(accept, "accept");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(origin, "origin");
    }

    /**
     * Reads a request.
     *
     * @throws TrilateralException {@link Fault#BAD_PARAMETER} for a parameter that is given more than once
     */
    static Call of(HttpServletRequest request, Address address) {
        Map<String, String> values = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, given) -> {
            if (given.length > 1) {
                throw new TrilateralException(Fault.BAD_PARAMETER,
                        "parameter '" + name + "' is given " + given.length + " times; give it once");
            }
            values.put(name, given[0]);
        });
        String path = Objects.requireNonNullElse(request.getPathInfo(), "");
        return new Call(path.startsWith("/") ? path.substring(1) : path, values, accept(request),
                language(Objects.requireNonNullElse(request.getHeader("Accept-Language"), "")), address.origin(request));
    }

    /** By <a href="https://www.rfc-editor.org/rfc/rfc4647#section-3.4">RFC 4647, 3.4</a>; an illegible field counts as absent. */
    private static String language(String field) {
        try {
            String tag = field.isBlank() ? null : Locale.lookupTag(Locale.LanguageRange.parse(field), LANGUAGES);
            return Objects.requireNonNullElse(tag, LANGUAGES.get(0));
        } catch (IllegalArgumentException e) {
            return LANGUAGES.get(0);
        }
    }

    /** What a request accepts. */
    static Accept accept(HttpServletRequest request) {
        return Accept.of(acceptField(request));
    }

    /** The {@code Accept} fields of a request as one. */
    static String acceptField(HttpServletRequest request) {
        return String.join(",", Collections.list(request.getHeaders("Accept")));
    }

    /**
     * Refuses parameters that the endpoint does not know.
     *
     * @throws TrilateralException {@link Fault#UNKNOWN_PARAMETER} with those it knows
     */
    void allowOnly(List<String> names) {
        for (String name : values.keySet()) {
            if (!names.contains(name)) {
                throw new TrilateralException(Fault.UNKNOWN_PARAMETER, "there is no parameter '" + name + "' here; "
                        + (names.isEmpty() ? "none is taken." : "allowed: " + String.join(", ", names) + "."), names);
            }
        }
    }
}
