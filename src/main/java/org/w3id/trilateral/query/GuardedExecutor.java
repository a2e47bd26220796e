package org.w3id.trilateral.query;

import java.util.IdentityHashMap;
import java.util.Map;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.apache.jena.sparql.engine.main.OpExecutor;

/** ARQ's executor, with every solution that an operator keeps put on the scales of a {@link Guard}. */
final class GuardedExecutor extends OpExecutor {
    /** What a row weighs that is kept for certain. */
    static final int KEPT = 5;
    private static final int PERHAPS_KEPT = 1;

    private final Guard guard;
    private final Map<Op, Integer> weights = new IdentityHashMap<>();

    GuardedExecutor(ExecutionContext context, Guard guard) {
        super(context);
        this.guard = guard;
    }

    @Override
    protected QueryIterator exec(Op op, QueryIterator input) {
        guard.step();
        QueryIterator rows = super.exec(op, input);
        Integer weight = weights.remove(op);
        return weight == null ? rows : new Weighed(rows, guard, weight);
    }

    @Override
    protected QueryIterator execute(OpOrder op, QueryIterator input) {
        weights.put(op.getSubOp(), KEPT);
        return super.execute(op, input);
    }

    @Override
    protected QueryIterator execute(OpDistinct op, QueryIterator input) {
        return new Weighed(super.execute(op, input), guard, KEPT);
    }

    @Override
    protected QueryIterator execute(OpGroup op, QueryIterator input) {
        boolean keepsAll = op.getAggregators().stream()
                .anyMatch(a -> a.getAggregator().toString().contains("DISTINCT "));
        boolean keepsGroups = !op.getGroupVars().isEmpty();
        if (keepsAll || keepsGroups) {
            weights.put(op.getSubOp(), keepsAll ? KEPT : PERHAPS_KEPT);
        }
        return super.execute(op, input);
    }

    @Override
    protected QueryIterator execute(OpJoin op, QueryIterator input) {
        bothSides(op);
        return super.execute(op, input);
    }

    @Override
    protected QueryIterator execute(OpLeftJoin op, QueryIterator input) {
        bothSides(op);
        return super.execute(op, input);
    }

    @Override
    protected QueryIterator execute(OpMinus op, QueryIterator input) {
        bothSides(op);
        return super.execute(op, input);
    }

    private void bothSides(Op2 op) {
        weights.put(op.getLeft(), PERHAPS_KEPT);
        weights.put(op.getRight(), PERHAPS_KEPT);
    }

    private static final class Weighed extends QueryIteratorWrapper {
        private final Guard guard;
        private final int weight;

        Weighed(QueryIterator rows, Guard guard, int weight) {
            super(rows);
            this.guard = guard;
            this.weight = weight;
        }

        @Override
        protected Binding moveToNextBinding() {
            Binding row = super.moveToNextBinding();
            guard.hold(row, weight);
            return row;
        }
    }
}
