package org.w3id.trilateral.query;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.expr.aggregate.AggregatorBase;

/** {@code GROUP_CONCAT}, each group's text measured while it grows. */
final class GuardedConcatenation extends AggregatorBase {
    private final Aggregator stock;
    private final String separator;
    private final Guard guard;

    GuardedConcatenation(Aggregator stock, String separator, Guard guard) {
        super(stock.getName(), stock.toString().contains("DISTINCT "), stock.getExprList());
        this.stock = stock;
        this.separator = separator;
        this.guard = guard;
    }

    @Override
    public Accumulator createAccumulator() {
        return stock.copy(new ExprList(new Measured(getExpr(), separator == null ? 1 : separator.length(), guard)))
                .createAccumulator();
    }

    @Override
    public Node getValueEmpty() {
        return stock.getValueEmpty();
    }

    @Override
    public Aggregator copy(ExprList expressions) {
        return new GuardedConcatenation(stock.copy(expressions), separator, guard);
    }

    @Override
    public String toPrefixString() {
        return stock.toPrefixString();
    }

    @Override
    public int hashCode() {
        return stock.hashCode();
    }

    @Override
    public boolean equals(Aggregator other, boolean bySyntax) {
        return other instanceof GuardedConcatenation concatenation && stock.equals(concatenation.stock, bySyntax);
    }

    /** An expression that adds up the lengths of its values; one for each group. */
    private static final class Measured extends ExprFunction1 {
        private final int separator;
        private final Guard guard;
        private long length;

        Measured(Expr expression, int separator, Guard guard) {
            super(expression, "measured");
            this.separator = separator;
            this.guard = guard;
        }

        @Override
        public NodeValue eval(NodeValue value) {
            length += value.asString().length() + separator;
            guard.refuseLongText(length);
            return value;
        }

        @Override
        public Expr copy(Expr expression) {
            return new Measured(expression, separator, guard);
        }
    }
}
