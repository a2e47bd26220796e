package org.w3id.trilateral.load;

import java.util.Arrays;

/**
 * Numbers by 128-bit hashes: 20 bytes a slot, at most two thirds of them full. Whoever uses it takes two things of the
 * same
 * hash for one; with good hashes that does not happen. Not thread-safe.
 */
final class HashIndex {
    /** What is said of a hash that is not there. */
    static final int NONE = Integer.MIN_VALUE;
    private static final int FIRST_SIZE = 1 << 14;

    private long[] high = new long[FIRST_SIZE];
    private long[] low = new long[FIRST_SIZE];
    private int[] numbers = emptied(FIRST_SIZE);
    private int count;

    private static int[] emptied(int size) {
        int[] numbers = new int[size];
        Arrays.fill(numbers, NONE);
        return numbers;
    }

    /** The number of a hash; {@link #NONE} if it has none. */
    int get(long first, long second) {
        return numbers[slot(first, second)];
    }

    /** Gives a number to a hash that has none. */
    void put(long first, long second, int number) {
        if (++count * 3L > high.length * 2L) {
            grow();
        }
        set(slot(first, second), first, second, number);
    }

    private void set(int slot, long first, long second, int number) {
        high[slot] = first;
        low[slot] = second;
        numbers[slot] = number;
    }

    private int slot(long first, long second) {
        int mask = high.length - 1;
        int slot = (int) (first ^ first >>> Integer.SIZE) & mask;
        while (numbers[slot] != NONE && (high[slot] != first || low[slot] != second)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] firsts = high;
        long[] seconds = low;
        int[] before = numbers;
        high = new long[firsts.length * 2];
        low = new long[firsts.length * 2];
        numbers = emptied(firsts.length * 2);
        for (int i = 0; i < before.length; i++) {
            if (before[i] != NONE) {
                set(slot(firsts[i], seconds[i]), firsts[i], seconds[i], before[i]);
            }
        }
    }
}
