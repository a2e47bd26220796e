package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.apache.jena.sparql.engine.binding.Binding;

/**
 * The right rows that have one value in what must be the same on both sides: sorted by their first key, and those
 * without a place apart.
 *
 * <p>For a further key there is a tree of maxima over the sorted rows, so that the next row with a high enough (or,
 * with its sign changed, low enough) key is found in logarithmic time, however many lie between.
 */
final class Bucket {
    private static final int SMALL = 16;

    private final int number;
    private final List<Row> unsorted = new ArrayList<>();
    private final List<Binding> odd = new ArrayList<>();
    private Binding[] rows = {};
    private double[][] keys = {{}};
    private double[] first = {};
    private double[] second = {};
    private double[] tree = {};
    private int rising;
    private boolean aligned = true;

    /**
     * A right row.
     *
     * @param binding its values
     * @param at      the place of each key
     */
    record Row(Binding binding, double[] at) {
    }

    /** One of the buckets of an index, by their number. */
    Bucket(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    void add(Row row) {
        unsorted.add(row);
    }

    void addOdd(Binding row) {
        odd.add(row);
    }

    /**
     * Sorts; no row may be added after. {@code column} is the further key, and 0 means none; {@code sign} is -1 where
     * lower ones are wanted.
     */
    void sort(int column, int sign) {
        int columns = unsorted.isEmpty() ? 1 : unsorted.get(0).at().length;
        Comparator<Row> order = Comparator.comparingDouble(row -> row.at()[0]);
        unsorted.sort(columns == 1 ? order : order.thenComparingDouble(row -> row.at()[1]));
        rows = unsorted.stream().map(Row::binding).toArray(Binding[]::new);
        keys = new double[columns][];
        for (int i = 0; i < columns; i++) {
            int key = i;
            keys[i] = unsorted.stream().mapToDouble(row -> row.at()[key]).toArray();
        }
        unsorted.clear();
        first = keys[0];
        if (column > 0 && rows.length > 0) {
            second = keys[column].clone();
            Arrays.sort(second);
            boolean inOrder = true;
            for (int i = 0; i < rows.length; i++) {
                inOrder &= sign > 0 ? keys[column][i] >= first[i] : keys[column][i] <= first[i];
            }
            rising = inOrder ? sign : 0;
            aligned = columns == 2 && Arrays.equals(second, keys[column]);
            plant(column, sign);
        }
    }

    private void plant(int column, int sign) {
        if (rows.length > SMALL) {
            int width = Integer.highestOneBit(rows.length - 1) * 2;
            tree = new double[2 * width];
            Arrays.fill(tree, Double.NEGATIVE_INFINITY);
            for (int i = 0; i < rows.length; i++) {
                tree[width + i] = sign * keys[column][i];
            }
            for (int i = width - 1; i > 0; i--) {
                tree[i] = Math.max(tree[2 * i], tree[2 * i + 1]);
            }
        }
    }

    /** True if the further key rises with the first, so that all keys of the rows are in order. */
    boolean isAligned() {
        return aligned;
    }

    /** True if no span, from the one key to the other, ends before it begins. */
    boolean isSpans() {
        return rising != 0 || rows.length == 0;
    }

    /** The places of the sorted rows' first or second key, in order. */
    double[] inOrder(int column) {
        return column == 0 ? first : second;
    }

    /** How many rows are sorted. */
    int size() {
        return rows.length;
    }

    /** Rows without a place. */
    List<Binding> odd() {
        return odd;
    }

    Binding row(int index) {
        return rows[index];
    }

    /** The place of a sorted row's key. */
    double key(int column, int index) {
        return keys[column][index];
    }

    /** The row behind the last one, before an end, with the same first key. */
    int alikeFrom(int index, int end) {
        int next = index + 1;
        while (next < end && first[next] == first[index]) {
            next++;
        }
        return next;
    }

    /** The first row, from a beginning on, with the same first key. */
    int alikeUpTo(int index, int beginning) {
        int first = index;
        while (first > beginning && this.first[first - 1] == this.first[index]) {
            first--;
        }
        return first;
    }

    /** How many sorted rows have a first key below this. */
    int below(double value) {
        return below(first, value);
    }

    private static int below(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many sorted rows have a first key of this or below. */
    int upTo(double value) {
        return upTo(first, value);
    }

    private static int upTo(double[] sorted, double value) {
        return value == Double.POSITIVE_INFINITY ? sorted.length : below(sorted, Math.nextUp(value));
    }

    /** True if all keys of a sorted row after the first lie in a window. */
    boolean holds(int index, Window window) {
        for (int i = 1; i < keys.length; i++) {
            if (keys[i][index] < window.low(i) || keys[i][index] > window.high(i)) {
                return false;
            }
        }
        return true;
    }

    /** How many sorted rows lie in a window. */
    long count(Window window) {
        if (window.isEmpty() || first.length == 0) {
            return 0;
        }
        int from = below(window.low(0));
        int to = upTo(window.high(0));
        if (keys.length == 1 || from >= to) {
            return Math.max(0, to - from);
        }
        if (isStab(window)) {
            return rising > 0 ? to - below(second, window.low(1)) : upTo(second, window.high(1)) - from;
        }
        long count = 0;
        for (int i = from; i < to; i++) {
            count += holds(i, window) ? 1 : 0;
        }
        return count;
    }

    /**
     * True if a window asks for spans, whose beginning never lies behind their end, that overlap a span or a point.
     * Then no span both begins too late and ends too early, and those that do either need only be counted.
     */
    private boolean isStab(Window window) {
        if (keys.length != 2 || rising == 0) {
            return false;
        }
        int begin = rising > 0 ? 0 : 1;
        int end = 1 - begin;
        return window.low(begin) == Double.NEGATIVE_INFINITY && window.high(end) == Double.POSITIVE_INFINITY
                && window.low(end) <= Math.nextUp(window.high(begin));
    }

    /**
     * The next sorted row from an index on whose further key, with its sign, is at least this; or any number past the
     * last.
     */
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
