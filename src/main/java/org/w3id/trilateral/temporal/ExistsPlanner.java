package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpProject;
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
 * Makes {@code EXISTS} and {@code NOT EXISTS} of something within a window a join that keeps, drops or marks left rows.
 *
 * <p>The pattern must give the same whether a row's values are put into it, as the standard says, or joined with it:
 * triples, paths, unions and graphs of these that bind all they share with the row, filters, optional parts and bound
 * variables that look at nothing else of the row, and whatever has nothing to do with it. A variable bound to something
 * of the row stands for that in the conditions.
 */
final class ExistsPlanner {
    private final PatternGroup pattern;
    private final boolean wanted;
    private final Optional<Var> mark;
    private final Op raw;
    private final Op planned;
    private final Op plain;
    private final Set<Var> outer;

    /**
     * A planner.
     *
     * @param pattern looked for
     * @param wanted  true if rows are kept where it is found
     * @param mark    the variable, where rows are marked
     * @param rows    the plain operator, the planned one, and both with what is looked for in plain operators
     */
    private ExistsPlanner(PatternGroup pattern, boolean wanted, Optional<Var> mark, LateJoin.Sources rows) {
        this.pattern = pattern;
        this.wanted = wanted;
        this.mark = mark;
        this.raw = rows.left();
        this.planned = rows.right();
        this.plain = rows.plain();
        this.outer = Variables.visible(raw);
    }

    /** The join in place of a filter above an operator. */
    static Optional<Op> plan(Expr condition, Op raw, Op planned) {
        return condition instanceof E_Exists || condition instanceof E_NotExists
                ? of((ExprFunctionOp) condition, Optional.empty(), raw, planned).join() : Optional.empty();
    }

    /** The join in place of a variable bound above an operator to whether there is such. */
    static Optional<Op> marked(ExprFunctionOp exists, Op raw, Op planned, Var variable) {
        return exists instanceof E_Exists ? of(exists, Optional.of(variable), raw, planned).join() : Optional.empty();
    }

    /**
     * The join in place of a {@code MINUS}: where all that both sides share is always bound, and there is such, it
     * drops what {@code NOT EXISTS} does.
     */
    static Optional<Op> without(OpMinus op, Op planned) {
        Set<Var> shared = Variables.mentioned(op.getRight());
        shared.retainAll(Variables.visible(op.getLeft()));
        PatternGroup pattern = PatternGroup.of(op.getRight());
        boolean same = !shared.isEmpty() && Variables.certain(op.getRight()).containsAll(shared)
                && Variables.certain(op.getLeft()).containsAll(shared);
        return same ? new ExistsPlanner(pattern, false, Optional.empty(),
                new LateJoin.Sources(op.getLeft(), planned, op, Optional.empty())).joinWithout()
                : Optional.empty();
    }

    private static ExistsPlanner of(ExprFunctionOp exists, Optional<Var> mark, Op raw, Op planned) {
        Op plain = mark.isPresent() ? OpExtend.create(raw, mark.get(), exists) : OpFilter.filter(exists, raw);
        return new ExistsPlanner(PatternGroup.of(exists.getGraphPattern()), exists instanceof E_Exists, mark,
                new LateJoin.Sources(raw, planned, plain, Optional.empty()));
    }

    private Optional<Op> join() {
        return join(pattern).or(this::joinWithout);
    }

    /** The same, for what the rows themselves are not known to fulfil. */
    private Optional<Op> joinWithout() {
        Set<Triple> known = new HashSet<>();
        PatternGroup.of(raw).parts().stream().filter(Part::isJoined).map(Part::op).filter(OpBGP.class::isInstance)
                .forEach(op -> known.addAll(((OpBGP) op).getPattern().getList()));
        List<Part> rest = pattern.parts().stream().filter(part -> !(part.form() == Form.JOIN
                && part.op() instanceof OpBGP bgp && known.containsAll(bgp.getPattern().getList()))).toList();
        return rest.isEmpty() || rest.size() == pattern.parts().size() ? Optional.empty()
                : join(new PatternGroup(rest, pattern.conditions()));
    }

    private Optional<Op> join(PatternGroup given) {
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
            boolean looksOut = part.form() == Form.BIND
                    && Variables.mentioned(part.expressions().get(0)).stream().anyMatch(outer::contains);
            if (looksOut && !Lasting.is(part.expressions().get(0)) || looksOut
                    && parts.stream().anyMatch(p -> p != part && p.mentionsAny(part.visible()))
                    || looksOut && group.conditions().stream()
                    .anyMatch(c -> Variables.hasPattern(c) || Variables.asksIfBound(c, part.visible()))) {
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
            case FIXED -> part.visible().stream().noneMatch(outer::contains);
            case JOIN -> isSame(part.op());
            case OPTIONAL -> certain.containsAll(looked) && isSame(part.op())
                    && part.expressions().stream().noneMatch(Variables::hasPattern);
            case BIND -> certain.containsAll(looked) && Lasting.is(part.expressions().get(0));
        };
    }

    private boolean isSame(Op op) {
        if (Variables.mentioned(op).stream().noneMatch(outer::contains) && Lasting.is(op)) {
            return true;
        } else if (op instanceof OpJoin join) {
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

    private Optional<Op> joined(PatternGroup group, Set<Var> shared) {
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
        if (between.stream().anyMatch(c -> Variables.hasPattern(c) || Conditions.isMadeUnion(c))
                || group.conditions().stream().anyMatch(Variables::isUnstable)) {
            return Optional.empty();
        }
        Op right = Planner.plan(PatternGroup.build(group.parts(), within));
        if (ties.bounds().isEmpty()) {
            boolean whole = between.isEmpty() && mark.isEmpty() && !shared.isEmpty() && !Joins.in(right).isEmpty();
            return whole ? Optional.of(madeOnce(right, new ArrayList<>(shared))) : Optional.empty();
        }
        Match match = new Match(shared, ties, between);
        if (mark.isPresent()) {
            return Optional.of(new TemporalJoin(Mode.MARK, new Sources(planned, right, plain), match)
                    .marking(mark.get()));
        }
        Op left = wanted || !match.residual().isEmpty() ? planned : Nearest.pruned(planned, right, match);
        return Optional.of(new TemporalJoin(wanted ? Mode.WITH : Mode.WITHOUT,
                new Sources(left, right, plain), match));
    }

    /** Tied by equal variables alone: the pattern, with joins in it, is made once and not for each row. */
    private Op madeOnce(Op pattern, List<Var> shared) {
        Op keys = new OpProject(pattern, shared);
        return !wanted ? OpMinus.create(planned, keys) : new LateJoin(LateJoin.Form.HASHED,
                new LateJoin.Sources(planned, OpDistinct.create(keys), plain, Optional.empty()), null);
    }
}
