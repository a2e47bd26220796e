package org.w3id.trilateral.temporal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.apache.jena.sparql.engine.binding.Binding;

/** Left rows that are kept, with what each looks for. */
final class KeptLeft implements LeftSide {
    private final Table table;
    private int at = -1;

    /**
     * The rows and what each looks for.
     *
     * @param rows    left rows
     * @param codes   for each slot and row
     * @param places  for each slot and row
     * @param buckets for each row
     */
    record Table(List<Binding> rows, byte[][] codes, double[][] places, Bucket[] buckets) {
        /** The same by bucket and place: rows that look for neighbours then stand side by side. */
        Table inOrder() {
            if (codes.length == 0) {
                return this;
            }
            Integer[] order = new Integer[buckets.length];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, Comparator.<Integer>comparingInt(i -> buckets[i].number()).thenComparingDouble(i -> places[0][i]));
            Table sorted = new Table(Arrays.stream(order).map(rows::get).toList(), new byte[codes.length][order.length],
                    new double[codes.length][order.length], Arrays.stream(order).map(i -> buckets[i]).toArray(Bucket[]::new));
            for (int slot = 0; slot < codes.length; slot++) {
                for (int i = 0; i < order.length; i++) {
                    sorted.codes[slot][i] = codes[slot][order[i]];
                    sorted.places[slot][i] = places[slot][order[i]];
                }
            }
            return sorted;
        }
    }

    KeptLeft(Table table) {
        this.table = table;
    }

    @Override
    public boolean advance() {
        return ++at < table.buckets().length;
    }

    @Override
    public Binding row() {
        return table.rows().get(at);
    }

    @Override
    public byte code(int slot) {
        return table.codes()[slot][at];
    }

    @Override
    public double at(int slot) {
        return table.places()[slot][at];
    }

    @Override
    public Bucket bucket() {
        return table.buckets()[at];
    }

    @Override
    public void close() {
        at = table.buckets().length;
    }

    /** Whoever goes through the rows looks at the signal. */
    @Override
    public void cancel() {
    }
}
