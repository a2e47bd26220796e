package org.w3id.trilateral.temporal;

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
 * @param moved     true if the query does not compare just so, but an equation was solved for the key: right for exact numbers
 * @param lasting   true if moved and the value is a moment plus or minus a duration of days, hours, minutes or seconds
 */
record Bound(Expr key, Optional<Var> openKey, Relation relation, Expr value, Optional<Var> openValue, boolean moved, boolean lasting) {
    static Bound direct(Expr key, Relation relation, Expr value) {
        return new Bound(key, Optional.empty(), relation, value, Optional.empty(), false, false);
    }

    Bound openAt(Optional<Var> newOpenKey, Optional<Var> newOpenValue) {
        return new Bound(key, newOpenKey, relation, value, newOpenValue, moved, lasting);
    }

    /** Keys of one column have the same value in each row: the expression, or infinite on one side where open. */
    Key column() {
        return new Key(key, openKey, openKey.isPresent() && relation.isLower());
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
