package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Bound;
import org.apache.jena.sparql.expr.E_GreaterThan;
import org.apache.jena.sparql.expr.E_GreaterThanOrEqual;
import org.apache.jena.sparql.expr.E_If;
import org.apache.jena.sparql.expr.E_LessThan;
import org.apache.jena.sparql.expr.E_LessThanOrEqual;
import org.apache.jena.sparql.expr.E_NumAbs;
import org.apache.jena.sparql.expr.E_Subtract;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggMin;
import org.apache.jena.sparql.expr.aggregate.AggSum;
import org.apache.jena.sparql.expr.aggregate.Aggregator;

/**
 * Groups of all pairs of two sides that no condition ties, where what is asked of the pairs makes a window of its own:
 * {@code SUM(IF(window, 1, 0))}, and {@code MIN(ABS(difference))}, which is the least of what is behind and of what is
 * before.
 *
 * <p>One pair of which the comparison is an error leaves its group without a value; so this is done only where the data
 * show, when the query runs, that there can be none, and that each left row has a pair at all.
 */
final class ProductPlanner {
    private static final Var NEAR = Var.alloc(".near");
    private static final NodeValue ZERO = NodeValue.makeInteger(0);
    private static final NodeValue ONE = NodeValue.makeInteger(1);

    private final OpGroup op;
    private final Map<Var, Expr> bound;

    private ProductPlanner(OpGroup op) {
        this.op = op;
        this.bound = GroupPlanner.bound(op.getSubOp());
    }

    /** An equivalent of a group; empty where it asks for something else. */
    static Optional<Op> plan(OpGroup op) {
        boolean known = op.getGroupVars().getExprs().isEmpty() && !op.getAggregators().isEmpty()
                && Variables.certain(op.getSubOp()).containsAll(op.getGroupVars().getVars())
                && Lasting.is(op.getSubOp());
        return known ? new ProductPlanner(op).joined() : Optional.empty();
    }

    private Optional<Op> joined() {
        Op joined = null;
        List<ExprAggregator> done = new ArrayList<>();
        for (ExprAggregator aggregator : op.getAggregators()) {
            Optional<Op> one = one(aggregator);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            done.add(aggregator);
            Op plain = new OpGroup(op.getSubOp(), op.getGroupVars(), List.copyOf(done));
            joined = joined == null ? one.get() : new LateJoin(LateJoin.Form.SIDE_BY_SIDE,
                    new LateJoin.Sources(joined, one.get(), plain, Optional.empty()), null);
        }
        return Optional.of(new LateJoin(LateJoin.Form.DECIDED,
                new LateJoin.Sources(joined, OpTable.unit(), op, Optional.empty()), null));
    }

    private Optional<Op> one(ExprAggregator aggregator) {
        Aggregator how = aggregator.getAggregator();
        if (!(how instanceof AggSum) && !(how instanceof AggMin)) {
            return Optional.empty();
        }
        Expr value = Split.inlined(how.getExprList().get(0), bound);
        if (how instanceof AggMin) {
            return difference(value).flatMap(e -> nearest(aggregator, e));
        }
        return value instanceof E_If choice && choice.getArg2().equals(ONE) && choice.getArg3().equals(ZERO)
                ? counted(aggregator, choice.getArg1()) : Optional.empty();
    }

    /** How many pairs are in a window, of each left row. */
    private Optional<Op> counted(ExprAggregator aggregator, Expr window) {
        return grouped(window, new ExprAggregator(aggregator.getVar(), new AggCount()))
                .map(group -> group.ofEachLeft(new OpGroup(op.getSubOp(), op.getGroupVars(), List.of(aggregator))));
    }

    /** The lesser of the least difference that is not negative, and of the least opposite of one that is. */
    private Optional<Op> nearest(ExprAggregator aggregator, Expr difference) {
        Optional<TemporalGroup> behind = grouped(new E_GreaterThanOrEqual(difference, ZERO),
                new ExprAggregator(NEAR, new AggMin(difference)));
        Optional<TemporalGroup> before = grouped(new E_LessThan(difference, ZERO),
                new ExprAggregator(NEAR, new AggMin(new E_Subtract(ZERO, difference))));
        return behind.flatMap(one -> before.map(other -> new OpGroup(
                OpFilter.filter(new E_Bound(new ExprVar(NEAR)), new OpUnion(one, other)), op.getGroupVars(),
                List.of(new ExprAggregator(aggregator.getVar(), new AggMin(new ExprVar(NEAR)))))));
    }

    /** A group of the pairs in a window, if these are all that it has to look at. */
    private Optional<TemporalGroup> grouped(Expr window, ExprAggregator asked) {
        List<Expr> conditions = new ArrayList<>();
        PatternGroup.splitConditions(window, conditions);
        if (!Variables.certain(op.getSubOp()).containsAll(Variables.mentioned(window))) {
            return Optional.empty();
        }
        OpGroup within = new OpGroup(OpFilter.filter(window, op.getSubOp()), op.getGroupVars(), List.of(asked));
        return GroupPlanner.together(within) instanceof TemporalGroup group
                && group.join().isByPlaces(conditions.size()) ? Optional.of(group) : Optional.empty();
    }

    /** What is taken the size of: {@code abs(a - b)} or {@code if(a >= b, a - b, b - a)}. */
    private static Optional<Expr> difference(Expr value) {
        if (value instanceof E_NumAbs size) {
            return Optional.of(size.getArg());
        }
        if (!(value instanceof E_If choice && choice.getArg1() instanceof ExprFunction2 order)) {
            return Optional.empty();
        }
        boolean more = order instanceof E_GreaterThan || order instanceof E_GreaterThanOrEqual;
        boolean less = order instanceof E_LessThan || order instanceof E_LessThanOrEqual;
        Expr high = more ? order.getArg1() : order.getArg2();
        Expr low = more ? order.getArg2() : order.getArg1();
        return (more || less) && choice.getArg2().equals(new E_Subtract(high, low))
                && choice.getArg3().equals(new E_Subtract(low, high)) ? Optional.of(choice.getArg2())
                : Optional.empty();
    }
}
