package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.function.FunctionEnv;

import org.w3id.trilateral.temporal.Ties.Equality;

/**
 * The right side of a join, read once: by what must be the same on both sides, then sorted by key. Read-only once it is
 * made.
 *
 * <p>A row whose key has no {@link Position}, or one of another family than the keys before it, is odd: it is compared
 * with every left row by the conditions themselves. A row where a key that the conditions compare as it stands is
 * unbound or an error can never be part of a pair and is left out.
 */
final class Index {
    private static final int ROWS_PER_LOOK = 1024;
    private static final Bucket EMPTY = new Bucket(-1);

    private final Spec spec;
    private final List<Column> columns;
    private final int[] columnOf;
    private final boolean[] compared;
    private final Map<Object, Bucket> buckets = new HashMap<>();
    private final boolean byTerm;
    private boolean lower;
    private boolean even;
    private boolean aligned;
    private boolean spans;
    private int size;

    /**
     * How rows are put in order.
     *
     * @param keys   columns, first the one that is sorted
     * @param bounds whose keys these are
     * @param shared variables that are the same on both sides
     * @param equal  expressions that are
     */
    record Spec(List<Bound.Key> keys, List<Bound> bounds, Set<Var> shared, List<Equality> equal) {
        /** What the index depends on: the same for bounds that differ in their values only. */
        List<Object> shape() {
            List<Object> shape = new ArrayList<>(List.of(keys, shared, equal.stream().map(Equality::right).toList()));
            bounds.forEach(bound -> shape.add(List.of(bound.column(), bound.relation(), bound.isDirect(),
                    bound.openValue().isPresent())));
            return shape;
        }
    }

    private Index(Spec spec, boolean byTerm) {
        this.spec = spec;
        this.columns = spec.keys().stream().map(Column::new).toList();
        this.byTerm = byTerm;
        this.columnOf = spec.bounds().stream().mapToInt(bound -> spec.keys().indexOf(bound.column())).toArray();
        this.compared = new boolean[columns.size()];
        spec.bounds().stream().filter(bound -> bound.isDirect() && bound.openValue().isEmpty())
                .forEach(bound -> compared[spec.keys().indexOf(bound.column())] = true);
    }

    /**
     * Reads rows to the end.
     *
     * @return empty if a variable common to both sides holds a literal in a graph that finds literals by value
     */
    static Optional<Index> read(Iterator<Binding> rows, Spec spec, ExecutionContext context) {
        boolean byTerm = context.getActiveGraph() != null
                && !context.getActiveGraph().getCapabilities().handlesLiteralTyping();
        Index index = new Index(spec, byTerm);
        for (int count = 0; rows.hasNext(); count++) {
            if (count % ROWS_PER_LOOK == 0) {
                Preparation.look(context);
            }
            if (!index.add(rows.next(), context)) {
                return Optional.empty();
            }
        }
        index.sort();
        return Optional.of(index);
    }

    /** False if the row cannot be indexed, nor any other. */
    private boolean add(Binding row, ExecutionContext context) {
        if (!byTerm && spec.shared().stream().anyMatch(variable -> row.get(variable).isLiteral())) {
            return false;
        }
        double[] at = new double[columns.size()];
        boolean odd = false;
        for (int i = 0; i < at.length; i++) {
            Column column = columns.get(i);
            boolean open = column.isOpen(row);
            Optional<Node> value = open ? Optional.empty() : Column.value(column.key().expression(), row, context);
            if (value.isEmpty() && !open && compared[i]) {
                return true;
            }
            at[i] = open ? column.key().end() : value.isPresent() ? column.accept(value.get()).orElse(Double.NaN)
                    : Double.NaN;
            odd |= Double.isNaN(at[i]);
        }
        Bucket bucket = buckets.computeIfAbsent(common(row, true, context), key -> new Bucket(buckets.size()));
        if (odd) {
            bucket.addOdd(row);
        } else {
            bucket.add(new Bucket.Row(row, at));
        }
        size++;
        return true;
    }

    private void sort() {
        for (int i = 0; i < columnOf.length; i++) {
            lower |= columnOf[i] == 1 && spec.bounds().get(i).relation().isLower();
        }
        buckets.values().forEach(bucket -> bucket.sort(columns.size() > 1 ? 1 : 0, lower ? 1 : -1));
        even = buckets.values().stream().allMatch(bucket -> bucket.odd().isEmpty());
        aligned = columns.size() <= 2 && buckets.values().stream().allMatch(Bucket::isAligned);
        spans = columns.size() == 2 && buckets.values().stream().allMatch(Bucket::isSpans);
    }

    private Object common(Binding row, boolean right, FunctionEnv functions) {
        Set<Var> shared = spec.shared();
        if (spec.equal().isEmpty() && shared.size() <= 1) {
            return shared.isEmpty() ? Boolean.TRUE : row.get(shared.iterator().next());
        }
        List<Object> terms = new ArrayList<>(shared.size() + spec.equal().size());
        shared.forEach(variable -> terms.add(row.get(variable)));
        for (Equality equality : spec.equal()) {
            Expr expression = right ? equality.right() : equality.left();
            terms.add(Column.value(expression, row, functions).map(Equality::trace).orElse(Boolean.TRUE));
        }
        return terms;
    }

    /** The rows that agree with a left row in what must be the same. */
    Bucket bucket(Binding left, FunctionEnv functions) {
        return buckets.getOrDefault(common(left, false, functions), EMPTY);
    }

    List<Column> columns() {
        return columns;
    }

    /** The number of the column that is the key of a bound. */
    int columnOf(int bound) {
        return columnOf[bound];
    }

    /** How many rows it keeps. */
    int size() {
        return size;
    }

    /** True if every row has a place. */
    boolean isEven() {
        return even;
    }

    /** True if all keys of the rows in a bucket rise together, so that those in a window stand side by side. */
    boolean isAligned() {
        return aligned;
    }

    /** True if the two keys are the ends of spans. */
    boolean isSpans() {
        return spans;
    }

    /** The column where spans begin. */
    int beginning() {
        return lower ? 0 : 1;
    }

    /** Where the second key of a window's rows begins to be high (or, with its sign changed, low) enough. */
    double least(Window window) {
        if (columns.size() < 2) {
            return Double.NEGATIVE_INFINITY;
        }
        return lower ? window.low(1) : -window.high(1);
    }
}
