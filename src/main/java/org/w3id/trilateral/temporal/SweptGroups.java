package org.w3id.trilateral.temporal;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprVar;

import org.w3id.trilateral.temporal.Position.Kind;
import org.w3id.trilateral.temporal.TemporalGroup.Fold;
import org.w3id.trilateral.temporal.TemporalJoin.Mode;
import org.w3id.trilateral.temporal.TemporalJoin.Pick;

/**
 * The solutions of a {@link TemporalGroup} over a {@link Sweep}: of each group a number or a right row is kept, and its
 * terms are looked up when they are asked for.
 */
final class SweptGroups {
    private final TemporalGroup group;
    private final SweptPairs pairs;
    private final Sweep sweep;
    private final LeftGroups groups;
    private final ExecutionContext context;
    private final boolean optional;

    private SweptGroups(TemporalGroup group, SweptPairs pairs, LeftGroups groups, ExecutionContext context) {
        this.group = group;
        this.pairs = pairs;
        this.sweep = pairs.sweep();
        this.groups = groups;
        this.context = context;
        this.optional = group.join().mode() == Mode.LEFT;
    }

    /** The solutions; empty where it takes more than the places of keys to find them. */
    static Optional<Iterator<Binding>> of(TemporalGroup group, SweptPairs pairs, ExecutionContext context) {
        if (!pairs.isDirect()) {
            return Optional.empty();
        }
        boolean counts = group.folds().get(0).isCount();
        if (counts && group.groupVars().isEmpty()) {
            return Optional.of(List.of(all(group, pairs.sweep())).iterator());
        }
        if (group.groupVars().isEmpty() || !counts && !isTold(group, pairs.index().columns().get(0))) {
            return Optional.empty();
        }
        LeftTable table = pairs.table();
        LeftGroups groups = table.made(LeftGroups.class, group.groupVars(),
                () -> LeftGroups.of(table, group.groupVars(), context));
        SweptGroups swept = new SweptGroups(group, pairs, groups, context);
        return counts ? Optional.of(swept.counted()) : swept.offsets().map(swept::extremes);
    }

    /** True if one value is looked for, and the place of the key tells which it is. */
    private static boolean isTold(TemporalGroup group, Column key) {
        Fold fold = group.folds().get(0);
        boolean one = group.folds().stream()
                .allMatch(other -> other.value().equals(fold.value()) && other.form() == fold.form());
        return one && key.isTelling() && key.key().expression() instanceof ExprVar
                && (fold.value().equals(key.key().expression()) || key.onlyKind().equals(Optional.of(Kind.INTEGER)));
    }

    private Optional<Offsets> offsets() {
        Var key = pairs.index().columns().get(0).key().expression().asVar();
        Expr sum = group.folds().get(0).value();
        Sums sums = pairs.table().made(Sums.class, List.of(sum, key),
                () -> new Sums(Offsets.of(sum, key, pairs.table(), context)));
        return sums.offsets();
    }

    /** What is known of a sum. */
    private record Sums(Optional<Offsets> offsets) {
    }

    private static Binding all(TemporalGroup group, Sweep sweep) {
        long count = 0;
        long alone = 0;
        while (sweep.advance()) {
            int partners = sweep.count();
            count += partners;
            alone += partners == 0 ? 1 : 0;
        }
        return new GroupedRow.Counted(group, BindingFactory.empty(), count,
                group.join().mode() == Mode.LEFT ? alone : 0);
    }

    private Iterator<Binding> counted() {
        long[] counts = new long[groups.size()];
        int[] alone = new int[counts.length];
        while (sweep.advance()) {
            int partners = sweep.count();
            int number = groups.of(sweep.row());
            counts[number] += partners;
            alone[number] += partners == 0 && optional ? 1 : 0;
        }
        return IntStream.range(0, counts.length).filter(i -> optional || counts[i] > 0)
                .<Binding>mapToObj(i -> new GroupedRow.Counted(group, groups.first(i), counts[i], alone[i])).iterator();
    }

    private Iterator<Binding> extremes(Offsets offsets) {
        boolean first = group.join().pick() == Pick.LEAST;
        boolean least = group.folds().get(0).form() == Fold.Form.LEAST;
        long[] values = new long[groups.size()];
        Binding[] found = new Binding[values.length];
        boolean[] failed = new boolean[values.length];
        while (sweep.advance()) {
            int number = groups.of(sweep.row());
            if (sweep.count() > 0) {
                int at = first ? sweep.from() : sweep.to() - 1;
                long value = offsets.value(sweep.row(), sweep.bucket().key(0, at));
                if (found[number] == null || (least ? value < values[number] : value > values[number])) {
                    values[number] = value;
                    found[number] = sweep.bucket().row(at);
                }
            } else {
                failed[number] = optional;
            }
        }
        return IntStream.range(0, values.length).filter(i -> optional || found[i] != null)
                .mapToObj(i -> row(groups.first(i), failed[i] ? BindingFactory.empty() : found[i], values[i]))
                .iterator();
    }

    private Binding row(Binding first, Binding right, long value) {
        boolean plain = right.isEmpty() || group.folds().get(0).value() instanceof ExprVar;
        return plain ? new GroupedRow.Extreme(group, first, right) : new GroupedRow.Sum(group, first, value);
    }
}
