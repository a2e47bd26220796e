package org.w3id.trilateral.http;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.page.Language;
import org.w3id.trilateral.page.Visit;

/**
 * A request, read.
 *
 * @param path   what follows the endpoint's own address, decoded, without the first slash; may be empty
 * @param values request parameters, in their order, but for the choice of a language
 * @param accept what the caller accepts
 * @param visit  the language that pages are read in, and where from
 * @param choice the choice of a language in the address, to be carried on: {@code ?lang=ko}; else empty
 */
record Call(String path, Map<String, String> values, Accept accept, Visit visit, String choice) {
    static final String LANGUAGE = "lang";

    Call {
        Objects.requireNonNull(path, "path");
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        Objects.requireNonNull(accept, "accept");
        Objects.requireNonNull(visit, "visit");
        Objects.requireNonNull(choice, "choice");
    }

    /**
     * Reads a request.
     *
     * @throws TrilateralException {@link Fault#BAD_PARAMETER} for a parameter that is given more than once, or for an
     *                             unknown language
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
        String chosen = values.remove(LANGUAGE);
        if (chosen != null && Language.of(chosen).isEmpty()) {
            throw new TrilateralException(Fault.BAD_PARAMETER, "parameter 'lang' cannot be '" + chosen + "'; allowed: "
                    + String.join(", ", Language.tags()) + ".", Language.tags());
        }
        return new Call(path.startsWith("/") ? path.substring(1) : path, values, accept(request),
                visit(request, address),
                chosen == null ? "" : "?" + LANGUAGE + "=" + chosen);
    }

    /** Who asks, and from where; never a failure. */
    static Visit visit(HttpServletRequest request, Address address) {
        String query = Arrays.stream(Objects.requireNonNullElse(request.getQueryString(), "").split("&"))
                .filter(pair -> !pair.startsWith(LANGUAGE + "=")).collect(Collectors.joining("&"));
        return new Visit(language(request), query, address.origin(request));
    }

    /** The language that is chosen in the address, else in the cookie, else by what is accepted. */
    static Language language(HttpServletRequest request) {
        String accepted = Objects.requireNonNullElse(request.getHeader("Accept-Language"), "");
        return chosen(request).or(() -> kept(request)).orElseGet(() -> Language.accepted(accepted));
    }

    /** The language that is chosen in the address. */
    static Optional<Language> chosen(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(LANGUAGE)).flatMap(Language::of);
    }

    private static Optional<Language> kept(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream().flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(LANGUAGE)).map(Cookie::getValue)
                        .flatMap(tag -> Language.of(tag).stream())
                .findFirst();
    }

    /** Where the caller finds this service, without a slash at the end. */
    String origin() {
        return visit.origin();
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
