package org.w3id.trilateral.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows of text as a table that fits a width. Columns get narrower from the widest on; a cell that does not fit its
 * column goes over several lines. Where even narrow columns do not fit, each row stands as a block of its own.
 *
 * @param heading names of the columns; empty where no cell has one
 * @param rows    cells, as many in each row
 * @param lines   most lines that one cell may take; what is beyond them ends in an ellipsis
 */
record TextTable(List<String> heading, List<List<String>> rows, int lines) {
    /** Lines of a cell in a table of many rows. */
    static final int FEW = 3;
    private static final int NARROWEST = 9;
    private static final String GAP = "  ";

    TextTable {
        heading = List.copyOf(heading);
        rows = List.copyOf(rows);
    }

    /** The table with a line end after each line. */
    String fitted(int width) {
        int[] widths = IntStream.range(0, columns()).map(this::natural).toArray();
        while (total(widths) > width) {
            int widest = widest(widths);
            if (widths[widest] <= NARROWEST) {
                return blocks(width);
            }
            widths[widest]--;
        }
        String rule = Arrays.stream(widths).mapToObj("─"::repeat).collect(Collectors.joining(GAP)) + "\n";
        String head = heading.isEmpty() ? "" : line(heading, widths) + rule;
        return head + rows.stream().map(row -> line(row, widths)).collect(Collectors.joining());
    }

    private int columns() {
        return heading.isEmpty() && !rows.isEmpty() ? rows.get(0).size() : heading.size();
    }

    private String name(int column) {
        return heading.isEmpty() ? "" : heading.get(column);
    }

    private int natural(int column) {
        int longest = rows.stream().mapToInt(row -> DisplayWidth.of(row.get(column))).max().orElse(0);
        return Math.max(1, Math.max(DisplayWidth.of(name(column)), longest));
    }

    private static int total(int[] widths) {
        return Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1);
    }

    private static int widest(int[] widths) {
        return IntStream.range(0, widths.length).reduce(0, (best, i) -> widths[i] > widths[best] ? i : best);
    }

    private String line(List<String> cells, int[] widths) {
        List<List<String>> wrapped = IntStream.range(0, widths.length)
                .mapToObj(i -> DisplayWidth.wrapped(cells.get(i), widths[i], lines)).toList();
        int height = wrapped.stream().mapToInt(List::size).max().orElse(1);
        StringBuilder text = new StringBuilder();
        for (int n = 0; n < height; n++) {
            int row = n;
            String line = IntStream.range(0, widths.length)
                    .mapToObj(i -> DisplayWidth.padded(
                            row < wrapped.get(i).size() ? wrapped.get(i).get(row) : "", widths[i]))
                    .collect(Collectors.joining(GAP));
            text.append(line.stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private String blocks(int width) {
        int names = heading.stream().mapToInt(DisplayWidth::of).max().orElse(0);
        StringBuilder text = new StringBuilder();
        int room = Math.max(NARROWEST, width - names - GAP.length());
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                String gap = DisplayWidth.padded("", names) + GAP;
                text.append(DisplayWidth.padded(name(i), names)).append(GAP)
                        .append(String.join("\n" + gap, DisplayWidth.wrapped(row.get(i), room, lines))).append('\n');
            }
            text.append('\n');
        }
        return text.toString();
    }
}
