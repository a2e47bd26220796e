package org.w3id.trilateral.temporal;

import java.util.Optional;

import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_GreaterThan;
import org.apache.jena.sparql.expr.E_GreaterThanOrEqual;
import org.apache.jena.sparql.expr.E_LessThan;
import org.apache.jena.sparql.expr.E_LessThanOrEqual;
import org.apache.jena.sparql.expr.ExprFunction2;

/** A comparison that a sorted line can answer. */
enum Relation {
    LESS("<"), AT_MOST("<="), GREATER(">"), AT_LEAST(">="), EQUAL("=");

    private final String sign;

    Relation(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    static Optional<Relation> of(ExprFunction2 function) {
        if (function instanceof E_LessThan) {
            return Optional.of(LESS);
        } else if (function instanceof E_LessThanOrEqual) {
            return Optional.of(AT_MOST);
        } else if (function instanceof E_GreaterThan) {
            return Optional.of(GREATER);
        } else if (function instanceof E_GreaterThanOrEqual) {
            return Optional.of(AT_LEAST);
        }
        return function instanceof E_Equals ? Optional.of(EQUAL) : Optional.empty();
    }

    /** The same with its sides changed. */
    Relation swapped() {
        return switch (this) {
            case LESS -> GREATER;
            case AT_MOST -> AT_LEAST;
            case GREATER -> LESS;
            case AT_LEAST -> AT_MOST;
            case EQUAL -> EQUAL;
        };
    }

    /** What holds of values on a line where this does not; not of equality, whose negation bounds nothing. */
    Relation negated() {
        return switch (this) {
            case LESS -> AT_LEAST;
            case AT_MOST -> GREATER;
            case GREATER -> AT_MOST;
            case AT_LEAST -> LESS;
            case EQUAL -> throw new IllegalArgumentException("what is not equal may lie anywhere");
        };
    }

    /** True if it bounds what stands before it from below. */
    boolean isLower() {
        return this == GREATER || this == AT_LEAST || this == EQUAL;
    }

    /** True if it bounds what stands before it from above. */
    boolean isUpper() {
        return this == LESS || this == AT_MOST || this == EQUAL;
    }

    boolean isStrict() {
        return this == LESS || this == GREATER;
    }
}
