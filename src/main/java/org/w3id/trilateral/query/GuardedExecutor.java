package org.w3id.trilateral.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.OpWalker;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.optimize.TransformFilterPlacement;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterConcat;
import org.apache.jena.sparql.engine.iterator.QueryIterPeek;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterSort;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.sparql.engine.main.OpExecutor;

import org.w3id.trilateral.graph.PatternOrder;

/** ARQ's executor, with every solution that an operator keeps put on the scales of a {@link Guard}. */
final class GuardedExecutor extends OpExecutor {
    /** What a row weighs that is kept for certain. */
    static final int KEPT = 5;
    private static final int PERHAPS_KEPT = 1;
    /** For how many rows of one side of a join the other is narrowed. */
    private static final int MOST_ASKED_FOR = 100_000;

    private final Guard guard;
    private final Map<Op, Integer> weights = new IdentityHashMap<>();
    private final Map<Op, List<Var>> groupKeys = new IdentityHashMap<>();
    private final Set<Op> placed = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Optional<Op> answer;
    private int sorted;

    /** @param answer the sort whose solutions are those of the answer, where there is one */
    GuardedExecutor(ExecutionContext context, Guard guard, Optional<Op> answer) {
        super(context);
        this.guard = guard;
        this.answer = answer;
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
        if (answer.isPresent() && answer.get() == op) {
            QueryIterator rows = new Weighed(exec(op.getSubOp(), input), row -> guard.count(++sorted));
            return new QueryIterSort(rows, op.getConditions(), execCxt);
        }
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
        Optional<Narrowing> right = Narrowing.of(op.getRight(), op.getLeft());
        Optional<Narrowing> left = right.isPresent() ? right : Narrowing.of(op.getLeft(), op.getRight());
        if (left.isPresent()) {
            Op other = right.isPresent() ? op.getLeft() : op.getRight();
            return narrowed(other, input, left.get(), (rows, side) -> Join.join(rows, side, execCxt));
        }
        bothSides(op);
        return super.execute(op, input);
    }

    @Override
    protected QueryIterator execute(OpLeftJoin op, QueryIterator input) {
        Optional<Narrowing> right = Narrowing.of(op.getRight(), op.getLeft());
        if (right.isPresent()) {
            return narrowed(op.getLeft(), input, right.get(),
                    (rows, side) -> Join.leftJoin(rows, side, op.getExprs(), execCxt));
        }
        bothSides(op);
        return super.execute(op, input);
    }

    /**
     * Puts the patterns in the order that suits the first row, and only then the conditions among them: placed before,
     * they would keep apart what had better change places.
     */
    @Override
    protected QueryIterator execute(OpFilter op, QueryIterator input) {
        if (!(op.getSubOp() instanceof OpBGP patterns) || patterns.getPattern().size() < 2 || placed.contains(op)) {
            return super.execute(op, input);
        }
        QueryIterPeek rows = QueryIterPeek.create(input, execCxt);
        OpBGP ordered = new OpBGP(PatternOrder.order(patterns.getPattern(), rows, execCxt));
        Op spread = new TransformFilterPlacement().transform(op, ordered);
        OpWalker.walk(spread, new OpVisitorBase() {
            @Override
            public void visit(OpFilter filter) {
                placed.add(filter);
            }
        });
        try {
            return exec(spread, rows);
        } catch (RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    /** Runs a side first, and the other for its rows alone, unless they are too many. */
    private QueryIterator narrowed(Op first, QueryIterator input, Narrowing narrowing,
            BinaryOperator<QueryIterator> join) {
        QueryIterator rows = weighed(exec(first, input), PERHAPS_KEPT);
        List<Binding> read = new ArrayList<>();
        try {
            while (read.size() < MOST_ASKED_FOR && rows.hasNext()) {
                read.add(rows.next());
            }
            Op side = rows.hasNext() ? narrowing.side() : narrowing.to(read);
            QueryIterConcat all = new QueryIterConcat(execCxt);
            all.add(QueryIterPlainWrapper.create(read.iterator(), execCxt));
            all.add(rows);
            return join.apply(all, weighed(exec(side, root()), PERHAPS_KEPT));
        } catch (RuntimeException e) {
            rows.close();
            throw e;
        }
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
