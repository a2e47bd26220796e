package org.w3id.trilateral.query;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.expr.aggregate.AggregatorBase;
import org.apache.jena.sparql.function.FunctionEnv;

/** {@code GROUP_CONCAT}, each group's text measured while it grows, by the {@link Guard} of the execution. */
final class GuardedConcatenation extends AggregatorBase {
    private final Aggregator stock;
    private final String separator;

    GuardedConcatenation(Aggregator stock, String separator) {
        super(stock.getName(), stock.toString().contains("DISTINCT "), stock.getExprList());
        this.stock = stock;
        this.separator = separator;
    }

    @Override
    public Accumulator createAccumulator() {
        return stock.copy(new ExprList(new Measured(getExpr(), separator == null ? 1 : separator.length())))
                .createAccumulator();
    }

    @Override
    public Node getValueEmpty() {
        return stock.getValueEmpty();
    }

    @Override
    public Aggregator copy(ExprList expressions) {
        return new GuardedConcatenation(stock.copy(expressions), separator);
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
        private long length;

        Measured(Expr expression, int separator) {
            super(expression, "measured");
            this.separator = separator;
        }

        @Override
        public NodeValue eval(NodeValue value) {
            throw new ExprEvalException("not outside an execution");
        }

        @Override
        public NodeValue eval(NodeValue value, FunctionEnv execution) {
            length += value.asString().length() + separator;
            Guard.of(execution).refuseLongText(length);
            return value;
        }

        @Override
        public Expr copy(Expr expression) {
            return new Measured(expression, separator);
        }
    }
}
