package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_Subtract;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggMax;
import org.apache.jena.sparql.expr.aggregate.AggMin;
import org.apache.jena.sparql.expr.aggregate.Aggregator;

import org.w3id.trilateral.temporal.TemporalGroup.Fold;
import org.w3id.trilateral.temporal.TemporalGroup.Fold.Form;
import org.w3id.trilateral.temporal.TemporalGroup.Ways;
import org.w3id.trilateral.temporal.TemporalJoin.Mode;
import org.w3id.trilateral.temporal.TemporalJoin.Pick;

/**
 * Makes groups of the pairs of a join without making the pairs: where all that is asked of them is how many they are,
 * or the least or greatest key (or of its difference from something on the left), and the groups are by variables of
 * the left.
 */
final class GroupPlanner {
    private final OpGroup op;

    private GroupPlanner(OpGroup op) {
        this.op = op;
    }

    /** An equivalent of a group. */
    static Op plan(OpGroup op) {
        return Repeats.once(op).<Op>map(op::copy).orElseGet(() -> {
            Op best = new GroupPlanner(op).best();
            return Joins.in(best).isEmpty() ? ProductPlanner.plan(op).orElse(best) : best;
        });
    }

    /** An equivalent of a group, that makes all of its values at once. */
    static Op together(OpGroup op) {
        return new GroupPlanner(op).together();
    }

    private Op best() {
        return apart().orElseGet(this::together);
    }

    /**
     * Counts, leasts and greatests each by themselves, joined by what is grouped by: where one side of the window is
     * open, so that pairs are many.
     */
    private Optional<Op> apart() {
        Map<Class<?>, List<ExprAggregator>> kinds = new LinkedHashMap<>();
        op.getAggregators().forEach(a -> kinds.computeIfAbsent(kind(a.getAggregator()), none -> new ArrayList<>())
                .add(a));
        if (kinds.size() < 2 || !List.of(AggCount.class, AggMin.class, AggMax.class).containsAll(kinds.keySet())
                || !Variables.certain(op.getSubOp()).containsAll(op.getGroupVars().getVars())
                || !Lasting.is(op.getSubOp())) {
            return Optional.empty();
        }
        Op joined = null;
        List<ExprAggregator> done = new ArrayList<>();
        for (List<ExprAggregator> some : kinds.values()) {
            Op part = new GroupPlanner(new OpGroup(op.getSubOp(), op.getGroupVars(), some)).together();
            if (!(part instanceof TemporalGroup group) || !group.join().isOneSided()) {
                return Optional.empty();
            }
            done.addAll(some);
            Op plain = new OpGroup(op.getSubOp(), op.getGroupVars(), List.copyOf(done));
            joined = joined == null ? part : new LateJoin(LateJoin.Form.SIDE_BY_SIDE,
                    new LateJoin.Sources(joined, part, plain, Optional.empty()), null);
        }
        return Optional.of(joined);
    }

    private static Class<?> kind(Aggregator aggregator) {
        return aggregator instanceof AggCountVar ? AggCount.class : aggregator.getClass();
    }

    private Op together() {
        Optional<Op> first = Optional.empty();
        for (Wish wish : wishes()) {
            Op joined = op.copy(Planner.plan(op.getSubOp(), wish));
            Optional<TemporalGroup> folded = folded((OpGroup) joined);
            if (folded.isPresent()) {
                return folded.get();
            }
            first = first.or(() -> Optional.of(joined));
        }
        return first.orElseThrow();
    }

    /** First without a key, then with each variable that is asked for, or that what is asked for is made of. */
    private List<Wish> wishes() {
        Set<Var> left = op.getGroupVars().getExprs().isEmpty() ? Set.copyOf(op.getGroupVars().getVars()) : Set.of();
        List<Wish> wishes = new ArrayList<>();
        Set<Var> keys = new LinkedHashSet<>();
        boolean extremes = op.getAggregators().stream().map(ExprAggregator::getAggregator)
                .allMatch(a -> a instanceof AggMin || a instanceof AggMax);
        if (extremes) {
            Map<Var, Expr> bound = bound(op.getSubOp() instanceof OpFilter filter ? filter.getSubOp() : op.getSubOp());
            op.getAggregators().forEach(a ->
                    keys.addAll(Variables.mentioned(Split.inlined(a.getAggregator().getExprList().get(0), bound))));
        }
        keys.forEach(key -> wishes.add(new Wish(Optional.of(key), left)));
        wishes.add(new Wish(Optional.empty(), left));
        return wishes;
    }

    /** What the outermost operators bind, in terms of what lies below. */
    static Map<Var, Expr> bound(Op op) {
        Map<Var, Expr> bound = new HashMap<>();
        for (Op below = op; below instanceof OpExtend extend; below = extend.getSubOp()) {
            extend.getVarExprList().forEachVarExpr((variable, expression) -> {
                bound.replaceAll((other, value) -> Split.inlined(value, Map.of(variable, expression)));
                bound.put(variable, expression);
            });
        }
        return bound;
    }

    private Optional<TemporalGroup> folded(OpGroup joined) {
        Op below = joined.getSubOp();
        Map<Var, Expr> bound = bound(below);
        while (below instanceof OpExtend extend) {
            below = extend.getSubOp();
        }
        if (!(below instanceof TemporalJoin join) || join.pick() != Pick.ALL || join.mode() != Mode.INNER
                && join.mode() != Mode.LEFT
                || !op.getGroupVars().getExprs().isEmpty()
                || !join.leftVisible().containsAll(op.getGroupVars().getVars())
                || op.getAggregators().isEmpty()) {
            return Optional.empty();
        }
        boolean counts = op.getAggregators().stream().map(ExprAggregator::getAggregator)
                .allMatch(a -> a instanceof AggCount || a instanceof AggCountVar);
        return counts ? counted(joined, join) : extreme(joined, join, bound);
    }

    private Optional<TemporalGroup> counted(OpGroup joined, TemporalJoin join) {
        List<Fold> folds = new ArrayList<>();
        for (ExprAggregator aggregator : op.getAggregators()) {
            Aggregator how = aggregator.getAggregator();
            Expr counted = how instanceof AggCount ? null : how.getExprList().get(0);
            boolean left = counted == null || counted instanceof ExprVar variable
                    && Variables.certain(join.left()).contains(variable.asVar());
            boolean right = counted instanceof ExprVar variable
                    && Variables.certain(join.right()).contains(variable.asVar());
            if (!left && !right) {
                return Optional.empty();
            }
            folds.add(new Fold(aggregator.getVar(), left ? Form.COUNT_ALONE : Form.COUNT,
                    new ExprVar(aggregator.getVar())));
        }
        return Optional.of(new TemporalGroup(new Ways(op, joined, join.counting()), op.getGroupVars().getVars(),
                folds));
    }

    private Optional<TemporalGroup> extreme(OpGroup joined, TemporalJoin join, Map<Var, Expr> bound) {
        List<Fold> folds = new ArrayList<>();
        Optional<ExprVar> key = Optional.empty();
        Optional<Pick> pick = Optional.empty();
        for (ExprAggregator aggregator : op.getAggregators()) {
            boolean least = aggregator.getAggregator() instanceof AggMin;
            if (!least && !(aggregator.getAggregator() instanceof AggMax)) {
                return Optional.empty();
            }
            Expr value = Split.inlined(aggregator.getAggregator().getExprList().get(0), bound);
            List<Signed> right = new ArrayList<>();
            boolean known = split(value, false, join, right) && right.size() == 1;
            Pick wanted = known && least != right.get(0).minus() ? Pick.LEAST : Pick.GREATEST;
            if (!known || !key.orElse(right.get(0).variable()).equals(right.get(0).variable())
                    || pick.orElse(wanted) != wanted) {
                return Optional.empty();
            }
            key = Optional.of(right.get(0).variable());
            pick = Optional.of(wanted);
            folds.add(new Fold(aggregator.getVar(), least ? Form.LEAST : Form.GREATEST, value));
        }
        return join.picking(pick.orElseThrow(), key.orElseThrow())
                .map(picking -> new TemporalGroup(new Ways(op, joined, picking), op.getGroupVars().getVars(), folds));
    }

    private record Signed(ExprVar variable, boolean minus) {
    }

    /**
     * Collects the variables of the right side that are added or taken off; false if something else is done with one.
     */
    private static boolean split(Expr value, boolean minus, TemporalJoin join, List<Signed> right) {
        if (value instanceof E_Add || value instanceof E_Subtract) {
            ExprFunction2 sum = (ExprFunction2) value;
            return split(sum.getArg1(), minus, join, right)
                    && split(sum.getArg2(), minus ^ value instanceof E_Subtract, join, right);
        }
        if (value instanceof ExprVar variable && !join.leftVisible().contains(variable.asVar())) {
            right.add(new Signed(variable, minus));
            return true;
        }
        return !Variables.isUnstable(value) && !Variables.hasPattern(value)
                && join.leftVisible().containsAll(Variables.mentioned(value));
    }
}
