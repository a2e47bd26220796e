package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.apache.jena.sparql.engine.ExecutionContext;

/**
 * Passes over kept left rows and the sorted right ones together. The partners of each left row stand side by side, and places
 * alone decide which they are: no row is looked at, and no condition asked.
 */
final class Sweep {
    private static final int STEPS_PER_LOOK = 1024;

    private final LeftTable table;
    private final Edge[] edges;
    private final ExecutionContext context;
    private Bucket bucket;
    private int row = -1;
    private int from;
    private int to;

    private Sweep(LeftTable table, List<Edge> edges, ExecutionContext context) {
        this.table = table;
        this.edges = edges.toArray(Edge[]::new);
        this.context = context;
    }

    /** A sweep before its first left row; empty where partners may lie apart, or where places do not decide. */
    static Optional<Sweep> of(LeftTable table, Index index, List<Bound> bounds, ExecutionContext context) {
        return edges(table, index, bounds).filter(edges -> index.isAligned()).map(edges -> new Sweep(table, edges, context));
    }

    /** The same, with partners that may lie apart and are only counted. */
    static Optional<Sweep> counting(LeftTable table, Index index, List<Bound> bounds, ExecutionContext context) {
        return edges(table, index, bounds).filter(edges -> index.isAligned() || areOverlaps(table, index, edges))
                .map(edges -> new Sweep(table, edges, context));
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
     * True if spans are looked for that overlap a span or a point. No span then both begins too late and ends too early: as
     * many overlap as have begun, less those that have ended.
     */
    private static boolean areOverlaps(LeftTable table, Index index, List<Edge> edges) {
        if (!index.isSpans() || edges.stream().anyMatch(edge -> edge.begins() == (edge.column() == index.beginning()))) {
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
        List<Edge> more = new ArrayList<>(Arrays.asList(edges));
        more.add(new Edge(0, relation, relation.isLower(), values));
        return new Sweep(table, more, context);
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
        for (Edge edge : edges) {
            int position = edge.position(row);
            if (edge.begins()) {
                from = Math.max(from, position);
            } else {
                to = Math.min(to, position);
            }
        }
        return true;
    }

    private void enter(Bucket next) {
        bucket = next;
        for (Edge edge : edges) {
            edge.enter(next);
        }
    }

    /** How many partners it has. */
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

    /** Its first partner in the bucket. */
    int from() {
        return from;
    }

    /** The one behind its last. */
    int to() {
        return to;
    }

    /** No left row has partners any more. */
    void end() {
        row = table.size();
    }
}
