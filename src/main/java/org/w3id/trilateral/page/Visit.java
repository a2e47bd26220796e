package org.w3id.trilateral.page;

import java.util.Objects;

/**
 * Who reads a page, and where from.
 *
 * @param language the language the page is read in
 * @param query    the query string of the page's address, encoded, without the choice of a language; may be empty
 * @param origin   scheme, host and port of this service
 */
public record Visit(Language language, String query, String origin) {
    public Visit {
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(origin, "origin");
    }

    /** The same page in another language, as a relative address. */
    public String in(Language other) {
        return "?" + (query.isEmpty() ? "" : query + "&") + "lang=" + other.tag();
    }
}
