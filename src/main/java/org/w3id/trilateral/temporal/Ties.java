package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_SameTerm;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;

import org.w3id.trilateral.temporal.Sides.Side;

/**
 * What conditions say of pairs that the sorted rows can answer.
 *
 * @param bounds   hold for each pair
 * @param equal    are equal in each pair
 * @param residual conditions that the bounds do not cover
 */
record Ties(List<Bound> bounds, List<Equality> equal, List<Expr> residual) {
    Ties {
        bounds = List.copyOf(bounds);
        equal = List.copyOf(equal);
        residual = List.copyOf(residual);
    }

    /**
     * Two expressions, each of one side, that are equal in each pair.
     *
     * @param right of the side that is kept
     * @param left  of the other
     */
    record Equality(Expr right, Expr left) {
        static Optional<Equality> of(Expr condition, Sides sides) {
            if (!(condition instanceof E_Equals || condition instanceof E_SameTerm) || Variables.isUnstable(condition)
                    || Variables.hasPattern(condition)) {
                return Optional.empty();
            }
            ExprFunction2 function = (ExprFunction2) condition;
            Side first = sides.of(function.getArg1());
            Side second = sides.of(function.getArg2());
            boolean both = first != Side.BOTH && second != Side.BOTH && first != second;
            return both ? Optional.of(first == Side.RIGHT ? new Equality(function.getArg1(), function.getArg2())
                    : new Equality(function.getArg2(), function.getArg1())) : Optional.empty();
        }

        /** What two terms have in common if SPARQL may hold them to be equal: the term itself, or less. */
        static Object trace(Node term) {
            if (!term.isLiteral() || Position.isText(term)) {
                return term;
            }
            boolean number = term.getLiteral().isWellFormed() && term.getLiteralValue() instanceof Number;
            return number ? (Object) (((Number) term.getLiteralValue()).floatValue() + 0f) : Boolean.FALSE;
        }
    }

    /**
     * Reads conditions.
     *
     * @param conditions looked at for each pair, unless covered by bounds
     * @param others     that are looked at elsewhere, and only read
     */
    static Ties read(BoundReader reader, List<Expr> conditions, List<Expr> others) {
        List<Expr> all = new ArrayList<>(conditions);
        all.addAll(others);
        Map<Expr, List<Bound>> read = new LinkedHashMap<>();
        all.forEach(condition -> read.put(condition, reader.read(condition)));
        List<Equality> equal = all.stream().flatMap(c -> Equality.of(c, reader.sides()).stream()).toList();
        if (read.values().stream().flatMap(List::stream).anyMatch(bound -> bound.relation() != Relation.EQUAL)) {
            read.replaceAll((condition, bounds) -> Equality.of(condition, reader.sides()).isPresent() ? List.of()
                    : bounds);
        }
        List<Expr> residual = conditions.stream().filter(c -> read.get(c).isEmpty()
                || read.get(c).stream().anyMatch(bound -> bound.origin() == Bound.Origin.IMPLIED)).toList();
        return new Ties(read.values().stream().flatMap(List::stream).distinct().toList(), equal, residual);
    }
}
