package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpN;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.expr.E_BNode;
import org.apache.jena.sparql.expr.E_IRI;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprList;

/**
 * What gives the same rows, or the same value, whenever it is asked of the same data: patterns and plain functions, but
 * not the time of day, chance, another service, or a function of another's making.
 */
final class Lasting {
    private static final Set<Class<? extends Op>> PLAIN =
            Set.of(OpBGP.class, OpConditional.class, OpDistinct.class, OpExtend.class,
            OpFilter.class, OpGraph.class, OpGroup.class, OpJoin.class, OpLeftJoin.class, OpMinus.class, OpPath.class,
            OpProject.class, OpQuadPattern.class, OpSequence.class, OpTable.class, OpUnion.class);

    private Lasting() {
    }

    /** True for an operator that is made of such alone. */
    static boolean is(Op op) {
        if (op instanceof TemporalGroup group) {
            return is(group.effectiveOp());
        } else if (op instanceof RangeFilter filter) {
            return is(filter.effectiveOp());
        }
        return op instanceof TemporalJoin join ? join.isLasting()
                : PLAIN.contains(op.getClass()) && expressions(op).stream().allMatch(Lasting::is)
                && below(op).stream().allMatch(Lasting::is);
    }

    /** What an operator is made of. */
    static List<Op> below(Op op) {
        if (op instanceof Op1 single) {
            return List.of(single.getSubOp());
        } else if (op instanceof Op2 pair) {
            return List.of(pair.getLeft(), pair.getRight());
        }
        return op instanceof OpN several ? several.getElements() : List.of();
    }

    private static List<Expr> expressions(Op op) {
        if (op instanceof OpFilter filter) {
            return filter.getExprs().getList();
        } else if (op instanceof OpExtend extend) {
            return List.copyOf(extend.getVarExprList().getExprs().values());
        } else if (op instanceof OpLeftJoin optional && optional.getExprs() != null) {
            return optional.getExprs().getList();
        } else if (op instanceof OpGroup group) {
            List<Expr> all = new ArrayList<>(group.getGroupVars().getExprs().values());
            group.getAggregators().forEach(aggregator -> {
                ExprList arguments = aggregator.getAggregator().getExprList();
                all.addAll(arguments == null ? List.of() : arguments.getList());
            });
            return all;
        }
        return List.of();
    }

    /** True for such an expression. */
    static boolean is(Expr expression) {
        return !Variables.isUnstable(expression) && !Variables.hasPattern(expression)
                && !Variables.any(expression,
                e -> e instanceof ExprFunction0 || e instanceof E_BNode || e instanceof E_IRI);
    }
}
