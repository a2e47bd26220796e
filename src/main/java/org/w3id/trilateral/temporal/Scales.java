package org.w3id.trilateral.temporal;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_Divide;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_NumCeiling;
import org.apache.jena.sparql.expr.E_NumFloor;
import org.apache.jena.sparql.expr.E_NumRound;
import org.apache.jena.sparql.expr.E_Subtract;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.sse.Tags;

import org.w3id.trilateral.temporal.Sides.Side;

/**
 * Reads bounds out of a comparison of a difference in another unit: {@code (?b - ?a) / 7 <= 4}, whole units, or the
 * days of a duration. The bound is wider by one, for what is lost in rounding, and so follows from the comparison
 * without being all of it.
 */
final class Scales {
    private static final String DAYS = ARQConstants.fnPrefix + "days-from-duration";

    private final BoundReader reader;
    private final Map<Var, Expr> constants;

    Scales(BoundReader reader, Map<Var, Expr> constants) {
        this.reader = reader;
        this.constants = constants;
    }

    /** The bounds of {@code first relation second}; none if neither is in another unit. */
    List<Bound> read(Expr first, Relation relation, Expr second) {
        List<Bound> found = scaled(first, relation, second);
        return found.isEmpty() ? scaled(second, relation.swapped(), first) : found;
    }

    private List<Bound> scaled(Expr first, Relation relation, Expr second) {
        if (reader.sides().of(first) != Side.BOTH) {
            return List.of();
        }
        if (relation == Relation.EQUAL) {
            return Stream.of(Relation.AT_LEAST, Relation.AT_MOST).flatMap(side -> scaled(first, side, second).stream())
                    .toList();
        }
        if (isDays(first)) {
            return days(days(first), relation, second);
        }
        if (first instanceof E_NumFloor || first instanceof E_NumCeiling || first instanceof E_NumRound) {
            return wider(first.getFunction().getArg(1), relation, second);
        }
        if (first instanceof E_Divide quotient && isPositive(quotient.getArg2())) {
            return wider(quotient.getArg1(), relation, new E_Multiply(second, constant(quotient.getArg2())));
        }
        if (first instanceof E_Multiply product) {
            return isPositive(product.getArg2())
                    ? wider(product.getArg1(), relation, new E_Divide(second, constant(product.getArg2())))
                    : isPositive(product.getArg1())
                    ? wider(product.getArg2(), relation, new E_Divide(second, constant(product.getArg1()))) : List.of();
        }
        return List.of();
    }

    private List<Bound> wider(Expr first, Relation relation, Expr second) {
        NodeValue one = NodeValue.makeInteger(1);
        return implied(first, relation, relation.isUpper() ? new E_Add(second, one) : new E_Subtract(second, one));
    }

    /** Days are counted without their sign by some, so there is no bound from below. */
    private List<Bound> days(Expr duration, Relation relation, Expr number) {
        Expr known = constant(number);
        if (!relation.isUpper() || !known.isConstant() || !known.getConstant().isInteger()
                || known.getConstant().getInteger().bitLength() > 31) {
            return List.of();
        }
        long days = known.getConstant().getInteger().longValue() + 1;
        return implied(duration, relation,
                NodeValue.makeNode((days < 0 ? "-P" : "P") + Math.abs(days) + "D", XSDDatatype.XSDdayTimeDuration));
    }

    private List<Bound> implied(Expr first, Relation relation, Expr second) {
        Relation side = relation.isUpper() ? Relation.AT_MOST : Relation.AT_LEAST;
        return reader.compared(first, side, second).stream()
                .map(bound -> bound.either().isEmpty() ? Bound.implied(List.of(bound), bound.relation()) : bound)
                .toList();
    }

    private static boolean isDays(Expr expression) {
        return expression instanceof ExprFunction1 part && part.getFunctionSymbol().getSymbol().equals(Tags.tagDay)
                || expression instanceof E_Function function && function.getFunctionIRI().equals(DAYS);
    }

    private static Expr days(Expr expression) {
        return expression.getFunction().getArg(1);
    }

    private Expr constant(Expr expression) {
        return expression instanceof ExprVar variable ? constants.getOrDefault(variable.asVar(), expression)
                : expression;
    }

    private boolean isPositive(Expr expression) {
        Expr known = constant(expression);
        return known.isConstant() && known.getConstant().isNumber() && known.getConstant().getDouble() > 0;
    }
}
