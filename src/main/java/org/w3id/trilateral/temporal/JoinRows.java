package org.w3id.trilateral.temporal;

import java.util.Optional;

import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIter;
import org.apache.jena.sparql.engine.iterator.QueryIterRoot;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.expr.NodeValue;

import org.w3id.trilateral.temporal.TemporalJoin.Mode;

/**
 * The solutions of a {@link TemporalJoin}. The right side is read and sorted when the first solution is asked for; the
 * left side then streams past it. Where the right side cannot be kept, the plain operator runs in place of all.
 */
final class JoinRows extends QueryIter {
    private final TemporalJoin join;
    private final ExecutionContext context;
    private Optional<Pairs> matching = Optional.empty();
    private QueryIterator plain;
    private boolean started;
    private boolean within;
    private boolean partnered;
    private Binding next;

    JoinRows(TemporalJoin join, ExecutionContext context) {
        super(context);
        this.join = join;
        this.context = context;
    }

    @Override
    protected boolean hasNextBinding() {
        if (!started) {
            start();
        }
        if (plain != null) {
            return plain.hasNext();
        }
        Pairs rows = matching.orElseThrow();
        while (next == null) {
            if (!within) {
                if (!rows.advance()) {
                    return false;
                }
                within = true;
                partnered = false;
            }
            next = step(rows);
        }
        return true;
    }

    @Override
    protected Binding moveToNextBinding() {
        if (plain != null) {
            return plain.nextBinding();
        }
        Binding row = next;
        next = null;
        return row;
    }

    private void start() {
        started = true;
        matching = Pairs.of(join, context);
        if (matching.isEmpty()) {
            plain = QC.execute(join.effectiveOp(), QueryIterRoot.create(context), context);
        }
    }

    /** The next solution of the left row, or null: then there is no further one. */
    private Binding step(Pairs rows) {
        boolean pairs = join.mode() == Mode.INNER || join.mode() == Mode.LEFT;
        boolean found = rows.match();
        within = found && pairs;
        if (join.mode() == Mode.MARK) {
            return BindingFactory.binding(rows.left(), join.mark(), NodeValue.booleanReturn(found).asNode());
        }
        if (!found) {
            boolean alone = !partnered && (join.mode() == Mode.LEFT || join.mode() == Mode.WITHOUT);
            return alone ? rows.left() : null;
        }
        partnered = true;
        return pairs ? rows.pair() : join.mode() == Mode.WITH ? rows.left() : null;
    }

    @Override
    protected void closeIterator() {
        performClose(plain);
        matching.ifPresent(Pairs::close);
        matching = Optional.empty();
    }

    @Override
    protected void requestCancel() {
        performRequestCancel(plain);
        matching.ifPresent(Pairs::cancel);
    }
}
