package org.w3id.trilateral.temporal;

import java.util.List;
import java.util.Optional;

import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;

import org.w3id.trilateral.temporal.Position.Kind;
import org.w3id.trilateral.temporal.TemporalJoin.Pick;

/** Goes through the left rows of a join, and for each through the right rows that go with it. */
final class Matching {
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

    private Matching(TemporalJoin join, Preparation.Ready ready, Optional<Between> between, ExecutionContext context) {
        this.join = join;
        this.context = context;
        this.left = ready.left();
        this.index = ready.right();
        this.window = new Window(index, join.match().bounds(), ready.slots());
        this.candidates = new Candidates(index, window, join.pick());
        this.between = between;
    }

    /** A matching before its first left row; empty where the join had better run as plain operators. */
    static Optional<Matching> of(TemporalJoin join, ExecutionContext context) {
        Preparation preparation = new Preparation(join, context);
        return preparation.both().map(ready -> new Matching(join, ready, join.nearest()
                .flatMap(nearest -> preparation.others(nearest).map(others -> new Between(nearest, others, context))), context));
    }

    /** Goes to the next left row; false if there is none. */
    boolean advance() {
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

    /** Goes to the next right row that goes with the left one; false if there is none. */
    boolean match() {
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

    /** How many right rows go with the left one; in place of {@link #match()}. */
    long count() {
        if (window.isExact() && bucket.odd().isEmpty() && join.match().residual().isEmpty()) {
            return bucket.count(window);
        }
        long count = 0;
        while (match()) {
            count++;
        }
        return count;
    }

    Binding left() {
        return left.row();
    }

    /** The place of the right row's first key. */
    double place() {
        return candidates.place();
    }

    /** Both rows as one. */
    Binding pair() {
        return pair;
    }

    Index index() {
        return index;
    }

    void close() {
        left.close();
    }

    void cancel() {
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
