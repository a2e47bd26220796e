package org.w3id.trilateral.query;

import org.apache.jena.sparql.expr.E_DateTimeDay;
import org.apache.jena.sparql.expr.E_DateTimeHours;
import org.apache.jena.sparql.expr.E_DateTimeMinutes;
import org.apache.jena.sparql.expr.E_DateTimeMonth;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * Month, day, hours and minutes as the integers that they are: {@code 8}, where ARQ gives {@code 08}. A TDB2 database
 * knows no {@code 08}, so the same month read twice would be two terms, and a join of the two empty.
 */
final class DateParts {
    private DateParts() {
    }

    /** The function in canonical form, where it gives such a part; else itself. */
    static ExprFunction1 canonical(ExprFunction1 function) {
        if (function instanceof E_DateTimeMonth) {
            return new Month(function.getArg());
        }
        if (function instanceof E_DateTimeDay) {
            return new Day(function.getArg());
        }
        if (function instanceof E_DateTimeHours) {
            return new Hours(function.getArg());
        }
        return function instanceof E_DateTimeMinutes ? new Minutes(function.getArg()) : function;
    }

    private static NodeValue canonical(NodeValue part) {
        return part.isInteger() ? NodeValue.makeInteger(part.getInteger()) : part;
    }

    private static final class Month extends E_DateTimeMonth {
        Month(Expr moment) {
            super(moment);
        }

        @Override
        public NodeValue eval(NodeValue moment) {
            return canonical(super.eval(moment));
        }

        @Override
        public Expr copy(Expr moment) {
            return new Month(moment);
        }
    }

    private static final class Day extends E_DateTimeDay {
        Day(Expr moment) {
            super(moment);
        }

        @Override
        public NodeValue eval(NodeValue moment) {
            return canonical(super.eval(moment));
        }

        @Override
        public Expr copy(Expr moment) {
            return new Day(moment);
        }
    }

    private static final class Hours extends E_DateTimeHours {
        Hours(Expr moment) {
            super(moment);
        }

        @Override
        public NodeValue eval(NodeValue moment) {
            return canonical(super.eval(moment));
        }

        @Override
        public Expr copy(Expr moment) {
            return new Hours(moment);
        }
    }

    private static final class Minutes extends E_DateTimeMinutes {
        Minutes(Expr moment) {
            super(moment);
        }

        @Override
        public NodeValue eval(NodeValue moment) {
            return canonical(super.eval(moment));
        }

        @Override
        public Expr copy(Expr moment) {
            return new Minutes(moment);
        }
    }
}
