package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;

import org.w3id.trilateral.temporal.TemporalJoin.Match;
import org.w3id.trilateral.temporal.TemporalJoin.Mode;
import org.w3id.trilateral.temporal.TemporalJoin.Sources;

/**
 * Makes {@code EXISTS} and {@code NOT EXISTS} of something within a window a join that keeps or drops left rows.
 *
 * <p>The pattern must give the same whether a row's values are put into it, as the standard says, or joined with it: triples
 * and paths that bind all they share with the row, and filters.
 */
final class ExistsPlanner {
    private ExistsPlanner() {
    }

    /** The join in place of a filter above an operator. */
    static Optional<TemporalJoin> plan(Expr condition, Op raw, Op planned) {
        if (!(condition instanceof E_Exists || condition instanceof E_NotExists)) {
            return Optional.empty();
        }
        PatternGroup group = PatternGroup.of(((ExprFunctionOp) condition).getGraphPattern());
        Set<Var> outer = Variables.visible(raw);
        Set<Var> shared = new HashSet<>(outer);
        shared.retainAll(PatternGroup.visible(group.parts()));
        boolean plain = group.parts().stream().allMatch(Part::isPlain) && Variables.certain(raw).containsAll(shared);
        return plain && !group.isAboutAny(shared) ? joined(condition, group, new Sources(planned, raw, raw), shared) : Optional.empty();
    }

    private static Optional<TemporalJoin> joined(Expr condition, PatternGroup group, Sources outside, Set<Var> shared) {
        Set<Var> outer = Variables.visible(outside.effective());
        Set<Var> inner = PatternGroup.visible(group.parts());
        BoundReader reader = new BoundReader(new Sides(outer, inner));
        List<Expr> within = new ArrayList<>();
        List<Expr> between = new ArrayList<>();
        for (Expr part : group.conditions()) {
            Set<Var> used = Variables.mentioned(part);
            used.retainAll(outer);
            (inner.containsAll(used) ? within : between).add(part);
        }
        Ties ties = Ties.read(reader, between, List.of());
        if (ties.bounds().isEmpty() || between.stream().anyMatch(Variables::hasPattern) || group.conditions().stream().anyMatch(Variables::isUnstable)) {
            return Optional.empty();
        }
        Op right = Planner.plan(PatternGroup.build(group.parts(), within));
        boolean wanted = condition instanceof E_Exists;
        Match match = new Match(shared, ties, between);
        Op left = wanted || !match.residual().isEmpty() ? outside.left() : Nearest.pruned(outside.left(), right, match);
        return Optional.of(new TemporalJoin(wanted ? Mode.WITH : Mode.WITHOUT,
                new Sources(left, right, OpFilter.filter(condition, outside.effective())), match));
    }
}
