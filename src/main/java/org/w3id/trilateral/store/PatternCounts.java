package org.w3id.trilateral.store;

import java.util.Iterator;
import java.util.OptionalInt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.GraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;

/**
 * How many subjects have a value, where these are few; of one database that is not written to meanwhile. Each is
 * counted once, when it is asked for. Safe for any number of threads.
 */
final class PatternCounts {
    /** So many are no longer few: to count as many takes about five milliseconds. */
    static final int MANY = 20_000;

    private static final int MOST_KEPT = 10_000;

    private final Cache<Quad, Integer> known = Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    /**
     * How many; empty if many.
     *
     * @param pattern with a variable as subject
     * @param onStep  run for each one counted
     */
    OptionalInt few(GraphTDB graph, Triple pattern, Runnable onStep) {
        Quad key = Quad.create(graph.getGraphName(), Node.ANY, pattern.getPredicate(), pattern.getObject());
        int count = known.get(key, none -> count(graph, pattern, onStep));
        return count < MANY ? OptionalInt.of(count) : OptionalInt.empty();
    }

    private static int count(GraphTDB graph, Triple pattern, Runnable onStep) {
        Iterator<Tuple<NodeId>> found = find(graph, pattern.getPredicate(), pattern.getObject());
        int count = 0;
        while (found != null && count < MANY && found.hasNext()) {
            onStep.run();
            found.next();
            count++;
        }
        Iter.close(found);
        return count;
    }

    private static Iterator<Tuple<NodeId>> find(GraphTDB graph, Node predicate, Node object) {
        Node name = graph.getGraphName();
        NodeTupleTable table = graph.getNodeTupleTable();
        return Quad.isDefaultGraph(name) ? table.findAsNodeIds(Node.ANY, predicate, object)
                : table.findAsNodeIds(Quad.isUnionGraph(name) ? Node.ANY : name, Node.ANY, predicate, object);
    }
}
