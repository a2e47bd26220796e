package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.jena.sparql.engine.ExecutionContext;

/**
 * Passes over kept left rows and the sorted right ones together. Places alone decide which right rows are partners of
 * a left one: no row is looked at, and no condition asked. As a rule they stand side by side; where the keys do not
 * rise together they may lie apart, between others whose second key is beyond the bounds.
 */
final class Sweep {
    private static final int STEPS_PER_LOOK = 1024;

    private final LeftTable table;
    private final List<Edge> edges;
    private final List<Edge> second;
    private final boolean rising;
    private final ExecutionContext context;
    private Bucket bucket;
    private double low;
    private double high;
    private int row = -1;
    private int from;
    private int to;

    private Sweep(LeftTable table, boolean rising, List<Edge> edges, List<Edge> second, ExecutionContext context) {
        this.table = table;
        this.rising = rising;
        this.edges = edges;
        this.second = second;
        this.context = context;
    }

    /** A sweep before its first left row; empty where places do not decide. */
    static Optional<Sweep> of(LeftTable table, Index index, List<Bound> bounds, ExecutionContext context) {
        return index.columns().size() > 2 ? Optional.empty() : edges(table, index, bounds).map(edges -> {
            Map<Boolean, List<Edge>> sides = edges.stream()
                    .collect(Collectors.partitioningBy(edge -> index.isAligned() || edge.column() == 0));
            return new Sweep(table, index.beginning() == 0, sides.get(true), sides.get(false), context);
        });
    }

    /** The same where partners may lie apart and are only counted, if that is enough to count them. */
    static Optional<Sweep> counting(LeftTable table, Index index, List<Bound> bounds, ExecutionContext context) {
        return index.isAligned() ? of(table, index, bounds, context)
                : edges(table, index, bounds).filter(edges -> areOverlaps(table, index, edges))
                .map(edges -> new Sweep(table, index.beginning() == 0, edges, List.of(), context));
    }

    private static Optional<List<Edge>> edges(LeftTable table, Index index, List<Bound> bounds) {
        Slots slots = new Slots(bounds);
        List<Edge> edges = new ArrayList<>();
        if (!index.isEven()) {
            return Optional.empty();
        }
        for (int i = 0; i < bounds.size(); i++) {
            Bound bound = bounds.get(i);
            Column column = index.columns().get(index.columnOf(i));
            byte kind = table.kind(slots.first(i));
            if (kind == LeftTable.MIXED || !Window.isPlain(bound, column, kind)) {
                return Optional.empty();
            }
            double[] values = table.places(slots.first(i));
            boolean applies = column.family().isPresent();
            if (applies && bound.relation().isLower()) {
                edges.add(new Edge(index.columnOf(i), bound.relation(), true, values));
            }
            if (applies && bound.relation().isUpper()) {
                edges.add(new Edge(index.columnOf(i), bound.relation(), false, values));
            }
        }
        return Optional.of(edges);
    }

    /**
     * True if spans are looked for that overlap a span or a point. No span then both begins too late and ends too
     * early: as many overlap as have begun, less those that have ended.
     */
    private static boolean areOverlaps(LeftTable table, Index index, List<Edge> edges) {
        int beginning = index.beginning();
        if (!index.isSpans() || edges.stream().anyMatch(edge -> edge.begins() == (edge.column() == beginning))) {
            return false;
        }
        for (int row = 0; row < table.size(); row++) {
            for (Edge begins : edges) {
                for (Edge ends : edges) {
                    if (begins.begins() && !ends.begins() && begins.value(row) > Math.nextUp(ends.value(row))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** The same with one more bound, of the first key. */
    Sweep with(Relation relation, double[] values) {
        List<Edge> more = new ArrayList<>(edges);
        more.add(new Edge(0, relation, relation.isLower(), values));
        return new Sweep(table, rising, more, second, context);
    }

    /** Goes to the next left row; false if there is none. */
    boolean advance() {
        if (++row >= table.size()) {
            return false;
        }
        if (row % STEPS_PER_LOOK == 0) {
            Preparation.look(context);
        }
        Bucket next = table.bucket(row);
        if (next != bucket) {
            enter(next);
        }
        from = 0;
        to = bucket.size();
        for (int i = 0; i < edges.size(); i++) {
            Edge edge = edges.get(i);
            int position = edge.position(row);
            if (edge.begins()) {
                from = Math.max(from, position);
            } else {
                to = Math.min(to, position);
            }
        }
        if (!second.isEmpty()) {
            boundSecond();
        }
        return true;
    }

    private void boundSecond() {
        low = Double.NEGATIVE_INFINITY;
        high = Double.POSITIVE_INFINITY;
        for (Edge edge : second) {
            double value = edge.value(row);
            if (edge.begins()) {
                low = value > low ? value : low;
            } else {
                high = value < high ? value : high;
            }
        }
    }

    /** True if partners may lie apart. */
    boolean isApart() {
        return !second.isEmpty();
    }

    /** The next partner from there on; or any number past the last. */
    int next(int at) {
        if (second.isEmpty()) {
            return at;
        }
        double least = rising ? low : -high;
        int next = at < to ? bucket.next(at, least) : to;
        while (next < to && !(bucket.key(1, next) >= low && bucket.key(1, next) <= high)) {
            next = next + 1 < to ? bucket.next(next + 1, least) : to;
        }
        return next;
    }

    private void enter(Bucket next) {
        bucket = next;
        for (Edge edge : edges) {
            edge.enter(next);
        }
    }

    /** How many partners it has, if they do not lie apart. */
    int count() {
        return Math.max(0, to - from);
    }

    /** The number of the left row. */
    int row() {
        return row;
    }

    /** The right rows that agree with it in what must be the same. */
    Bucket bucket() {
        return bucket;
    }

    /** Where its partners begin in the bucket. */
    int from() {
        return from;
    }

    /** Where they end. */
    int to() {
        return to;
    }

    /** No left row has partners any more. */
    void end() {
        row = table.size();
    }
}
