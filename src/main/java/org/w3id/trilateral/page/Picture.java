package org.w3id.trilateral.page;

import java.util.Objects;

/**
 * A picture that a browser draws from rows.
 *
 * @param view   timeline, network, map or chart
 * @param source address of the rows
 */
public record Picture(String view, String source) {
    public Picture {
        Objects.requireNonNull(view, "view");
        Objects.requireNonNull(source, "source");
    }
}
