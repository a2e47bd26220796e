package org.w3id.trilateral.temporal;

import java.util.Set;

import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;

/**
 * The variables on the two sides of a join. Those on both are bound to the same on both.
 *
 * @param left  of the side that is read once, row by row
 * @param right of the side that is kept sorted
 */
record Sides(Set<Var> left, Set<Var> right) {
    /** Where an expression can be evaluated; left, if on either. */
    enum Side { LEFT, RIGHT, BOTH }

    Sides {
        left = Set.copyOf(left);
        right = Set.copyOf(right);
    }

    Side of(Expr expression) {
        return of(Variables.mentioned(expression));
    }

    Side of(Set<Var> variables) {
        boolean needsLeft = variables.stream().anyMatch(v -> left.contains(v) && !right.contains(v));
        boolean needsRight = variables.stream().anyMatch(v -> right.contains(v) && !left.contains(v));
        if (needsRight) {
            return needsLeft ? Side.BOTH : Side.RIGHT;
        }
        return Side.LEFT;
    }
}
