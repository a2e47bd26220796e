package org.w3id.trilateral.query;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.core.Var;
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
    private final Map<Op, List<Var>> groupKeys = new IdentityHashMap<>();

    GuardedExecutor(ExecutionContext context, Guard guard) {
        super(context);
        this.guard = guard;
    }

    @Override
    protected QueryIterator exec(Op op, QueryIterator input) {
        guard.step();
        QueryIterator rows = super.exec(op, input);
        Integer weight = weights.remove(op);
        List<Var> keys = groupKeys.remove(op);
        if (keys != null) {
            return new Weighed(rows, row -> guard.hold(row, PERHAPS_KEPT, keys));
        }
        return weight == null ? rows : weighed(rows, weight);
    }

    @Override
    protected QueryIterator execute(OpOrder op, QueryIterator input) {
        weights.put(op.getSubOp(), KEPT);
        return super.execute(op, input);
    }

    @Override
    protected QueryIterator execute(OpDistinct op, QueryIterator input) {
        return weighed(super.execute(op, input), KEPT);
    }

    @Override
    protected QueryIterator execute(OpGroup op, QueryIterator input) {
        boolean keepsAll = op.getAggregators().stream()
                .anyMatch(a -> a.getAggregator().toString().contains("DISTINCT "));
        List<Var> keys = op.getGroupVars().getVars();
        if (keepsAll) {
            weights.put(op.getSubOp(), KEPT);
        } else if (!keys.isEmpty()) {
            groupKeys.put(op.getSubOp(), keys);
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

    private QueryIterator weighed(QueryIterator rows, int weight) {
        return new Weighed(rows, row -> guard.hold(row, weight));
    }

    private void bothSides(Op2 op) {
        weights.put(op.getLeft(), PERHAPS_KEPT);
        weights.put(op.getRight(), PERHAPS_KEPT);
    }

    private static final class Weighed extends QueryIteratorWrapper {
        private final Consumer<Binding> scales;

        Weighed(QueryIterator rows, Consumer<Binding> scales) {
            super(rows);
            this.scales = scales;
        }

        @Override
        protected Binding moveToNextBinding() {
            Binding row = super.moveToNextBinding();
            scales.accept(row);
            return row;
        }
    }
}
