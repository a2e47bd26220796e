package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * The right side of a join, read once: by the variables common to both sides, then sorted by key.
 *
 * <p>A row whose key has no {@link Position}, or one of another family than the keys before it, is odd: it is compared with
 * every left row by the conditions themselves. A row where a key that the conditions compare as it stands is unbound or an
 * error can never be part of a pair and is left out.
 */
final class Index {
    private static final int MAX_ROWS = 2_000_000;
    private static final Bucket EMPTY = new Bucket();

    private final List<Column> columns;
    private final List<Bound> bounds;
    private final Map<Bound, Integer> columnOf = new HashMap<>();
    private final Set<Var> shared;
    private final Map<Object, Bucket> buckets = new HashMap<>();
    private final boolean byTerm;
    private boolean lower;

    private Index(List<Bound.Key> keys, List<Bound> bounds, Set<Var> shared, boolean byTerm) {
        this.columns = keys.stream().map(Column::new).toList();
        this.bounds = bounds;
        this.shared = shared;
        this.byTerm = byTerm;
        bounds.forEach(bound -> columnOf.put(bound, keys.indexOf(bound.column())));
    }

    /**
     * Reads rows to the end and closes them.
     *
     * @return empty if there are too many, or if a variable common to both sides holds a literal in a graph that finds
     *         literals by value
     */
    static Optional<Index> read(QueryIterator rows, List<Bound.Key> keys, List<Bound> bounds, Set<Var> shared, ExecutionContext context) {
        boolean byTerm = context.getActiveGraph() != null && !context.getActiveGraph().getCapabilities().handlesLiteralTyping();
        Index index = new Index(keys, bounds, shared, byTerm);
        Consumer<Binding> onKeep = context.getContext().get(TemporalJoins.ON_KEEP, row -> { });
        int most = context.getContext().get(TemporalJoins.MAX_ROWS, MAX_ROWS);
        try {
            for (int count = 0; rows.hasNext(); count++) {
                Binding row = rows.nextBinding();
                onKeep.accept(row);
                if (count >= most || !index.add(row, context)) {
                    return Optional.empty();
                }
            }
        } finally {
            rows.close();
        }
        index.sort();
        return Optional.of(index);
    }

    /** False if the row cannot be indexed, nor any other. */
    private boolean add(Binding row, ExecutionContext context) {
        if (!byTerm && shared.stream().anyMatch(variable -> row.get(variable).isLiteral())) {
            return false;
        }
        double[] at = new double[columns.size()];
        boolean odd = false;
        for (int i = 0; i < at.length; i++) {
            Column column = columns.get(i);
            Optional<Node> value = column.isOpen(row) ? Optional.empty() : Column.value(column.key().expression(), row, context);
            if (value.isEmpty() && !column.isOpen(row) && isCompared(column.key())) {
                return true;
            }
            at[i] = column.isOpen(row) ? column.key().end() : value.flatMap(Position::of).filter(column::accept).map(Position::at).orElse(Double.NaN);
            odd |= Double.isNaN(at[i]);
        }
        Bucket bucket = buckets.computeIfAbsent(common(row), key -> new Bucket());
        if (odd) {
            bucket.addOdd(row);
        } else {
            bucket.add(new Bucket.Row(row, at));
        }
        return true;
    }

    /** True if a comparison of the query that applies to all rows has this key on one side, as it stands. */
    private boolean isCompared(Bound.Key key) {
        return bounds.stream().anyMatch(bound -> bound.column().equals(key) && !bound.moved() && bound.openValue().isEmpty());
    }

    private void sort() {
        lower = columns.size() > 1 && bounds.stream().anyMatch(bound -> columnOf.get(bound) == 1 && bound.relation().isLower());
        buckets.values().forEach(bucket -> bucket.sort(columns.size() > 1 ? 1 : 0, lower ? 1 : -1));
    }

    private Object common(Binding row) {
        if (shared.size() <= 1) {
            return shared.isEmpty() ? Boolean.TRUE : row.get(shared.iterator().next());
        }
        List<Node> terms = new ArrayList<>(shared.size());
        shared.forEach(variable -> terms.add(row.get(variable)));
        return terms;
    }

    /** The rows that agree with a left row in the common variables. */
    Bucket bucket(Binding left) {
        return buckets.getOrDefault(common(left), EMPTY);
    }

    List<Column> columns() {
        return columns;
    }

    List<Bound> bounds() {
        return bounds;
    }

    int columnOf(Bound bound) {
        return columnOf.get(bound);
    }

    /** Where the second key of a window's rows begins to be high (or, with its sign changed, low) enough. */
    double least(Window window) {
        if (columns.size() < 2) {
            return Double.NEGATIVE_INFINITY;
        }
        return lower ? window.low(1) : -window.high(1);
    }
}
