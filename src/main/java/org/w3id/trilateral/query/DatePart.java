package org.w3id.trilateral.query;

import org.apache.jena.sparql.expr.E_DateTimeDay;
import org.apache.jena.sparql.expr.E_DateTimeHours;
import org.apache.jena.sparql.expr.E_DateTimeMinutes;
import org.apache.jena.sparql.expr.E_DateTimeMonth;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * Month, day, hours or minutes as the integer that it is: {@code 8}, where ARQ gives {@code 08}. A TDB2 database knows
 * no {@code 08}, so the same month read twice would be two terms, and a join of the two empty.
 */
final class DatePart extends ExprFunction1 {
    private final ExprFunction1 stock;

    private DatePart(ExprFunction1 stock, Expr moment) {
        super(moment, stock.getFunctionSymbol().getSymbol());
        this.stock = stock;
    }

    /** The function in this form, where it gives such a part; else itself. */
    static ExprFunction1 canonical(ExprFunction1 function) {
        return function instanceof E_DateTimeMonth || function instanceof E_DateTimeDay
                || function instanceof E_DateTimeHours || function instanceof E_DateTimeMinutes
                ? new DatePart(function, function.getArg()) : function;
    }

    @Override
    public NodeValue eval(NodeValue moment) {
        NodeValue part = stock.eval(moment);
        return part.isInteger() ? NodeValue.makeInteger(part.getInteger()) : part;
    }

    @Override
    public Expr copy(Expr moment) {
        return new DatePart(stock, moment);
    }
}
