package org.w3id.trilateral.temporal;

import java.util.Arrays;
import java.util.Optional;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.function.FunctionEnv;

import org.w3id.trilateral.temporal.Position.Kind;

/**
 * Where in an index the partners of one left row may lie. What lies outside is no partner for certain; what lies inside is one
 * for certain only if the window {@link #isExact() is exact}.
 */
final class Window {
    private final Index index;
    private final double[] low;
    private final double[] high;
    private boolean exact = true;
    private boolean empty;

    private Window(Index index) {
        this.index = index;
        low = new double[index.columns().size()];
        high = new double[low.length];
        Arrays.fill(low, Double.NEGATIVE_INFINITY);
        Arrays.fill(high, Double.POSITIVE_INFINITY);
    }

    static Window of(Index index, Binding left, FunctionEnv functions) {
        Window window = new Window(index);
        for (Bound bound : index.bounds()) {
            if (bound.openValue().isEmpty() || left.contains(bound.openValue().get())) {
                window.narrow(bound, Column.value(bound.value(), left, functions));
            }
        }
        return window;
    }

    private void narrow(Bound bound, Optional<Node> value) {
        Column column = index.columns().get(index.columnOf(bound));
        Optional<Position> position = value.flatMap(Position::of);
        Optional<Kind> kind = position.map(Position::kind);
        boolean misses = value.isEmpty() || kind.isPresent() && column.family().isPresent() && column.family().get() != kind.get().family();
        empty |= misses && bound.openKey().isEmpty() && !bound.moved();
        if (kind.isEmpty() || misses || !isSolved(bound, column, kind.get())) {
            exact = false;
        } else if (column.family().isPresent()) {
            boolean lasting = bound.lasting() && !kind.get().isNumber();
            boolean same = column.isExactFor(kind.get()) && !lasting;
            exact &= same;
            double slack = lasting ? 2 * slackOfDays() : column.slack(kind.get());
            narrow(index.columnOf(bound), bound.relation(), position.get().at(), same ? 0 : slack, same);
        }
    }

    /** True if the bound holds for values of these kinds: it was not moved, or moving is right for them. */
    private static boolean isSolved(Bound bound, Column column, Kind kind) {
        boolean decimal = column.isDecimal() && (kind == Kind.INTEGER || kind == Kind.DECIMAL);
        return !bound.moved() || decimal || bound.lasting() && !kind.isNumber();
    }

    /** A difference of moments is counted in the zone of the machine, whose offset changes. */
    private static double slackOfDays() {
        return Kind.DATE.slack(Kind.DATE_UTC);
    }

    private void narrow(int column, Relation relation, double at, double slack, boolean same) {
        if (relation.isLower()) {
            low[column] = Math.max(low[column], same && relation.isStrict() ? Math.nextUp(at) : at - slack);
        }
        if (relation.isUpper()) {
            high[column] = Math.min(high[column], same && relation.isStrict() ? Math.nextDown(at) : at + slack);
        }
    }

    /** Takes the nearest of what must not lie between for a bound; does so only where places alone decide. */
    void narrow(Nearest nearest, Position other) {
        for (int i = 0; i < low.length; i++) {
            Column column = index.columns().get(i);
            if (column.key().equals(nearest.key()) && column.isExactFor(other.kind())) {
                narrow(i, nearest.relation(), other.at(), 0, true);
            }
        }
    }

    /** True if each row inside fulfils what the bounds were read from. */
    boolean isExact() {
        return exact;
    }

    /** True if no row with a place can be a partner. */
    boolean isEmpty() {
        return empty;
    }

    double low(int column) {
        return low[column];
    }

    double high(int column) {
        return high[column];
    }

    /** True if all keys after the first lie inside. */
    boolean holds(double[] at) {
        for (int i = 1; i < at.length; i++) {
            if (at[i] < low[i] || at[i] > high[i]) {
                return false;
            }
        }
        return true;
    }
}
