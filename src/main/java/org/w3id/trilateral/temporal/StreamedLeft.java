package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.function.FunctionEnv;

/** Left rows as they come from an iterator. */
final class StreamedLeft implements LeftSide {
    private final QueryIterator rows;
    private final Index index;
    private final FunctionEnv functions;
    private final Values.Read values;
    private Optional<Copies> copies;
    private Binding row;

    /**
     * What becomes of the rows that were read.
     *
     * @param seen     copies
     * @param most     with no more rows than this
     * @param whenOver is given the copies, if they are all
     */
    record Copies(List<Binding> seen, int most, Consumer<List<Binding>> whenOver) {
        Copies(int most, Consumer<List<Binding>> whenOver) {
            this(new ArrayList<>(), most, whenOver);
        }
    }

    StreamedLeft(QueryIterator rows, Index index, Values.Read values, FunctionEnv functions) {
        this.rows = rows;
        this.index = index;
        this.values = values;
        this.functions = functions;
        this.copies = Optional.empty();
    }

    /** The same, with copies. */
    StreamedLeft copiedTo(Copies where) {
        copies = Optional.of(where);
        return this;
    }

    @Override
    public boolean advance() {
        if (!rows.hasNext()) {
            copies.ifPresent(c -> c.whenOver().accept(c.seen()));
            copies = Optional.empty();
            return false;
        }
        row = rows.nextBinding();
        values.read(row);
        copies.ifPresent(c -> c.seen().add(KeptRows.copy(row)));
        copies = copies.filter(c -> c.seen().size() <= c.most());
        return true;
    }

    @Override
    public Binding row() {
        return row;
    }

    @Override
    public byte code(int slot) {
        return values.code(slot);
    }

    @Override
    public double at(int slot) {
        return values.at(slot);
    }

    @Override
    public Bucket bucket() {
        return index.bucket(row, functions);
    }

    @Override
    public void close() {
        rows.close();
    }

    @Override
    public void cancel() {
        rows.cancel();
    }
}
