package org.w3id.trilateral.temporal;

import java.util.Arrays;
import java.util.Optional;

import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;

import org.w3id.trilateral.temporal.Position.Kind;
import org.w3id.trilateral.temporal.TemporalJoin.Mode;
import org.w3id.trilateral.temporal.TemporalJoin.Pick;

/** Pairs that a {@link Sweep} finds: both sides are kept, and places alone decide what lies within the bounds. */
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
     * @param context     of the execution
     */
    record Others(Index index, Preparation preparation, ExecutionContext context) {
        private Optional<Sweep> among(LeftTable table, Nearest nearest) {
            return Sweep.of(preparation.seeking(table, nearest, index), index, nearest.bounds(), context);
        }
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
    static Optional<SweptPairs> of(TemporalJoin join, Preparation.Ready ready, Optional<Others> others,
            ExecutionContext context) {
        if (!(ready.left() instanceof KeptLeft left) || join.nearest().isPresent() && others.isEmpty()) {
            return Optional.empty();
        }
        LeftTable table = left.table();
        Index index = ready.right();
        boolean plain = join.match().residual().isEmpty();
        Optional<Sweep> counting = plain && others.isEmpty() && isCounted(join)
                ? Sweep.counting(table, index, join.match().bounds(), context) : Optional.empty();
        Optional<Sweep> sweep = counting.or(() -> Sweep.of(table, index, join.match().bounds(), context))
                .filter(found -> join.pick() == Pick.ALL || join.pick() == Pick.COUNT || plain && !found.isApart());
        Optional<Sweep> nearest = others.isEmpty() ? sweep
                : sweep.flatMap(found -> narrowed(found, join.nearest().get(), table, index, others.get()));
        return nearest.map(found -> new SweptPairs(join, table, index, found, context));
    }

    /** True if it matters only how many partners a left row has, or whether it has one. */
    private static boolean isCounted(TemporalJoin join) {
        return join.mode() == Mode.WITH || join.mode() == Mode.WITHOUT || join.pick() == Pick.COUNT;
    }

    private static Optional<Sweep> narrowed(Sweep sweep, Nearest nearest, LeftTable table, Index right, Others others) {
        Column column = others.index().columns().get(0);
        Column key = right.columns().get(0);
        Optional<Kind> kind = column.onlyKind();
        boolean decided = kind.isPresent() && column.isExactFor(kind.get()) && key.key().equals(nearest.key())
                && key.isExactFor(kind.get());
        return !decided ? Optional.empty() : others.among(table, nearest).filter(found -> !found.isApart())
                .map(found -> sweep.with(nearest.relation(),
                nearest(found, nearest.relation().isUpper(), table.size())));
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
        for (int next = sweep.next(at); next < end; next = sweep.next(at)) {
            if (++steps % PAIRS_PER_LOOK == 0) {
                Preparation.look(context);
            }
            at = next + 1;
            if (isPlain() || fulfils()) {
                return true;
            }
        }
        at = end;
        return false;
    }

    private boolean isPlain() {
        return join.match().residual().isEmpty();
    }

    private boolean fulfils() {
        Binding pair = pair();
        for (Expr condition : join.match().residual()) {
            if (!Column.holds(condition, pair, context)) {
                return false;
            }
        }
        return true;
    }

    /** True if partners need only be counted. */
    boolean isDirect() {
        return isPlain() && !sweep.isApart();
    }

    @Override
    public long count() {
        if (isDirect()) {
            return sweep.count();
        }
        long count = 0;
        while (match()) {
            count++;
        }
        return count;
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
