package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;

import org.w3id.trilateral.temporal.Part.Form;
import org.w3id.trilateral.temporal.TemporalJoin.Mode;
import org.w3id.trilateral.temporal.TemporalJoin.Sources;

/**
 * Makes {@code EXISTS} and {@code NOT EXISTS} of something within a window a join that keeps or drops left rows.
 *
 * <p>The pattern must give the same whether a row's values are put into it, as the standard says, or joined with it: triples,
 * paths, unions and graphs of these that bind all they share with the row, filters, and optional parts and bound variables
 * that look at nothing else of the row. A variable bound to something of the row stands for that in the conditions.
 */
final class ExistsPlanner {
    private final Expr condition;
    private final Op raw;
    private final Op planned;
    private final Set<Var> outer;

    private ExistsPlanner(Expr condition, Op raw, Op planned) {
        this.condition = condition;
        this.raw = raw;
        this.planned = planned;
        this.outer = Variables.visible(raw);
    }

    /** The join in place of a filter above an operator. */
    static Optional<TemporalJoin> plan(Expr condition, Op raw, Op planned) {
        return condition instanceof E_Exists || condition instanceof E_NotExists
                ? new ExistsPlanner(condition, raw, planned).join(PatternGroup.of(((ExprFunctionOp) condition).getGraphPattern())) : Optional.empty();
    }

    private Optional<TemporalJoin> join(PatternGroup given) {
        PatternGroup group = withoutOuter(given);
        Set<Var> certain = PatternGroup.certain(group.parts().stream().filter(Part::isJoined).toList());
        Set<Var> shared = new HashSet<>(outer);
        shared.retainAll(PatternGroup.visible(group.parts()));
        boolean same = certain.containsAll(shared) && Variables.certain(raw).containsAll(shared)
                && group.parts().stream().allMatch(part -> isSame(part, certain));
        return same && !group.isAboutAny(shared) ? joined(group, shared) : Optional.empty();
    }

    /** The group without variables bound to something of the row, if only its conditions look at them. */
    private PatternGroup withoutOuter(PatternGroup group) {
        List<Part> parts = new ArrayList<>(group.parts());
        Map<Var, Expr> bound = new HashMap<>();
        for (Part part : group.parts()) {
            boolean looksOut = part.form() == Form.BIND && Variables.mentioned(part.expressions().get(0)).stream().anyMatch(outer::contains);
            if (looksOut && !Lasting.is(part.expressions().get(0)) || looksOut && parts.stream().anyMatch(p -> p != part && p.mentionsAny(part.visible()))
                    || looksOut && group.conditions().stream().anyMatch(c -> Variables.hasPattern(c) || Variables.asksIfBound(c, part.visible()))) {
                return group;
            } else if (looksOut) {
                bound.put(part.variable(), part.expressions().get(0));
                parts.remove(part);
            }
        }
        return new PatternGroup(parts, group.conditions().stream().map(c -> Split.inlined(c, bound)).toList());
    }

    private boolean isSame(Part part, Set<Var> certain) {
        Set<Var> looked = new HashSet<>(part.mentioned());
        looked.retainAll(outer);
        return switch (part.form()) {
            case FIXED -> true;
            case JOIN -> isSame(part.op());
            case OPTIONAL -> certain.containsAll(looked) && isSame(part.op()) && part.expressions().stream().noneMatch(Variables::hasPattern);
            case BIND -> certain.containsAll(looked) && Lasting.is(part.expressions().get(0));
        };
    }

    private boolean isSame(Op op) {
        if (op instanceof OpJoin join) {
            return isSame(join.getLeft()) && isSame(join.getRight());
        } else if (op instanceof OpUnion union) {
            return isSame(union.getLeft()) && isSame(union.getRight());
        } else if (op instanceof OpGraph graph) {
            return isSame(graph.getSubOp());
        } else if (op instanceof OpFilter filter) {
            Set<Var> looked = Variables.mentioned(filter.getExprs().getList());
            looked.retainAll(outer);
            return isSame(filter.getSubOp()) && Variables.certain(filter.getSubOp()).containsAll(looked)
                    && filter.getExprs().getList().stream().allMatch(Lasting::is);
        }
        return op instanceof OpBGP || op instanceof OpPath;
    }

    private Optional<TemporalJoin> joined(PatternGroup group, Set<Var> shared) {
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
        Op left = wanted || !match.residual().isEmpty() ? planned : Nearest.pruned(planned, right, match);
        return Optional.of(new TemporalJoin(wanted ? Mode.WITH : Mode.WITHOUT, new Sources(left, right, OpFilter.filter(condition, raw)), match));
    }
}
