package org.w3id.trilateral.temporal;

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
