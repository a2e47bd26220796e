package org.w3id.trilateral.temporal;

import java.util.List;
import java.util.Optional;

import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter;
import org.apache.jena.sparql.engine.iterator.QueryIterRoot;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.expr.Expr;

import org.w3id.trilateral.temporal.Position.Kind;
import org.w3id.trilateral.temporal.TemporalJoin.Mode;
import org.w3id.trilateral.temporal.TemporalJoin.Pick;

/**
 * The solutions of a {@link TemporalJoin}. The right side is read and sorted when the first solution is asked for; the left
 * side then streams past it. Where the right side cannot be kept, the plain operator runs in place of all.
 */
final class JoinRows extends QueryIter {
    private static final int STEPS_PER_LOOK = 1024;
    /** With no more left rows than this, looking up each by the variables of both sides is cheaper than reading the right side. */
    private static final int FEW = 16;

    private final TemporalJoin join;
    private final ExecutionContext context;
    private QueryIterator input;
    private Optional<Index> index = Optional.empty();
    private Optional<Index> others = Optional.empty();
    private Binding left;
    private Candidates candidates;
    private boolean partnered;
    private Binding next;
    private int steps;

    JoinRows(TemporalJoin join, ExecutionContext context) {
        super(context);
        this.join = join;
        this.context = context;
    }

    @Override
    protected boolean hasNextBinding() {
        if (input == null) {
            start();
        }
        if (index.isEmpty()) {
            return input.hasNext();
        }
        while (next == null) {
            if (candidates == null) {
                if (!input.hasNext()) {
                    return false;
                }
                open(input.nextBinding());
            }
            next = step();
        }
        return true;
    }

    @Override
    protected Binding moveToNextBinding() {
        if (index.isEmpty()) {
            return input.nextBinding();
        }
        Binding row = next;
        next = null;
        return row;
    }

    private void start() {
        input = run(join.left());
        if (!join.match().shared().isEmpty()) {
            input = new Ahead(input, context.getContext().get(TemporalJoins.FEW_ROWS, FEW), context);
        }
        if (!input.hasNext()) {
            return;
        }
        boolean few = input instanceof Ahead ahead && ahead.isAll();
        index = few ? Optional.empty() : read(join.right(), join.keys(), join.match());
        if (index.isEmpty()) {
            input.close();
            input = run(join.effectiveOp());
        } else if (join.nearest().isPresent()) {
            Nearest nearest = join.nearest().get();
            List<Bound.Key> keys = nearest.keys();
            others = Index.read(run(nearest.others()), keys, nearest.bounds(), nearest.shared(), context);
        }
    }

    private Optional<Index> read(Op op, List<Bound.Key> keys, TemporalJoin.Match match) {
        return Index.read(run(op), keys, match.bounds(), match.shared(), context);
    }

    private QueryIterator run(Op op) {
        return QC.execute(op, QueryIterRoot.create(context), context);
    }

    private void open(Binding row) {
        left = row;
        partnered = false;
        Index right = index.orElseThrow();
        Window window = Window.of(right, row, context);
        if (others.isPresent()) {
            narrow(window, others.get(), join.nearest().orElseThrow());
        }
        candidates = new Candidates(right, right.bucket(row), window, join.pick());
    }

    /** Looks for the nearest of what must not lie between the pairs of this left row. */
    private void narrow(Window window, Index between, Nearest nearest) {
        Window away = Window.of(between, left, context);
        Column column = between.columns().get(0);
        Optional<Kind> kind = column.onlyKind();
        if (!away.isExact() || kind.isEmpty() || !column.isExactFor(kind.get())) {
            return;
        }
        Pick nearer = nearest.relation().isUpper() ? Pick.LEAST : Pick.GREATEST;
        double at = new Candidates(between, between.bucket(left), away, nearer).first();
        if (!Double.isNaN(at)) {
            window.narrow(nearest, new Position(kind.get(), at));
        }
    }

    /** The next solution of the left row, or null: then either its candidates are over, or the last one was none. */
    private Binding step() {
        if (++steps % STEPS_PER_LOOK == 0 && context.getCancelSignal() != null && context.getCancelSignal().get()) {
            throw new QueryCancelledException();
        }
        if (!candidates.advance()) {
            candidates = null;
            boolean alone = !partnered && (join.mode() == Mode.LEFT || join.mode() == Mode.WITHOUT);
            return alone ? left : null;
        }
        Binding pair = new JoinedRow(left, candidates.row(), join.match().shared());
        if (!fulfils(pair, candidates.isSure())) {
            return null;
        }
        partnered = true;
        candidates.found();
        if (join.mode() == Mode.INNER || join.mode() == Mode.LEFT) {
            return pair;
        }
        candidates = null;
        return join.mode() == Mode.WITH ? left : null;
    }

    private boolean fulfils(Binding pair, boolean sure) {
        List<Expr> conditions = sure ? join.match().residual() : join.match().conditions();
        for (Expr condition : conditions) {
            if (!condition.isSatisfied(pair, context)) {
                return false;
            }
        }
        return true;
    }

    @Override
    protected void closeIterator() {
        performClose(input);
        index = Optional.empty();
        others = Optional.empty();
        candidates = null;
    }

    @Override
    protected void requestCancel() {
        performRequestCancel(input);
    }
}
