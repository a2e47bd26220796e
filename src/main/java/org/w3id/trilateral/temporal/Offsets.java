package org.w3id.trilateral.temporal;

import java.util.Optional;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;

import org.w3id.trilateral.temporal.Position.Kind;

/**
 * What is added, for each left row, to a key, or to its opposite, in a sum of whole numbers; nothing where the sum is
 * the key.
 *
 * @param sign  how often the key is added: 1 or -1
 * @param added for each left row
 */
record Offsets(int sign, long[] added) {
    private static final int ROWS_PER_LOOK = 1024;

    /** Empty where a sum is no whole number. */
    static Optional<Offsets> of(Expr sum, Var key, LeftTable table, ExecutionContext context) {
        long[] added = new long[table.size()];
        if (sum instanceof ExprVar) {
            return Optional.of(new Offsets(1, added));
        }
        double sign = 1;
        for (int row = 0; row < added.length; row++) {
            if (row % ROWS_PER_LOOK == 0) {
                Preparation.look(context);
            }
            double alone = sum(sum, key, 0, table.row(row), context);
            sign = row == 0 ? sum(sum, key, 1, table.row(row), context) - alone : sign;
            if (Double.isNaN(alone) || Math.abs(sign) != 1) {
                return Optional.empty();
            }
            added[row] = (long) alone;
        }
        return Optional.of(new Offsets((int) sign, added));
    }

    /** NaN if it is no whole number. */
    private static double sum(Expr sum, Var key, int value, Binding row, ExecutionContext context) {
        Optional<Node> term =
                Column.value(sum, BindingFactory.binding(row, key, NodeValue.makeInteger(value).asNode()), context);
        return term.flatMap(Position::of).filter(place -> place.kind() == Kind.INTEGER).map(Position::at)
                .orElse(Double.NaN);
    }

    /** The sum for a left row and a key of whole places. */
    long value(int row, double place) {
        return sign * (long) place + added[row];
    }
}
