package org.w3id.trilateral.temporal;

import java.util.List;
import java.util.Optional;

import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;

import org.w3id.trilateral.temporal.Position.Kind;
import org.w3id.trilateral.temporal.TemporalJoin.Pick;

/**
 * Pairs that are searched: for each left row its window in the sorted rows, and in it each right row by the conditions
 * that places do not decide.
 */
final class Matching implements Pairs {
    private static final int STEPS_PER_LOOK = 1024;

    private final TemporalJoin join;
    private final ExecutionContext context;
    private final LeftSide left;
    private final Index index;
    private final Window window;
    private final Candidates candidates;
    private final Optional<Between> between;
    private Bucket bucket;
    private boolean opened;
    private Binding pair;
    private int steps;

    /** Pairs before the first; {@code others} is what must not lie between. */
    Matching(TemporalJoin join, Preparation.Ready ready, Optional<Index> others, ExecutionContext context) {
        this.join = join;
        this.context = context;
        this.left = ready.left();
        this.index = ready.right();
        this.window = new Window(index, join.match().bounds(), ready.slots());
        this.candidates = new Candidates(index, window, join.pick());
        this.between = others.map(found -> new Between(join.nearest().orElseThrow(), found, context));
    }

    @Override
    public boolean advance() {
        look();
        if (!left.advance()) {
            return false;
        }
        window.look(left);
        between.ifPresent(others -> others.narrow(window, left.row(), context));
        bucket = left.bucket();
        opened = false;
        return true;
    }

    @Override
    public boolean match() {
        if (!opened) {
            candidates.open(bucket);
            opened = true;
        }
        while (candidates.advance()) {
            look();
            pair = new JoinedRow(left.row(), candidates.row(), join.match().shared());
            if (fulfils(candidates.isSure())) {
                candidates.found();
                return true;
            }
        }
        return false;
    }

    private void look() {
        if (++steps % STEPS_PER_LOOK == 0) {
            Preparation.look(context);
        }
    }

    private boolean fulfils(boolean sure) {
        List<Expr> conditions = sure ? join.match().residual() : join.match().conditions();
        for (Expr condition : conditions) {
            if (!Column.holds(condition, pair, context)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public long count() {
        if (window.isExact() && bucket.odd().isEmpty() && join.match().residual().isEmpty()) {
            return bucket.count(window);
        }
        long count = 0;
        while (match()) {
            count++;
        }
        return count;
    }

    @Override
    public Binding left() {
        return left.row();
    }

    @Override
    public double place() {
        return candidates.place();
    }

    @Override
    public Binding pair() {
        return pair;
    }

    @Override
    public Index index() {
        return index;
    }

    @Override
    public void close() {
        left.close();
    }

    @Override
    public void cancel() {
        left.cancel();
    }

    /** What must not lie between: a second index, asked for the nearest to each left row. */
    private static final class Between {
        private final Nearest nearest;
        private final Index others;
        private final Values.Read values;
        private final Window window;
        private final Candidates candidates;

        Between(Nearest nearest, Index others, ExecutionContext context) {
            this.nearest = nearest;
            this.others = others;
            Slots slots = new Slots(nearest.bounds());
            this.values = new Values.Read(slots, context);
            this.window = new Window(others, nearest.bounds(), slots);
            this.candidates = new Candidates(others, window, nearest.relation().isUpper() ? Pick.LEAST : Pick.GREATEST);
        }

        void narrow(Window pairs, Binding row, ExecutionContext context) {
            values.read(row);
            window.look(values);
            Column column = others.columns().get(0);
            Optional<Kind> kind = column.onlyKind();
            if (!window.isExact() || kind.isEmpty() || !column.isExactFor(kind.get())) {
                return;
            }
            candidates.open(others.bucket(row, context));
            double at = candidates.first();
            if (!Double.isNaN(at)) {
                pairs.narrow(nearest, kind.get(), at);
            }
        }
    }
}
