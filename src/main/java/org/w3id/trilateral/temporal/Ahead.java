package org.w3id.trilateral.temporal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter1;

/** Rows, the first few read ahead: to know whether they are all. */
final class Ahead extends QueryIter1 {
    private final Deque<Binding> first = new ArrayDeque<>();
    private final boolean all;

    Ahead(QueryIterator rows, int few, ExecutionContext context) {
        super(rows, context);
        while (first.size() < few && rows.hasNext()) {
            first.add(rows.nextBinding());
        }
        all = !rows.hasNext();
    }

    /** True if there are no more rows than were read ahead. */
    boolean isAll() {
        return all;
    }

    /** The rows that were read ahead and not yet asked for. */
    List<Binding> first() {
        return List.copyOf(first);
    }

    @Override
    protected boolean hasNextBinding() {
        return !first.isEmpty() || getInput().hasNext();
    }

    @Override
    protected Binding moveToNextBinding() {
        return first.isEmpty() ? getInput().nextBinding() : first.poll();
    }

    @Override
    protected void requestSubCancel() {
        first.clear();
    }

    @Override
    protected void closeSubIterator() {
        first.clear();
    }
}
