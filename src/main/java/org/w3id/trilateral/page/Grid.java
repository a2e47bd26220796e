package org.w3id.trilateral.page;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A table of terms.
 *
 * @param caption  what it holds; may be empty
 * @param names    what programs call the columns; empty where they need no name
 * @param headings one a column
 * @param rows     cells in the order of the headings; each cell holds any number of terms
 */
public record Grid(Ref caption, List<String> names, List<Ref> headings, List<List<List<Ref>>> rows) {
    /** Name of a column that holds the numbers of sources. */
    static final String CITED = "cited";

    public Grid {
        Objects.requireNonNull(caption, "caption");
        names = List.copyOf(names);
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    /** A table to be read by people only. */
    Grid(Ref caption, List<Ref> headings, List<List<List<Ref>>> rows) {
        this(caption, List.of(), headings, rows);
    }

    /** The same with a column more. */
    Grid with(String name, Ref heading, List<List<List<Ref>>> longer) {
        return new Grid(caption, Stream.concat(names.stream(), Stream.of(name)).toList(),
                Stream.concat(headings.stream(), Stream.of(heading)).toList(), longer);
    }

    /** Whether a column holds but the numbers of sources. */
    public boolean isCited(int column) {
        return column < names.size() && names.get(column).equals(CITED);
    }

    /** The cell of a named column; empty where there is no such column. */
    List<Ref> cell(List<List<Ref>> row, String name) {
        int column = names.indexOf(name);
        return column < 0 ? List.of() : row.get(column);
    }

    /** The first words of a named column; empty where there are none. */
    String words(List<List<Ref>> row, String name) {
        return cell(row, name).stream().findFirst().map(ref -> ref.text().words()).orElse("");
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
