package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_If;
import org.apache.jena.sparql.expr.E_Subtract;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;

import org.w3id.trilateral.temporal.Sides.Side;

/**
 * Reads bounds out of comparisons with the greater or lesser of two values, one of each side, written with {@code IF}:
 * what is not more than the lesser is not more than either. So the later of two starts compared with the earlier of two
 * ends gives the bounds of an overlap.
 */
final class Extremes {
    private static final int MOST = 8;

    private final BoundReader reader;

    Extremes(BoundReader reader) {
        this.reader = reader;
    }

    /** What follows from {@code first relation second}; none if neither has such a value. */
    List<Bound> read(Expr first, Relation relation, Expr second) {
        List<Expr> left = choices(first, relation.isUpper());
        List<Expr> right = choices(second, relation.isLower());
        if (relation == Relation.EQUAL || left.size() * right.size() < 2 || left.size() * right.size() > MOST) {
            return List.of();
        }
        List<Bound> found = new ArrayList<>();
        for (Expr one : left) {
            for (Expr other : right) {
                reader.compared(one, relation, other).stream()
                        .filter(bound -> !bound.isOpen() && !Variables.mentioned(bound.value()).isEmpty())
                        .map(bound -> Bound.implied(bound.either().isEmpty() ? List.of(bound) : bound.either(),
                        bound.relation())).forEach(found::add);
            }
        }
        return found;
    }

    /**
     * All that an expression may be, of which each is not greater than it.
     *
     * @param least true for that; else each is not less
     */
    private List<Expr> choices(Expr expression, boolean least) {
        if (reader.sides().of(expression) != Side.BOTH) {
            return List.of(expression);
        }
        List<Expr> found = new ArrayList<>();
        if (expression instanceof E_If choice) {
            return greater(choice).filter(greatest -> greatest == least)
                    .map(greatest -> List.of(choice.getArg2(), choice.getArg3())).orElse(List.of(expression));
        } else if (expression instanceof E_Add || expression instanceof E_Subtract) {
            ExprFunction2 sum = (ExprFunction2) expression;
            List<Expr> seconds = choices(sum.getArg2(), least == sum instanceof E_Add);
            choices(sum.getArg1(), least).forEach(one -> seconds.forEach(other -> found.add(sum.copy(one, other))));
            return found;
        }
        return List.of(expression);
    }

    /** True for the greater of two, false for the lesser, empty for another choice. */
    private static Optional<Boolean> greater(E_If choice) {
        if (!(choice.getArg1() instanceof ExprFunction2 order) || Relation.of(order).isEmpty()
                || Relation.of(order).get() == Relation.EQUAL) {
            return Optional.empty();
        }
        boolean more = Relation.of(order).get().isLower();
        boolean straight = order.getArg1().equals(choice.getArg2()) && order.getArg2().equals(choice.getArg3());
        boolean crossed = order.getArg2().equals(choice.getArg2()) && order.getArg1().equals(choice.getArg3());
        return straight || crossed ? Optional.of(more == straight) : Optional.empty();
    }
}
