package org.w3id.trilateral.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVars;

/**
 * One basic pattern with conditions on it, out of the several that ARQ makes of it to ask each condition early.
 *
 * @param patterns   all triple patterns
 * @param conditions on them
 */
record Flat(BasicPattern patterns, List<Expr> conditions) {
    /** What an operator is made of; empty if of other things too, or if a condition would see more than it did. */
    static Optional<Flat> of(OpFilter op) {
        Flat flat = new Flat(new BasicPattern(), new ArrayList<>());
        return flat.take(op.getSubOp()) ? Optional.of(new Flat(flat.patterns, flat.with(op.getExprs())))
                : Optional.empty();
    }

    private boolean take(Op op) {
        if (op instanceof OpBGP pattern) {
            patterns.addAll(pattern.getPattern());
            return true;
        } else if (op instanceof OpSequence sequence) {
            return sequence.getElements().stream().allMatch(this::take);
        } else if (op instanceof OpFilter filter && filter.getExprs().getList().stream()
                .allMatch(condition -> isAboutAlone(condition, OpVars.visibleVars(filter.getSubOp())))) {
            conditions.addAll(filter.getExprs().getList());
            return take(filter.getSubOp());
        }
        return false;
    }

    private List<Expr> with(ExprList more) {
        conditions.addAll(more.getList());
        return List.copyOf(conditions);
    }

    /** The variables of a pattern within a condition count as well. */
    private static boolean isAboutAlone(Expr condition, Set<Var> variables) {
        return variables.containsAll(ExprVars.getVarsMentioned(condition));
    }
}
