package org.w3id.trilateral.temporal;

import org.apache.jena.sparql.engine.binding.Binding;

/** The rows of a {@link LeftTable}, one after another. */
final class KeptLeft implements LeftSide {
    private final LeftTable table;
    private int at = -1;

    KeptLeft(LeftTable table) {
        this.table = table;
    }

    LeftTable table() {
        return table;
    }

    @Override
    public boolean advance() {
        return ++at < table.size();
    }

    @Override
    public Binding row() {
        return table.row(at);
    }

    @Override
    public byte code(int slot) {
        return table.code(slot, at);
    }

    @Override
    public double at(int slot) {
        return table.places(slot)[at];
    }

    @Override
    public Bucket bucket() {
        return table.bucket(at);
    }

    @Override
    public void close() {
        at = table.size();
    }

    /** Whoever goes through the rows looks at the signal. */
    @Override
    public void cancel() {
    }
}
