package org.w3id.trilateral.temporal;

import java.util.List;
import java.util.Set;

import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;

/**
 * What makes a pair.
 *
 * @param shared     variables that both sides bind, to the same term
 * @param ties       follow from the conditions
 * @param conditions all conditions on both sides
 */
record Match(Set<Var> shared, Ties ties, List<Expr> conditions) {
    Match {
        shared = Set.copyOf(shared);
        conditions = List.copyOf(conditions);
    }

    List<Bound> bounds() {
        return ties.bounds();
    }

    /** Conditions that the bounds do not cover. */
    List<Expr> residual() {
        return ties.residual();
    }
}
