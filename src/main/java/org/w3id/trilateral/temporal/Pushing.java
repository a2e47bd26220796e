package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpReduced;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;

/**
 * Brings conditions to the two parts they compare, where these stand together within {@code GRAPH}, a sub-select or the
 * branches of a union, and the conditions outside. Does so only if a join comes of it.
 */
final class Pushing {
    /** Where filters lie deeper in each other than this, they stay: each is tried in two ways. */
    private static final int DEEPEST = 4;

    private Pushing() {
    }

    /** The filter with its conditions further in, planned; empty where no join comes of that. */
    static Optional<Op> into(OpFilter op, Wish wish) {
        PatternGroup group = PatternGroup.of(op);
        for (int i = 0; i < group.parts().size(); i++) {
            Part part = group.parts().get(i);
            List<Expr> inner = part.form() == Part.Form.JOIN ? movable(group, part) : List.of();
            Op closer = inner.isEmpty() || filtersWithin(part.op()) > DEEPEST ? part.op() : pushed(part.op(), inner);
            if (closer == part.op() || closer instanceof OpFilter filter && filter.getSubOp() == part.op()) {
                continue;
            }
            Op pushed = Planner.plan(closer);
            if (Joins.in(pushed).size() > Joins.in(Planner.plan(part.op())).size()) {
                List<Part> parts = new ArrayList<>(group.parts());
                parts.set(i, Part.joined(pushed, Part.Form.JOIN));
                List<Expr> rest = group.conditions().stream().filter(c -> !inner.contains(c)).toList();
                return Optional.of(PatternGroup.build(parts, rest));
            }
        }
        return Optional.empty();
    }

    private static int filtersWithin(Op op) {
        return (op instanceof OpFilter ? 1 : 0) + Lasting.below(op).stream().mapToInt(Pushing::filtersWithin).max()
                .orElse(0);
    }

    /** Conditions that hold of a part if they hold of the group: no other part can bind what they look at. */
    private static List<Expr> movable(PatternGroup group, Part part) {
        Set<Var> others = PatternGroup.visible(group.parts().stream().filter(other -> other != part).toList());
        others.removeAll(part.certain());
        return group.conditions().stream().filter(c -> !Variables.hasPattern(c) && !Variables.isUnstable(c))
                .filter(c -> Variables.mentioned(c).stream().noneMatch(others::contains))
                .filter(c -> Variables.mentioned(c).stream().filter(part.visible()::contains)
                .count() > (part.op() instanceof OpProject ? 0 : 1)).toList();
    }

    private static Op pushed(Op op, List<Expr> conditions) {
        if (op instanceof OpGraph graph) {
            return some(op, conditions, c -> Variables.mentioned(c).stream().noneMatch(graph.getNode()::equals),
                    inner -> new OpGraph(graph.getNode(), pushed(graph.getSubOp(), inner)));
        } else if (op instanceof OpProject project) {
            return some(op, conditions, c -> project.getVars().containsAll(Variables.mentioned(c)),
                    inner -> new OpProject(pushed(project.getSubOp(), inner), project.getVars()));
        } else if (op instanceof OpUnion union) {
            return new OpUnion(pushed(union.getLeft(), conditions), pushed(union.getRight(), conditions));
        } else if (op instanceof OpDistinct distinct) {
            return OpDistinct.create(pushed(distinct.getSubOp(), conditions));
        } else if (op instanceof OpReduced reduced) {
            return OpReduced.create(pushed(reduced.getSubOp(), conditions));
        }
        return PatternGroup.filtered(op, conditions);
    }

    /** Those conditions further in that may be there. */
    private static Op some(Op op, List<Expr> conditions, Predicate<Expr> mayBe, Function<List<Expr>, Op> further) {
        List<Expr> inner = conditions.stream().filter(mayBe).toList();
        List<Expr> outer = conditions.stream().filter(mayBe.negate()).toList();
        return PatternGroup.filtered(inner.isEmpty() ? op : further.apply(inner), outer);
    }
}
