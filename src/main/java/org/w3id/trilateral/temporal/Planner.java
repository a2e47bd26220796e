package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpN;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.main.LeftJoinClassifier;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;

import org.w3id.trilateral.temporal.Conditions.Place;
import org.w3id.trilateral.temporal.Sides.Side;
import org.w3id.trilateral.temporal.TemporalJoin.Mode;
import org.w3id.trilateral.temporal.TemporalJoin.Sources;

/**
 * Finds the joins in an algebra expression, from the top down. What it does not understand stays as it is.
 *
 * <p>Works on the algebra as the syntax gives it, before ARQ's own optimizer: a filter is then still one unit above the
 * whole of its group. Patterns within expressions are left alone, for they run once for each row.
 */
final class Planner {
    private Planner() {
    }

    /** An equivalent operator. */
    static Op plan(Op op) {
        return plan(op, Wish.NONE);
    }

    /**
     * An equivalent operator.
     *
     * @param wish what had better be on which side of a join, if the operator becomes one
     */
    static Op plan(Op op, Wish wish) {
        if (op instanceof OpFilter filter) {
            return filter(filter, wish);
        } else if (op instanceof OpJoin join) {
            return JoinPlanner.plan(join, wish);
        } else if (op instanceof OpLeftJoin optional) {
            return optional(optional, plan(optional.getLeft()));
        } else if (op instanceof OpGroup group) {
            return Marks.grouped(group).orElseGet(() -> GroupPlanner.plan(group));
        } else if (op instanceof OpOrder order) {
            return Marks.ordered(order, plan(order.getSubOp()));
        } else if (op instanceof OpDistinct distinct) {
            return Repeats.once(distinct);
        } else if (op instanceof OpMinus minus) {
            return minus(minus);
        } else if (op instanceof OpExtend extend) {
            return extended(extend);
        } else if (op instanceof OpService) {
            return op;
        } else if (op instanceof OpGraph graph) {
            return graph.copy(Joins.within(graph.getNode(), plan(graph.getSubOp())));
        } else if (op instanceof Op1 single) {
            return single.copy(plan(single.getSubOp()));
        } else if (op instanceof Op2 pair) {
            Op left = plan(pair.getLeft());
            Op right = plan(pair.getRight());
            return Marks.clash(left, right) ? pair : pair.copy(left, right);
        }
        return op instanceof OpN several ? several.copy(several.getElements().stream().map(Planner::plan).toList())
                : op;
    }

    private static Op extended(OpExtend op) {
        Op planned = plan(op.getSubOp());
        if (op.getVarExprList().getExprs().values().stream().noneMatch(Variables::hasPattern)) {
            return TemporalGroup.named(op, planned);
        }
        Op raw = op.getSubOp();
        for (Var variable : op.getVarExprList().getVars()) {
            Expr value = op.getVarExprList().getExpr(variable);
            planned = Marks.extended(raw, planned, variable, value);
            raw = OpExtend.create(raw, variable, value);
        }
        return planned;
    }

    private static Op minus(OpMinus op) {
        Op left = plan(op.getLeft());
        return ExistsPlanner.without(op, left).orElseGet(() -> {
            Op right = plan(op.getRight());
            return Marks.clash(left, right) ? op : op.copy(left, right);
        });
    }

    /** An equivalent of a filter. */
    private static Op filter(OpFilter op, Wish wish) {
        PatternGroup group = PatternGroup.of(op);
        PatternGroup open = Opened.of(group);
        return joined(open, wish).or(() -> open == group ? Optional.empty() : joined(group, wish))
                .or(() -> Pushing.into(op, wish)).orElseGet(() -> {
            Op below = op;
            while (below instanceof OpFilter filter) {
                below = filter.getSubOp();
            }
            return filtered(below, plan(below), group.conditions());
        });
    }

    /** The join of the two sides that a group falls into. */
    static Optional<Op> joined(PatternGroup group, Wish wish) {
        return Split.of(group, wish).flatMap(halves -> joined(group, halves));
    }

    private static Optional<Op> joined(PatternGroup group, Halves halves) {
        Conditions conditions = Conditions.of(group, halves);
        if (conditions.ties().bounds().isEmpty() || group.conditions().stream().map(halves::inlined).anyMatch(
                c -> Conditions.isMadeUnion(c) && halves.sides().of(c) == Side.BOTH)) {
            return Optional.empty();
        }
        Op left = PatternGroup.build(halves.left(), conditions.on(Place.LEFT));
        Op right = PatternGroup.build(halves.right(), conditions.on(Place.RIGHT));
        List<Expr> between = conditions.on(Place.BETWEEN);
        Op raw = PatternGroup.filtered(OpJoin.create(left, right), between);
        Match match = new Match(shared(left, right), conditions.ties(), between);
        TemporalJoin join = new TemporalJoin(Mode.INNER, new Sources(plan(left), plan(right), raw), match);
        Op built = behind(raw, filtered(raw, join, conditions.on(Place.PATTERN)), halves.after());
        return Optional.of(PatternGroup.filtered(built, conditions.on(Place.AFTER)));
    }

    static Set<Var> shared(Op left, Op right) {
        Set<Var> shared = new HashSet<>(Variables.visible(left));
        shared.retainAll(Variables.visible(right));
        return shared;
    }

    private static Op behind(Op raw, Op joined, List<Part> parts) {
        Op op = joined;
        Op plain = raw;
        for (Part part : parts) {
            if (part.form() == Part.Form.BIND) {
                op = Marks.extended(plain, op, part.variable(), part.expressions().get(0));
                plain = OpExtend.create(plain, part.variable(), part.expressions().get(0));
            } else {
                OpLeftJoin optional = OpLeftJoin.createLeftJoin(plain, part.op(),
                        part.expressions().isEmpty() ? null : new ExprList(part.expressions()));
                op = optional(optional, op);
                plain = optional;
            }
        }
        return op;
    }

    /** Filters a planned operator; each condition that looks for something in a time window becomes a join. */
    private static Op filtered(Op raw, Op planned, List<Expr> conditions) {
        List<Expr> plain = new ArrayList<>();
        List<Expr> patterns = new ArrayList<>();
        conditions.forEach(c -> (Variables.hasPattern(c) ? patterns : plain).add(c));
        Op rawOp = PatternGroup.filtered(raw, plain);
        Op op = PatternGroup.filtered(planned, plain);
        List<Expr> rest = new ArrayList<>();
        for (Expr pattern : patterns) {
            Optional<Op> join = ExistsPlanner.plan(pattern, rawOp, op);
            Optional<Op> found = join.isPresent() ? join : Marks.filtered(rawOp, op, pattern);
            if (found.isPresent()) {
                rawOp = OpFilter.filter(pattern, rawOp);
                op = found.get();
            } else {
                rest.add(pattern);
            }
        }
        return PatternGroup.filtered(op, rest);
    }

    private static Op optional(OpLeftJoin op, Op left) {
        List<Expr> conditions = new ArrayList<>();
        if (op.getExprs() != null) {
            op.getExprs().forEach(e -> PatternGroup.splitConditions(e, conditions));
        }
        Set<Var> common = Variables.mentioned(op.getRight());
        common.retainAll(Variables.visible(op.getLeft()));
        Sides sides = new Sides(Variables.visible(op.getLeft()), Variables.visible(op.getRight()));
        List<Expr> between = conditions.stream().filter(c -> sides.of(c) != Side.RIGHT).toList();
        Ties ties = Ties.read(new BoundReader(sides), between, List.of());
        boolean safe = Variables.certain(op.getLeft()).containsAll(common)
                && Variables.certain(op.getRight()).containsAll(common)
                && !PatternGroup.of(op.getRight()).isAboutAny(common)
                && conditions.stream().noneMatch(c -> Variables.hasPattern(c) || Variables.isUnstable(c));
        if (ties.bounds().isEmpty() || !safe) {
            return joinedInside(op, left, conditions);
        }
        List<Expr> right = conditions.stream().filter(c -> sides.of(c) == Side.RIGHT).toList();
        Op kept = plan(PatternGroup.filtered(op.getRight(), right));
        return new TemporalJoin(Mode.LEFT, new Sources(left, kept, op), new Match(common, ties, between));
    }

    /** An optional part whose joins, if there are any, are within it; its conditions on itself alone may make one. */
    private static Op joinedInside(OpLeftJoin op, Op left, List<Expr> conditions) {
        Set<Var> open = Variables.visible(op.getLeft());
        open.removeAll(Variables.certain(op.getRight()));
        List<Expr> own = conditions.stream().filter(c -> !Variables.hasPattern(c) && !Variables.isUnstable(c)
                && Variables.mentioned(c).stream().noneMatch(open::contains)).toList();
        Op inner = plan(PatternGroup.filtered(op.getRight(), own));
        if (Joins.in(inner).isEmpty() || Marks.clash(left, inner)) {
            return op.copy(left, op.getRight());
        }
        List<Expr> rest = conditions.stream().filter(c -> !own.contains(c)).toList();
        ExprList others = rest.isEmpty() ? null : new ExprList(rest);
        if (LeftJoinClassifier.isLinear(op) && !Repeats.isOnceAsOften(op)) {
            return op.copy(left, op.getRight());
        }
        LateJoin.Form form = JoinPlanner.isOnceForAll(left, op) ? LateJoin.Form.OPTIONAL_BESIDE
                : LateJoin.Form.OPTIONAL;
        return new LateJoin(form, new LateJoin.Sources(left, inner, op, Optional.empty()), others);
    }
}
