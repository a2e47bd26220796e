package org.w3id.trilateral.temporal;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpReduced;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.AggMax;
import org.apache.jena.sparql.expr.aggregate.AggMaxDistinct;
import org.apache.jena.sparql.expr.aggregate.AggMin;
import org.apache.jena.sparql.expr.aggregate.AggMinDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;

/** How often the same solution comes, and where that makes no difference. */
final class Repeats {
    private static final Set<Class<? extends Aggregator>> ONCE = Set.of(AggCountVarDistinct.class, AggMin.class,
            AggMinDistinct.class, AggMax.class, AggMaxDistinct.class);

    private Repeats() {
    }

    /**
     * True if running the right side once gives what ARQ gives by running it for each left row: not so where a pattern
     * in one of its expressions sees more of that row than the standard says, nor where ARQ applies a DISTINCT of one
     * side to both.
     */
    static boolean isOnceAsOften(Op2 op) {
        Set<Var> seen = Variables.mentioned(op.getRight());
        seen.retainAll(Variables.visible(op.getLeft()));
        return Variables.visible(op.getRight()).containsAll(seen)
                && (!isDistinct(op.getRight()) || isSet(op.getLeft()));
    }

    /** True for what has no solution twice. */
    static boolean isSet(Op op) {
        boolean plain = op instanceof OpFilter || op instanceof OpJoin || op instanceof OpLeftJoin
                || op instanceof OpExtend || op instanceof OpGraph;
        return op instanceof OpBGP || plain && Lasting.below(op).stream().allMatch(Repeats::isSet);
    }

    /** True if solutions that are alike are made one somewhere in it. */
    static boolean isDistinct(Op op) {
        return op instanceof OpDistinct || op instanceof OpReduced
                || Lasting.below(op).stream().anyMatch(Repeats::isDistinct);
    }

    /** Distinct solutions, planned; of a join, where they are of one side, it is asked only whether there is a pair. */
    static Op once(OpDistinct op) {
        if (!(op.getSubOp() instanceof OpProject project)) {
            return op.copy(Planner.plan(op.getSubOp()));
        }
        Op inner = project.getSubOp() instanceof OpOrder order ? order.getSubOp() : project.getSubOp();
        Op planned = Planner.plan(inner, new Wish(Optional.empty(), Set.copyOf(project.getVars())));
        if (project.getSubOp() instanceof OpOrder order) {
            boolean within = order.getConditions().stream().map(condition -> condition.getExpression())
                    .allMatch(e -> !Variables.hasPattern(e) && project.getVars().containsAll(Variables.mentioned(e)));
            return within ? op.copy(project.copy(order.copy(once(planned, project.getVars()))))
                    : op.copy(Planner.plan(project));
        }
        return op.copy(project.copy(once(planned, project.getVars())));
    }

    private static Op once(Op planned, List<Var> wanted) {
        return planned instanceof TemporalJoin join && join.leftVisible().containsAll(wanted)
                ? join.existing().<Op>map(existing -> existing).orElse(planned) : planned;
    }

    /** The planned operator below a group that asks only for distinct values of one side. */
    static Optional<Op> once(OpGroup op) {
        boolean alike = !op.getAggregators().isEmpty() && op.getGroupVars().getExprs().isEmpty()
                && op.getAggregators().stream().allMatch(a -> ONCE.contains(a.getAggregator().getClass()));
        if (!alike) {
            return Optional.empty();
        }
        ExprList values = new ExprList();
        op.getAggregators().forEach(a -> values.addAll(a.getAggregator().getExprList()));
        Set<Var> wanted = Variables.mentioned(values.getList());
        wanted.addAll(op.getGroupVars().getVars());
        boolean lasting = values.getList().stream().allMatch((Expr e) -> Lasting.is(e));
        Op planned = lasting ? Planner.plan(op.getSubOp(), new Wish(Optional.empty(), wanted)) : op.getSubOp();
        Op once = lasting ? once(planned, List.copyOf(wanted)) : planned;
        return once == planned ? Optional.empty() : Optional.of(once);
    }
}
