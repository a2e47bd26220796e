package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.apache.jena.sparql.engine.binding.Binding;

/**
 * The right rows that have one value in the variables common to both sides: sorted by their first key, and those without a
 * place apart.
 *
 * <p>For a further key there is a tree of maxima over the sorted rows, so that the next row with a high enough (or, with
 * its sign changed, low enough) key is found in logarithmic time, however many lie between.
 */
final class Bucket {
    private static final int SMALL = 16;

    private final List<Row> rows = new ArrayList<>();
    private final List<Binding> odd = new ArrayList<>();
    private double[] first = {};
    private double[] tree = {};

    /**
     * A right row.
     *
     * @param binding its values
     * @param at      the place of each key
     */
    record Row(Binding binding, double[] at) {
    }

    void add(Row row) {
        rows.add(row);
    }

    void addOdd(Binding row) {
        odd.add(row);
    }

    /** Sorts; no row may be added after. {@code column} is the further key, and 0 means none; {@code sign} is -1 where lower ones are wanted. */
    void sort(int column, int sign) {
        rows.sort(Comparator.comparingDouble(row -> row.at()[0]));
        first = rows.stream().mapToDouble(row -> row.at()[0]).toArray();
        if (column > 0 && rows.size() > SMALL) {
            int width = Integer.highestOneBit(rows.size() - 1) * 2;
            tree = new double[2 * width];
            Arrays.fill(tree, Double.NEGATIVE_INFINITY);
            for (int i = 0; i < rows.size(); i++) {
                tree[width + i] = sign * rows.get(i).at()[column];
            }
            for (int i = width - 1; i > 0; i--) {
                tree[i] = Math.max(tree[2 * i], tree[2 * i + 1]);
            }
        }
    }

    /** Rows without a place. */
    List<Binding> odd() {
        return odd;
    }

    Row row(int index) {
        return rows.get(index);
    }

    /** How many sorted rows have a first key below this. */
    int below(double value) {
        int low = 0;
        int high = first.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (first[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many sorted rows have a first key of this or below. */
    int upTo(double value) {
        return value == Double.POSITIVE_INFINITY ? first.length : below(Math.nextUp(value));
    }

    /** The next sorted row from an index on whose further key, with its sign, is at least this; or any number past the last. */
    int next(int from, double least) {
        if (tree.length == 0 || from >= first.length) {
            return from;
        }
        int node = tree.length / 2 + from;
        while (tree[node] < least) {
            while ((node & 1) == 1) {
                if ((node & node + 1) == 0) {
                    return Integer.MAX_VALUE;
                }
                node >>= 1;
            }
            node++;
        }
        while (node < tree.length / 2) {
            node = tree[2 * node] >= least ? 2 * node : 2 * node + 1;
        }
        return node - tree.length / 2;
    }
}
