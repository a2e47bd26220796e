package org.w3id.trilateral.temporal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;

import org.w3id.trilateral.temporal.Part.Form;

/** The two sides of a group and what comes after their join. */
record Halves(List<Part> left, List<Part> right, List<Part> after, Map<Var, Expr> bound) {
    Sides sides() {
        return new Sides(PatternGroup.visible(left), PatternGroup.visible(right));
    }

    BoundReader reader() {
        Map<Var, Expr> constants = new HashMap<>();
        left.stream().filter(part -> part.form() == Form.FIXED).forEach(part -> constants.putAll(part.constants()));
        return new BoundReader(sides(), constants);
    }

    /** The condition as it would be without variables bound behind the join. */
    Expr inlined(Expr condition) {
        return Split.inlined(condition, bound);
    }
}
