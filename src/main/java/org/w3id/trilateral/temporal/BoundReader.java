package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_NumAbs;
import org.apache.jena.sparql.expr.E_Subtract;
import org.apache.jena.sparql.expr.E_UnaryMinus;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.NodeValue;

import org.w3id.trilateral.temporal.Bound.Origin;
import org.w3id.trilateral.temporal.Sides.Side;

/**
 * Reads bounds out of a condition. Each bound follows from the condition; together they need not be all of it.
 *
 * <p>A comparison whose sides fall on the two sides of the join is a bound as it stands. Else it is taken apart at its
 * plus and minus signs, and the terms of the right side are brought before the sign, those of the left side behind it.
 */
final class BoundReader {
    private final Sides sides;
    private final Map<Var, Expr> constants;

    BoundReader(Sides sides) {
        this(sides, Map.of());
    }

    /** A reader that knows the values of some variables. */
    BoundReader(Sides sides, Map<Var, Expr> constants) {
        this.sides = sides;
        this.constants = constants;
    }

    Sides sides() {
        return sides;
    }

    /** The bounds that hold wherever the condition is true; none if it says nothing of an order. */
    List<Bound> read(Expr condition) {
        if (sides.of(condition) != Side.BOTH || Variables.hasPattern(condition) || Variables.isUnstable(condition)) {
            return List.of();
        }
        List<Bound> combined = new Alternatives(this).read(condition);
        if (!combined.isEmpty()) {
            return combined;
        }
        if (condition instanceof E_LogicalNot not && not.getArg() instanceof ExprFunction2 function) {
            return Relation.of(function).filter(relation -> relation != Relation.EQUAL)
                    .map(relation -> compared(function.getArg1(), relation.negated(), function.getArg2()))
                    .orElse(List.of());
        }
        return condition instanceof ExprFunction2 function
                ? Relation.of(function).map(relation -> compared(function.getArg1(), relation, function.getArg2()))
                .orElse(List.of())
                : List.of();
    }

    /** The bounds of {@code first relation second}. */
    List<Bound> compared(Expr first, Relation relation, Expr second) {
        Side before = sides.of(first);
        Side behind = sides.of(second);
        if (before == Side.RIGHT && behind == Side.LEFT) {
            return List.of(Bound.of(first, relation, second, Origin.DIRECT));
        }
        if (before == Side.LEFT && behind == Side.RIGHT) {
            return List.of(Bound.of(second, relation.swapped(), first, Origin.DIRECT));
        }
        if (first instanceof E_NumAbs size && relation.isUpper()) {
            Relation most = relation == Relation.EQUAL ? Relation.AT_MOST : relation;
            return Stream.of(false, true).flatMap(minus -> solved(size.getArg(), minus, most, second).stream())
                    .map(bound -> most == relation ? bound : Bound.implied(List.of(bound), bound.relation())).toList();
        }
        if (second instanceof E_NumAbs) {
            return compared(second, relation.swapped(), first);
        }
        List<Bound> extremes = new Extremes(this).read(first, relation, second);
        if (!extremes.isEmpty()) {
            return extremes;
        }
        List<Bound> scaled = new Scales(this, constants).read(first, relation, second);
        return scaled.isEmpty() ? solved(first, false, relation, second).stream().toList() : scaled;
    }

    /** Solves {@code (-)first relation second} for its terms of the right side. */
    private Optional<Bound> solved(Expr first, boolean negated, Relation relation, Expr second) {
        List<Term> terms = new ArrayList<>();
        if (!split(first, negated, terms) || !split(second, true, terms)) {
            return Optional.empty();
        }
        List<Term> right = terms.stream().filter(t -> t.side() == Side.RIGHT).toList();
        List<Term> left = terms.stream().filter(t -> t.side() == Side.LEFT).toList();
        if (right.isEmpty() || left.stream().allMatch(t -> Variables.mentioned(t.expression()).isEmpty())) {
            return Optional.empty();
        }
        boolean minus = right.get(0).minus();
        Expr key = sum(right, minus);
        Expr value = sum(left, !minus);
        boolean lasting = right.size() == 1 && isLasting(left);
        return Optional.of(Bound.of(key, minus ? relation.swapped() : relation, value,
                lasting ? Origin.LASTING : Origin.MOVED));
    }

    private boolean split(Expr expression, boolean minus, List<Term> terms) {
        Side side = sides.of(expression);
        boolean isSum = expression instanceof E_Add || expression instanceof E_Subtract;
        if (expression instanceof E_UnaryMinus opposite && side == Side.BOTH) {
            return split(opposite.getArg(), !minus, terms);
        }
        if (expression instanceof E_Multiply product && side == Side.BOTH) {
            return isNumber(product.getArg2()) ? splitProduct(product.getArg1(), product.getArg2(), minus, terms)
                    : isNumber(product.getArg1()) && splitProduct(product.getArg2(), product.getArg1(), minus, terms);
        }
        if (!isSum) {
            terms.add(new Term(expression, minus, side));
            return side != Side.BOTH;
        }
        ExprFunction2 sum = (ExprFunction2) expression;
        return split(sum.getArg1(), minus, terms) && split(sum.getArg2(), minus ^ sum instanceof E_Subtract, terms);
    }

    private boolean splitProduct(Expr sum, Expr factor, boolean minus, List<Term> terms) {
        List<Term> parts = new ArrayList<>();
        boolean known = split(sum, minus, parts);
        parts.forEach(part ->
                terms.add(new Term(new E_Multiply(part.expression(), factor), part.minus(), part.side())));
        return known;
    }

    private static boolean isNumber(Expr expression) {
        return expression.isConstant() && expression.getConstant().isNumber();
    }

    /**
     * The sum of terms, or of their negatives; begins with a term that is added, and a variable one, if there is any.
     */
    private static Expr sum(List<Term> terms, boolean negated) {
        List<Term> order = new ArrayList<>(terms);
        order.sort((a, b) -> Integer.compare(rank(a, negated), rank(b, negated)));
        Expr sum = null;
        for (Term term : order) {
            boolean minus = term.minus() ^ negated;
            if (sum == null) {
                sum = minus ? new E_Subtract(NodeValue.makeInteger(0), term.expression()) : term.expression();
            } else {
                sum = minus ? new E_Subtract(sum, term.expression()) : new E_Add(sum, term.expression());
            }
        }
        return sum;
    }

    private static int rank(Term term, boolean negated) {
        return (term.minus() ^ negated ? 2 : 0) + (term.expression().isConstant() ? 1 : 0);
    }

    /** One moment and durations of fixed length. */
    private static boolean isLasting(List<Term> terms) {
        long constants = terms.stream().filter(t -> t.expression().isConstant()).count();
        return constants == terms.size() - 1 && constants > 0
                && terms.stream().map(Term::expression).filter(Expr::isConstant)
                .allMatch(e -> e.getConstant().isDuration()
                && e.getConstant().asUnquotedString().matches("-?P(\\d+D)?(T.*)?"));
    }

    private record Term(Expr expression, boolean minus, Side side) {
    }
}
