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

    /** How many rows from this one on begin with the same cell; 0 where it is the same as that of the row before. */
    public int span(int row) {
        List<Ref> first = rows.get(row).get(0);
        if (row > 0 && rows.get(row - 1).get(0).equals(first)) {
            return 0;
        }
        int end = row + 1;
        while (end < rows.size() && rows.get(end).get(0).equals(first)) {
            end++;
        }
        return end - row;
    }
}
