package org.w3id.trilateral.temporal;

import java.util.List;
import java.util.Optional;

import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;

/**
 * A comparison between the two sides of a join: {@code key relation value}.
 *
 * @param key       what is sorted; has variables of the right side only
 * @param openKey   a variable of the right side: where it is unbound, the comparison does not apply
 * @param relation  how the key stands to the value
 * @param value     what is looked for; has variables of the left side only
 * @param openValue a variable of the left side: where it is unbound, the comparison does not apply
 * @param origin    how it was come by
 * @param either    with {@link Origin#IMPLIED}: the bounds of which one at least holds, all of the same key
 */
record Bound(Expr key,
        Optional<Var> openKey, Relation relation, Expr value, Optional<Var> openValue, Origin origin, List<Bound> either) {
    /** How a bound was come by. */
    enum Origin {
        /** The query compares just so. */
        DIRECT,
        /** An equation was solved for the key: right for exact numbers. */
        MOVED,
        /** Moved, and the value is a moment plus or minus a duration of days, hours, minutes or seconds. */
        LASTING,
        /** It follows from the condition, and is not all of it. */
        IMPLIED
    }

    static Bound of(Expr key, Relation relation, Expr value, Origin origin) {
        return new Bound(key, Optional.empty(), relation, value, Optional.empty(), origin, List.of());
    }

    /** What follows on one side if one of several bounds of the same key holds. */
    static Bound implied(List<Bound> either, Relation side) {
        Bound first = either.get(0);
        return new Bound(first.key, first.openKey, side, first.value, first.openValue, Origin.IMPLIED, either);
    }

    Bound openAt(Optional<Var> newOpenKey, Optional<Var> newOpenValue) {
        return new Bound(key, newOpenKey, relation, value, newOpenValue, origin, either);
    }

    /** True if rows without an end, on either side, are exempt from it. */
    boolean isOpen() {
        return openKey.isPresent() || openValue.isPresent();
    }

    boolean isDirect() {
        return origin == Origin.DIRECT;
    }

    /** Keys of one column have the same value in each row: the expression, or infinite on one side where open. */
    Key column() {
        return new Key(key, openKey, openKey.isPresent() && relation.isLower());
    }

    /** For people. */
    String describe() {
        String values = either.isEmpty() ? value.toString()
                : String.join(" | ", either.stream().map(one -> one.value.toString()).distinct().toList());
        return "[" + key + " " + relation.sign() + " " + values + (isOpen() ? ", open" : "") + "]";
    }

    /**
     * What one column of an index holds.
     *
     * @param expression the value
     * @param open       a variable without which the value counts as infinite
     * @param endless    true if it is then later than everything; else earlier
     */
    record Key(Expr expression, Optional<Var> open, boolean endless) {
        /** Where it lies if open. */
        double end() {
            return endless ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
    }
}
