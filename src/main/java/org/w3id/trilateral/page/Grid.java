package org.w3id.trilateral.page;

import java.util.List;
import java.util.Objects;

/**
 * A table of terms.
 *
 * @param caption  what it holds; may be empty
 * @param headings one a column
 * @param rows     cells in the order of the headings; each cell holds any number of terms
 */
public record Grid(Ref caption, List<Ref> headings, List<List<List<Ref>>> rows) {
    public Grid {
        Objects.requireNonNull(caption, "caption");
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }
}
