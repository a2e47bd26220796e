package org.w3id.trilateral.temporal;

import java.util.Arrays;
import java.util.Optional;

import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;

import org.w3id.trilateral.temporal.Position.Kind;
import org.w3id.trilateral.temporal.TemporalJoin.Mode;
import org.w3id.trilateral.temporal.TemporalJoin.Pick;

/** Pairs that a {@link Sweep} finds: both sides are kept, and places alone decide. */
final class SweptPairs implements Pairs {
    private static final int PAIRS_PER_LOOK = 1024;

    private final TemporalJoin join;
    private final LeftTable table;
    private final Index index;
    private final Sweep sweep;
    private final Pick pick;
    private final ExecutionContext context;
    private int at;
    private int end;
    private int steps;

    /**
     * What must not lie between.
     *
     * @param index       of it
     * @param preparation that made it
     */
    record Others(Index index, Preparation preparation) {
    }

    private SweptPairs(TemporalJoin join, LeftTable table, Index index, Sweep sweep, ExecutionContext context) {
        this.join = join;
        this.table = table;
        this.index = index;
        this.sweep = sweep;
        this.pick = index.columns().get(0).isOrdered() ? join.pick() : Pick.ALL;
        this.context = context;
    }

    /** Pairs before the first; empty where more must be looked at than places. */
    static Optional<SweptPairs> of(TemporalJoin join, Preparation.Ready ready, Optional<Others> others, ExecutionContext context) {
        if (!(ready.left() instanceof KeptLeft left) || !join.match().residual().isEmpty() || join.nearest().isPresent() && others.isEmpty()) {
            return Optional.empty();
        }
        LeftTable table = left.table();
        boolean counted = join.mode() == Mode.WITH || join.mode() == Mode.WITHOUT || join.pick() == Pick.COUNT;
        Optional<Sweep> sweep = counted && others.isEmpty() ? Sweep.counting(table, ready.right(), join.match().bounds(), context)
                : Sweep.of(table, ready.right(), join.match().bounds(), context);
        return sweep.flatMap(found -> others.map(o -> narrowed(found, join.nearest().orElseThrow(), table, ready.right(), o, context))
                .orElse(Optional.of(found))).map(found -> new SweptPairs(join, table, ready.right(), found, context));
    }

    private static Optional<Sweep> narrowed(Sweep sweep, Nearest nearest, LeftTable table, Index right, Others others, ExecutionContext context) {
        Column column = others.index().columns().get(0);
        Optional<Kind> kind = column.onlyKind();
        boolean decided = kind.isPresent() && column.isExactFor(kind.get()) && right.columns().get(0).key().equals(nearest.key())
                && right.columns().get(0).isExactFor(kind.get());
        return decided ? Sweep.of(others.preparation().seeking(table, nearest, others.index()), others.index(), nearest.bounds(), context)
                .map(found -> sweep.with(nearest.relation(), nearest(found, nearest.relation().isUpper(), table.size()))) : Optional.empty();
    }

    /** The place of the nearest for each left row; NaN if there is none. */
    private static double[] nearest(Sweep sweep, boolean first, int rows) {
        double[] places = new double[rows];
        Arrays.fill(places, Double.NaN);
        while (sweep.advance()) {
            if (sweep.count() > 0) {
                places[sweep.row()] = sweep.bucket().key(0, first ? sweep.from() : sweep.to() - 1);
            }
        }
        return places;
    }

    LeftTable table() {
        return table;
    }

    Sweep sweep() {
        return sweep;
    }

    @Override
    public boolean advance() {
        if (!sweep.advance()) {
            return false;
        }
        at = sweep.from();
        end = sweep.to();
        if (at < end && pick == Pick.LEAST) {
            end = sweep.bucket().alikeFrom(at, end);
        } else if (at < end && pick == Pick.GREATEST) {
            at = sweep.bucket().alikeUpTo(end - 1, at);
        }
        return true;
    }

    @Override
    public boolean match() {
        if (at >= end) {
            return false;
        }
        if (++steps % PAIRS_PER_LOOK == 0) {
            Preparation.look(context);
        }
        at++;
        return true;
    }

    @Override
    public long count() {
        return sweep.count();
    }

    @Override
    public Binding left() {
        return table.row(sweep.row());
    }

    @Override
    public Binding pair() {
        return new JoinedRow(left(), sweep.bucket().row(at - 1), join.match().shared());
    }

    @Override
    public double place() {
        return sweep.bucket().key(0, at - 1);
    }

    @Override
    public Index index() {
        return index;
    }

    @Override
    public void close() {
        sweep.end();
    }

    /** Whoever goes through the rows looks at the signal. */
    @Override
    public void cancel() {
    }
}
