package org.w3id.trilateral.temporal;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_NotEquals;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.util.DateTimeStruct.DateTimeParseException;

import org.w3id.trilateral.temporal.Position.Family;
import org.w3id.trilateral.temporal.Position.Kind;

/** One key of an index: how it is made, and the kinds of values it has been made of. All are of one family. */
final class Column {
    private final Bound.Key key;
    private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    private boolean telling = true;

    Column(Bound.Key key) {
        this.key = key;
    }

    /**
     * The value of an expression in a row; empty where it is unbound or an error. The arithmetic of durations fails
     * with an {@link IllegalStateException} where months and days have different signs, and with an
     * {@link ArithmeticException} where a part has no end, and others where a year is asked for its day; we may ask for
     * sums that the query does not.
     */
    static Optional<Node> value(Expr expression, Binding row, FunctionEnv functions) {
        if (expression instanceof ExprVar variable) {
            return Optional.ofNullable(row.get(variable.asVar()));
        }
        try {
            return Optional.of(expression.eval(row, functions).asNode());
        } catch (ExprEvalException | IllegalStateException | ArithmeticException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** True if a condition is true of a row. As in a filter of ARQ, one whose making fails in such a way is not. */
    static boolean holds(Expr condition, Binding row, FunctionEnv functions) {
        if (condition instanceof E_NotEquals different && different.getArg1() instanceof ExprVar one
                && different.getArg2() instanceof ExprVar other) {
            Node first = row.get(one.asVar());
            Node second = row.get(other.asVar());
            if (first != null && second != null && first.isURI() && second.isURI()) {
                return !first.equals(second);
            }
        }
        try {
            return condition.isSatisfied(row, functions);
        } catch (IllegalStateException | ArithmeticException | DateTimeParseException e) {
            return false;
        }
    }

    Bound.Key key() {
        return key;
    }

    /** True if the key is infinite in this row, for its comparisons do not apply. */
    boolean isOpen(Binding row) {
        return key.open().isPresent() && !row.contains(key.open().get());
    }

    /** The place of a value; empty if it has none, or is of another family than those before it. */
    OptionalDouble accept(Node value) {
        Optional<Position> position = Position.of(value)
                .filter(p -> family().isEmpty() || family().get() == p.kind().family());
        position.ifPresent(p -> {
            kinds.add(p.kind());
            telling &= p.tells(value);
        });
        return position.isPresent() ? OptionalDouble.of(position.get().at()) : OptionalDouble.empty();
    }

    /** The family of its values; empty as long as there are none. */
    Optional<Family> family() {
        return kinds.stream().map(Kind::family).findFirst();
    }

    /** True if its values and this kind compare just as their places do. */
    boolean isExactFor(Kind kind) {
        return kind.isExact() && kinds.size() == 1 && kinds.contains(kind);
    }

    /** The kind of all its values, if it is one. */
    Optional<Kind> onlyKind() {
        return kinds.size() == 1 ? kinds.stream().findFirst() : Optional.empty();
    }

    /** True if values of one place are one term. */
    boolean isTelling() {
        return telling && kinds.size() <= 1;
    }

    /** True if all its values are integers or decimals. */
    boolean isDecimal() {
        return kinds.stream().allMatch(kind -> kind == Kind.INTEGER || kind == Kind.DECIMAL);
    }

    /** True if the order of the places is an order of the values. */
    boolean isOrdered() {
        return kinds.stream().allMatch(Kind::isNumber) || kinds.size() == 1 && kinds.iterator().next().isExact();
    }

    /** The farthest that one of its values may be from its place, compared with this kind. */
    double slack(Kind kind) {
        return kinds.stream().mapToDouble(own -> own.slack(kind)).max().orElse(0);
    }
}
