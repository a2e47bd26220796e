package org.w3id.trilateral.temporal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.apache.jena.sparql.engine.binding.Binding;

/**
 * Left rows that are kept, with what each looks for; by bucket and place, so that rows that look for neighbours stand
 * side by side. What else is made of them for a question is kept with them until another is asked. Safe for any number
 * of threads.
 */
final class LeftTable {
    /** The values of a slot are of several kinds. */
    static final byte MIXED = Slots.EXEMPT - 1;

    private final Binding[] rows;
    private final Sought sought;
    private final byte[] kinds;
    private final Map<Class<?>, Made> made = new ConcurrentHashMap<>();

    /** Something made of the rows, and what for. */
    private record Made(Object detail, Object content) {
    }

    /**
     * What rows look for.
     *
     * @param codes   for each slot and row
     * @param places  for each slot and row; NaN where the bound does not apply
     * @param buckets for each row
     */
    record Sought(byte[][] codes, double[][] places, Bucket[] buckets) {
        private int[] order() {
            IntStream rows = IntStream.range(0, buckets.length);
            Comparator<Integer> byBucket = Comparator.comparingInt(i -> buckets[i].number());
            return codes.length == 0 ? rows.toArray() : rows.boxed()
                    .sorted(byBucket.thenComparingDouble(i -> places[0][i])).mapToInt(Integer::intValue).toArray();
        }

        private Sought inOrder(int[] order) {
            Sought sorted = new Sought(new byte[codes.length][order.length], new double[codes.length][order.length],
                    Arrays.stream(order).mapToObj(i -> buckets[i]).toArray(Bucket[]::new));
            for (int slot = 0; slot < codes.length; slot++) {
                for (int i = 0; i < order.length; i++) {
                    sorted.codes[slot][i] = codes[slot][order[i]];
                    sorted.places[slot][i] = places[slot][order[i]];
                }
            }
            return sorted;
        }

        /** The kind of all values of a slot but those whose bound does not apply, if they are of one. */
        private byte kind(int slot) {
            byte kind = Slots.EXEMPT;
            for (byte code : codes[slot]) {
                if (code != Slots.EXEMPT && kind != Slots.EXEMPT && code != kind) {
                    return MIXED;
                }
                kind = code == Slots.EXEMPT ? kind : code;
            }
            return kind;
        }
    }

    private LeftTable(Binding[] rows, Sought sought) {
        this.rows = rows;
        this.sought = sought;
        this.kinds = new byte[sought.codes().length];
        for (int slot = 0; slot < kinds.length; slot++) {
            kinds[slot] = sought.kind(slot);
        }
    }

    /** Rows that are put in order here. */
    static LeftTable sorted(List<Binding> rows, Sought sought) {
        int[] order = sought.order();
        return new LeftTable(Arrays.stream(order).mapToObj(rows::get).toArray(Binding[]::new), sought.inOrder(order));
    }

    /** The same rows, in their order, with what else they look for. */
    LeftTable seeking(Sought other) {
        return new LeftTable(rows, other);
    }

    /** What was made of the rows for this before, or else is now; the last of each class is kept. */
    <T> T made(Class<T> type, Object detail, Supplier<T> making) {
        Made before = made.get(type);
        if (before != null && before.detail().equals(detail)) {
            return type.cast(before.content());
        }
        T content = making.get();
        made.put(type, new Made(detail, content));
        return content;
    }

    int size() {
        return rows.length;
    }

    List<Binding> rows() {
        return Arrays.asList(rows);
    }

    Binding row(int at) {
        return rows[at];
    }

    Bucket bucket(int at) {
        return sought.buckets()[at];
    }

    byte code(int slot, int at) {
        return sought.codes()[slot][at];
    }

    /** The places of all rows' values; NaN where the bound does not apply. */
    double[] places(int slot) {
        return sought.places()[slot];
    }

    /**
     * The kind of a slot's values, as its code, or {@link #MIXED}; where the bound does not apply to a row, that is no
     * kind.
     */
    byte kind(int slot) {
        return kinds[slot];
    }
}
