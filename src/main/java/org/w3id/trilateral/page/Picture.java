package org.w3id.trilateral.page;

import java.util.Objects;

/**
 * A picture that a browser draws from rows.
 *
 * @param view   timeline, network, map or chart
 * @param source address of the rows
 * @param size   how much room is kept for it before it is drawn: small, medium, large or whole
 */
public record Picture(String view, String source, String size) {
    private static final int FEW = 12;
    private static final int MANY = 80;

    public Picture {
        Objects.requireNonNull(view, "view");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(size, "size");
    }

    /** One of middle size. */
    public Picture(String view, String source) {
        this(view, source, "medium");
    }

    /** The same with as much room as a page may give it. */
    Picture whole() {
        return new Picture(view, source, "whole");
    }

    /** The same with room for so many rows. */
    Picture ofRows(int rows) {
        return new Picture(view, source, rows <= FEW ? "small" : rows <= MANY ? "medium" : "large");
    }
}
