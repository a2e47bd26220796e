package org.w3id.trilateral.store;

import java.util.function.Predicate;

import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterPeek;
import org.apache.jena.sparql.engine.main.StageBuilder;
import org.apache.jena.sparql.engine.main.StageGenerator;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderLib;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderTransformation;
import org.apache.jena.tdb2.solver.PatternMatchTDB2;
import org.apache.jena.tdb2.store.GraphTDB;
import org.apache.jena.tdb2.store.GraphViewSwitchable;
import org.apache.jena.tdb2.store.NodeId;

import org.w3id.trilateral.graph.PatternOrder;
import org.w3id.trilateral.graph.Watch;

/**
 * ARQ's way of solving a basic pattern where the graph lies in a TDB2 database: terms are joined by their numbers, and
 * read only where something looks at them. Sees through the wrappers that watch over a graph; what these do for each
 * step is done here. Other graphs, such as a union that a query asks for, are solved as ARQ solves them.
 */
final class DatabasePatterns implements StageGenerator {
    private final PatternCounts counts = new PatternCounts();

    @Override
    public QueryIterator execute(BasicPattern pattern, QueryIterator input, ExecutionContext execution) {
        if (!(database(execution.getActiveGraph()) instanceof GraphTDB graph)) {
            return StageBuilder.standardGenerator().execute(pattern, input, execution);
        }
        if (!input.hasNext()) {
            return input;
        }
        Runnable onStep = Watch.onStep(execution.getContext());
        Predicate<Tuple<NodeId>> watched = tuple -> {
            onStep.run();
            return true;
        };
        if (pattern.size() < 2) {
            return PatternMatchTDB2.execute(graph, pattern, input, watched, execution);
        }
        QueryIterPeek rows = QueryIterPeek.create(input, execution);
        BasicPattern ordered = PatternOrder.order(pattern, rows, execution);
        return PatternMatchTDB2.execute(graph, ordered, rows, watched, execution);
    }

    /** What orders a pattern over the graph that is asked. */
    ReorderTransformation weights(BasicPattern pattern, ExecutionContext execution) {
        Runnable onStep = Watch.onStep(execution.getContext());
        return database(execution.getActiveGraph()) instanceof GraphTDB graph
                ? new CountedOrder(pattern, triple -> counts.few(graph, triple, onStep)) : ReorderLib.fixed();
    }

    /** What is within the wrappers of a graph. */
    static Graph database(Graph graph) {
        Graph inner = graph;
        while (inner instanceof WrappedGraph wrapper) {
            inner = wrapper.getWrapped();
        }
        return inner instanceof GraphViewSwitchable view ? view.getBaseGraph() : inner;
    }
}
