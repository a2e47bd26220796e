package org.w3id.trilateral.temporal;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.ExprVar;

import org.w3id.trilateral.temporal.TemporalJoin.Mode;
import org.w3id.trilateral.temporal.TemporalJoin.Pick;

/**
 * The solutions of a {@link TemporalGroup} over a {@link Sweep}: of each group a number or a right row is kept, and its terms
 * are looked up when they are asked for.
 */
final class SweptGroups {
    private final TemporalGroup group;
    private final Sweep sweep;
    private final LeftGroups groups;
    private final boolean optional;

    private SweptGroups(TemporalGroup group, Sweep sweep, LeftGroups groups) {
        this.group = group;
        this.sweep = sweep;
        this.groups = groups;
        this.optional = group.join().mode() == Mode.LEFT;
    }

    /** The solutions; empty where it takes more than the places of keys to find them. */
    static Optional<Iterator<Binding>> of(TemporalGroup group, SweptPairs pairs, ExecutionContext context) {
        boolean counts = group.folds().get(0).isCount();
        if (counts && group.groupVars().isEmpty()) {
            return Optional.of(List.of(all(group, pairs.sweep())).iterator());
        }
        Column key = pairs.index().columns().get(0);
        boolean keys = key.isTelling() && group.folds().stream().allMatch(fold -> fold.value() instanceof ExprVar && fold.value().equals(key.key().expression()));
        if (group.groupVars().isEmpty() || !counts && !keys) {
            return Optional.empty();
        }
        LeftTable table = pairs.table();
        LeftGroups groups = table.made(LeftGroups.class, group.groupVars(), () -> LeftGroups.of(table, group.groupVars(), context));
        SweptGroups swept = new SweptGroups(group, pairs.sweep(), groups);
        return Optional.of(counts ? swept.counted() : swept.extremes());
    }

    private static Binding all(TemporalGroup group, Sweep sweep) {
        long count = 0;
        long alone = 0;
        while (sweep.advance()) {
            int partners = sweep.count();
            count += partners;
            alone += partners == 0 ? 1 : 0;
        }
        return new GroupedRow.Counted(group, BindingFactory.empty(), count, group.join().mode() == Mode.LEFT ? alone : 0);
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

    private Iterator<Binding> extremes() {
        boolean least = group.join().pick() == Pick.LEAST;
        double[] places = new double[groups.size()];
        Binding[] rights = new Binding[places.length];
        boolean[] failed = new boolean[places.length];
        while (sweep.advance()) {
            int number = groups.of(sweep.row());
            if (sweep.count() > 0) {
                int at = least ? sweep.from() : sweep.to() - 1;
                double place = sweep.bucket().key(0, at);
                if (rights[number] == null || (least ? place < places[number] : place > places[number])) {
                    places[number] = place;
                    rights[number] = sweep.bucket().row(at);
                }
            } else {
                failed[number] = true;
            }
        }
        return IntStream.range(0, places.length).filter(i -> optional || rights[i] != null)
                .<Binding>mapToObj(i -> new GroupedRow.Extreme(group, groups.first(i), optional && failed[i] ? BindingFactory.empty() : rights[i])).iterator();
    }
}
