package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Bound;
import org.apache.jena.sparql.expr.E_Coalesce;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_If;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.E_OneOf;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;

import org.w3id.trilateral.temporal.Bound.Origin;
import org.w3id.trilateral.temporal.Sides.Side;

/**
 * Reads bounds out of conditions of which one of several parts must hold: open ends 
 * {@code !bound(?end) || ?end > ?day} and its like), and windows of which one must be met, for which the least window
 * around them all is a bound.
 */
final class Alternatives {
    private final BoundReader reader;

    Alternatives(BoundReader reader) {
        this.reader = reader;
    }

    /** The bounds of a condition; none if it is of another make. */
    List<Bound> read(Expr condition) {
        if (condition instanceof E_LogicalOr or) {
            return open(or.getArg1(), or.getArg2()).or(() -> open(or.getArg2(), or.getArg1())).map(List::of)
                    .orElseGet(() -> around(parts(or)));
        }
        if (condition instanceof E_OneOf list) {
            return around(list.getRHS().getList().stream().<Expr>map(one -> new E_Equals(list.getLHS(), one)).toList());
        }
        if (condition instanceof E_If choice && isTrue(choice.getArg3())
                && choice.getArg1() instanceof E_Bound bound
                && bound.getArg() instanceof ExprVar variable) {
            return open(variable.asVar(), choice.getArg2()).stream().toList();
        }
        if (condition instanceof E_Coalesce choice && choice.numArgs() == 2 && isTrue(choice.getArg(2))) {
            return openWhereUnbound(choice.getArg(1)).stream().toList();
        }
        return condition instanceof ExprFunction2 function
                ? Relation.of(function).map(relation -> defaulted(function, relation)).orElse(List.of())
                : List.of();
    }

    private static boolean isTrue(Expr expression) {
        return expression.equals(NodeValue.TRUE);
    }

    private static List<Expr> parts(Expr condition) {
        if (!(condition instanceof E_LogicalOr or)) {
            return List.of(condition);
        }
        List<Expr> parts = new ArrayList<>(parts(or.getArg1()));
        parts.addAll(parts(or.getArg2()));
        return parts;
    }

    /** {@code !bound(?x) || comparison}, perhaps with {@code bound(?x) &&}. */
    private Optional<Bound> open(Expr first, Expr second) {
        if (!(first instanceof E_LogicalNot not && not.getArg() instanceof E_Bound bound
                && bound.getArg() instanceof ExprVar variable)) {
            return Optional.empty();
        }
        List<Expr> rest = new ArrayList<>();
        PatternGroup.splitConditions(second, rest);
        rest.removeIf(bound::equals);
        return rest.size() == 1 && !(rest.get(0) instanceof E_LogicalOr) ? open(variable.asVar(), rest.get(0))
                : Optional.empty();
    }

    private Optional<Bound> open(Var variable, Expr comparison) {
        List<Bound> bounds = reader.read(comparison);
        if (bounds.size() != 1 || !bounds.get(0).isDirect() || bounds.get(0).isOpen()) {
            return Optional.empty();
        }
        Bound only = bounds.get(0);
        if (reader.sides().of(new ExprVar(variable)) == Side.RIGHT) {
            return only.relation() == Relation.EQUAL ? Optional.empty()
                    : Optional.of(only.openAt(Optional.of(variable), Optional.empty()));
        }
        return reader.sides().left().contains(variable)
                ? Optional.of(only.openAt(Optional.empty(), Optional.of(variable))) : Optional.empty();
    }

    /** {@code coalesce(comparison, true)}: a bound for the rows where the key is bound, and no more than that. */
    private Optional<Bound> openWhereUnbound(Expr comparison) {
        List<Bound> bounds = comparison instanceof ExprFunction2 function && Relation.of(function).isPresent()
                ? reader.read(comparison) : List.of();
        if (bounds.size() != 1 || !(bounds.get(0).key() instanceof ExprVar key)) {
            return Optional.empty();
        }
        return open(key.asVar(), comparison).map(bound -> Bound.implied(List.of(bound), bound.relation()));
    }

    /**
     * {@code coalesce(?x, other) relation value}: a bound for the rows where the key is bound, and no more than that.
     */
    private List<Bound> defaulted(ExprFunction2 function, Relation relation) {
        List<Bound> found = defaulted(function.getArg1(), relation, function.getArg2());
        return found.isEmpty() ? defaulted(function.getArg2(), relation.swapped(), function.getArg1()) : found;
    }

    private List<Bound> defaulted(Expr first, Relation relation, Expr second) {
        Optional<ExprVar> preferred = preferred(first);
        if (preferred.isEmpty() || reader.sides().of(first) != Side.BOTH || relation == Relation.EQUAL
                || reader.sides().of(preferred.get()) != Side.RIGHT || reader.sides().of(second) != Side.LEFT) {
            return List.of();
        }
        Bound bound = Bound.of(preferred.get(), relation, second, Origin.DIRECT)
                .openAt(Optional.of(preferred.get().asVar()), Optional.empty());
        return List.of(Bound.implied(List.of(bound), relation));
    }

    private static Optional<ExprVar> preferred(Expr expression) {
        if (expression instanceof E_Coalesce choice && choice.getArg(1) instanceof ExprVar variable) {
            return Optional.of(variable);
        }
        return expression instanceof E_If choice && choice.getArg1() instanceof E_Bound bound
                && choice.getArg2().equals(bound.getArg())
                && bound.getArg() instanceof ExprVar variable ? Optional.of(variable) : Optional.empty();
    }

    /** What bounds the same key from the same side in each of the parts. */
    private List<Bound> around(List<Expr> parts) {
        List<List<Bound>> read = parts.stream().map(this::conjunction).toList();
        List<Bound> found = new ArrayList<>();
        for (Relation side : List.of(Relation.AT_LEAST, Relation.AT_MOST)) {
            read.get(0).stream().map(Bound::key).distinct().forEach(key -> {
                List<Bound> either = read.stream().flatMap(bounds -> bounds.stream()
                        .filter(b -> b.key().equals(key)
                        && (side.isLower() ? b.relation().isLower() : b.relation().isUpper())).limit(1)).toList();
                if (either.size() == read.size()) {
                    found.add(Bound.implied(either, side));
                }
            });
        }
        return found;
    }

    private List<Bound> conjunction(Expr part) {
        List<Expr> conditions = new ArrayList<>();
        PatternGroup.splitConditions(part, conditions);
        return conditions.stream().flatMap(c -> reader.read(c).stream())
                .filter(b -> !b.isOpen() && b.either().isEmpty()).toList();
    }
}
