package org.w3id.trilateral.temporal;

/**
 * One bound of a sweep: how far the sorted keys lie before, or within, what each left row looks for. It goes on from
 * where it was, so that for values in order all keys are passed but once.
 */
final class Edge {
    private final int column;
    private final boolean begins;
    private final boolean strict;
    private final double[] values;
    private double[] keys = {};
    private int at;

    /**
     * A bound of rows of one bucket after another.
     *
     * @param column   whose keys are bounded
     * @param relation how the key stands to the value
     * @param begins   true for where partners begin, false for where they end
     * @param values   for each left row; NaN where it does not apply
     */
    Edge(int column, Relation relation, boolean begins, double[] values) {
        this.column = column;
        this.begins = begins;
        this.strict = relation.isStrict();
        this.values = values;
    }

    int column() {
        return column;
    }

    /** True if partners begin here; else they end. */
    boolean begins() {
        return begins;
    }

    /** The value of a left row; the next one beyond where the key must not be equal. */
    double value(int row) {
        return !strict ? values[row] : begins ? Math.nextUp(values[row]) : Math.nextDown(values[row]);
    }

    /** Goes to another bucket. */
    void enter(Bucket bucket) {
        keys = bucket.inOrder(column);
        at = 0;
    }

    /** How many keys lie before the partners of a left row, or before their end. */
    int position(int row) {
        double value = values[row];
        if (value != value) {
            return begins ? 0 : keys.length;
        }
        if (at < keys.length && isBefore(keys[at], value)) {
            at = forward(value);
        } else if (at > 0 && !isBefore(keys[at - 1], value)) {
            at = backward(value);
        }
        return at;
    }

    private boolean isBefore(double key, double value) {
        return key < value || key == value && strict == begins;
    }

    private int forward(double value) {
        int low = at + 1;
        int high = low;
        for (int step = 1; high < keys.length && isBefore(keys[high], value); step <<= 1) {
            low = high + 1;
            high = Math.min(keys.length, high + step);
        }
        return between(low, high, value);
    }

    private int backward(double value) {
        int high = at - 1;
        int low = high;
        for (int step = 1; low > 0 && !isBefore(keys[low - 1], value); step <<= 1) {
            high = low - 1;
            low = Math.max(0, low - step);
        }
        return between(low, high, value);
    }

    private int between(int from, int to, double value) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBefore(keys[middle], value)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
