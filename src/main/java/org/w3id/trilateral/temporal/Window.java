package org.w3id.trilateral.temporal;

import java.util.List;
import java.util.function.IntUnaryOperator;

import org.w3id.trilateral.temporal.Bound.Origin;
import org.w3id.trilateral.temporal.Position.Kind;

/**
 * Where in an index the partners of a left row may lie. What lies outside is no partner for certain; what lies inside
 * is one for certain only if the window {@link #isExact() is exact}. One window serves all left rows, one after
 * another.
 */
final class Window {
    private final List<Column> columns;
    private final IntUnaryOperator columnOf;
    private final List<Bound> bounds;
    private final Slots slots;
    private final Rule[][] rules;
    private final double[] low;
    private final double[] high;
    private boolean exact;
    private boolean empty;

    /** What a value of one kind means for a bound. */
    private record Rule(boolean exact, boolean empty, boolean narrows, double slack) {
    }

    Window(Index index, List<Bound> bounds, Slots slots) {
        this(index.columns(), index::columnOf, bounds, slots);
    }

    /** A window in columns; {@code columnOf} gives the number of a bound's column. */
    Window(List<Column> columns, IntUnaryOperator columnOf, List<Bound> bounds, Slots slots) {
        this.columns = columns;
        this.columnOf = columnOf;
        this.bounds = bounds;
        this.slots = slots;
        rules = new Rule[slots.size()][Kind.values().length - Slots.EXEMPT];
        low = new double[columns.size()];
        high = new double[low.length];
        for (int i = 0; i < bounds.size(); i++) {
            Column column = columns.get(columnOf.applyAsInt(i));
            for (int slot = slots.first(i); slot < slots.first(i + 1); slot++) {
                for (int code = Slots.EXEMPT; code < Kind.values().length; code++) {
                    rules[slot][code - Slots.EXEMPT] = rule(slots.bounds().get(slot), column, code);
                }
            }
        }
    }

    private static Rule rule(Bound bound, Column column, int code) {
        if (code == Slots.EXEMPT) {
            return new Rule(true, false, false, 0);
        }
        Kind kind = code < 0 ? null : Kind.values()[code];
        boolean misses = code == Slots.ABSENT || kind != null && column.family().isPresent()
                && column.family().get() != kind.family();
        boolean emptied = misses && bound.openKey().isEmpty() && bound.isDirect();
        if (kind == null || misses || !isSolved(bound, column, kind)) {
            return new Rule(false, emptied, false, 0);
        }
        if (column.family().isEmpty()) {
            return new Rule(true, false, false, 0);
        }
        boolean lasting = bound.origin() == Origin.LASTING && !kind.isNumber();
        boolean same = column.isExactFor(kind) && !lasting;
        return new Rule(same, false, true, same ? 0 : lasting ? 2 * slackOfDays() : column.slack(kind));
    }

    /** True if a bound is decided by places alone where what is looked for is of this kind, and lets some rows in. */
    static boolean isPlain(Bound bound, Column column, int code) {
        Rule rule = rule(bound, column, code);
        return rule.exact() && !rule.empty() && bound.origin() != Origin.IMPLIED;
    }

    /** True if the bound holds for values of these kinds: it was not moved, or moving is right for them. */
    private static boolean isSolved(Bound bound, Column column, Kind kind) {
        boolean decimal = column.isDecimal() && (kind == Kind.INTEGER || kind == Kind.DECIMAL);
        return bound.isDirect() || decimal || bound.origin() == Origin.LASTING && !kind.isNumber();
    }

    /** A difference of moments is counted in the zone of the machine, whose offset changes. */
    private static double slackOfDays() {
        return Kind.DATE.slack(Kind.DATE_UTC);
    }

    /** Goes to another left row. */
    void look(Values left) {
        exact = true;
        empty = false;
        for (int i = 0; i < low.length; i++) {
            low[i] = Double.NEGATIVE_INFINITY;
            high[i] = Double.POSITIVE_INFINITY;
        }
        for (int i = 0; i < bounds.size(); i++) {
            int column = columnOf.applyAsInt(i);
            int slot = slots.first(i);
            if (bounds.get(i).origin() == Origin.IMPLIED) {
                exact = false;
                narrowAround(column, i, left);
            } else {
                Rule rule = rules[slot][left.code(slot) - Slots.EXEMPT];
                exact &= rule.exact();
                empty |= rule.empty();
                if (rule.narrows()) {
                    narrow(column, bounds.get(i).relation(), left.at(slot), rule);
                }
            }
        }
    }

    private void narrow(int column, Relation relation, double at, Rule rule) {
        if (relation.isLower()) {
            low[column] = Math.max(low[column], low(relation, at, rule));
        }
        if (relation.isUpper()) {
            high[column] = Math.min(high[column], high(relation, at, rule));
        }
    }

    private static double low(Relation relation, double at, Rule rule) {
        return rule.exact() && relation.isStrict() ? Math.nextUp(at) : at - rule.slack();
    }

    private static double high(Relation relation, double at, Rule rule) {
        return rule.exact() && relation.isStrict() ? Math.nextDown(at) : at + rule.slack();
    }

    /** Narrows to what lies in one at least of several bounds. */
    private void narrowAround(int column, int bound, Values left) {
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        for (int slot = slots.first(bound); slot < slots.first(bound + 1); slot++) {
            Rule rule = rules[slot][left.code(slot) - Slots.EXEMPT];
            if (!rule.narrows()) {
                return;
            }
            Relation relation = slots.bounds().get(slot).relation();
            from = Math.min(from, low(relation, left.at(slot), rule));
            to = Math.max(to, high(relation, left.at(slot), rule));
        }
        if (bounds.get(bound).relation().isLower()) {
            low[column] = Math.max(low[column], from);
        }
        if (bounds.get(bound).relation().isUpper()) {
            high[column] = Math.min(high[column], to);
        }
    }

    /** Takes the nearest of what must not lie between for a bound; does so only where places alone decide. */
    void narrow(Nearest nearest, Kind kind, double at) {
        for (int i = 0; i < low.length; i++) {
            Column column = columns.get(i);
            if (column.key().equals(nearest.key()) && column.isExactFor(kind)) {
                narrow(i, nearest.relation(), at, new Rule(true, false, true, 0));
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
}
