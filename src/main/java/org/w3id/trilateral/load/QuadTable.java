package org.w3id.trilateral.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Quads as four numbers each, and sorted copies of them. Sixteen bytes a quad; a sorted copy takes twice that while it
 * is
 * made. Adding is for one thread; sorting for any number of them, once all is added.
 */
final class QuadTable {
    /** Numbers in a quad. */
    static final int WIDTH = 4;
    private static final int CHUNK = 1 << 18;
    private static final int DIGIT_BITS = 11;
    private static final int BUCKETS = 1 << DIGIT_BITS;

    private final List<int[]> chunks = new ArrayList<>();
    private int[] last = new int[0];
    private int used;
    private long count;

    /** Adds a quad. */
    void add(int graph, int subject, int property, int object) {
        if (used == last.length) {
            last = new int[CHUNK * WIDTH];
            chunks.add(last);
            used = 0;
        }
        last[used] = graph;
        last[used + 1] = subject;
        last[used + 2] = property;
        last[used + 3] = object;
        used += WIDTH;
        count++;
    }

    /** How many quads there are, each as often as it was added. */
    long count() {
        return count;
    }

    /**
     * All quads with their columns in another order, sorted by them, each once or more.
     *
     * @param order the columns, 0 for the graph to 3 for the object, the most important first
     * @param rank  what a number counts as when numbers are compared; not negative, smaller than {@code ranks}
     */
    int[] sorted(int[] order, Rank rank, int ranks) {
        int[] quads = arranged(order, rank);
        int[] other = new int[quads.length];
        int digits = Math.max(1, (Integer.SIZE - Integer.numberOfLeadingZeros(ranks) + DIGIT_BITS - 1) / DIGIT_BITS);
        for (int column = WIDTH - 1; column >= 0; column--) {
            for (int digit = 0; digit < digits; digit++) {
                if (scatter(quads, other, column, digit * DIGIT_BITS)) {
                    int[] swapped = quads;
                    quads = other;
                    other = swapped;
                }
            }
        }
        return quads;
    }

    /** What numbers count as when they are compared. */
    interface Rank {
        int of(int number);
    }

    private int[] arranged(int[] order, Rank rank) {
        int[] quads = new int[Math.toIntExact(count * WIDTH)];
        int at = 0;
        for (int[] chunk : chunks) {
            int length = chunk == last ? used : chunk.length;
            for (int i = 0; i < length; i += WIDTH) {
                for (int column : order) {
                    quads[at++] = rank.of(chunk[i + column]);
                }
            }
        }
        return quads;
    }

    /** One pass of a radix sort; false where all quads have the same digit, and nothing was moved. */
    private static boolean scatter(int[] from, int[] to, int column, int shift) {
        int[] starts = new int[BUCKETS + 1];
        for (int i = column; i < from.length; i += WIDTH) {
            starts[(from[i] >>> shift & BUCKETS - 1) + 1] += WIDTH;
        }
        if (Arrays.stream(starts).filter(size -> size > 0).count() < 2) {
            return false;
        }
        for (int i = 1; i <= BUCKETS; i++) {
            starts[i] += starts[i - 1];
        }
        for (int i = 0; i < from.length; i += WIDTH) {
            int digit = from[i + column] >>> shift & BUCKETS - 1;
            int at = starts[digit];
            starts[digit] = at + WIDTH;
            to[at] = from[i];
            to[at + 1] = from[i + 1];
            to[at + 2] = from[i + 2];
            to[at + 3] = from[i + 3];
        }
        return true;
    }
}
