package org.w3id.trilateral.text;

import java.util.BitSet;
import java.util.Iterator;
import java.util.List;

import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter;

/** The solutions of the searched pattern whose values may have the text in them, block by block. */
final class Candidates extends QueryIter {
    private final TextSearch search;
    private final List<String> needles;
    private final Iterator<Block> blocks;
    private final Runnable onLook;
    private Block block;
    private BitSet found = new BitSet();
    private int at = -1;
    private volatile boolean cancelled;

    /**
     * Nothing is searched before the first solution is asked for.
     *
     * @param blocks closed at the end, if they are still being read
     */
    Candidates(TextSearch search, Iterator<Block> blocks, ExecutionContext execution) {
        super(execution);
        this.search = search;
        this.needles = search.needles().folded();
        this.blocks = blocks;
        this.onLook = TextFilters.onLook(execution.getContext());
    }

    @Override
    protected boolean hasNextBinding() {
        while (at < 0) {
            onLook.run();
            if (cancelled) {
                throw new QueryCancelledException();
            }
            if (!blocks.hasNext()) {
                return false;
            }
            block = blocks.next();
            found = block.find(needles);
            at = found.nextSetBit(0);
        }
        return true;
    }

    @Override
    protected Binding moveToNextBinding() {
        Binding row = block.terms().row(at, search.searched());
        at = found.nextSetBit(at + 1);
        return row;
    }

    @Override
    protected void closeIterator() {
        if (blocks instanceof Reading reading) {
            reading.close();
        }
    }

    @Override
    protected void requestCancel() {
        cancelled = true;
    }
}
