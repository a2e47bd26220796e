package org.w3id.trilateral.text;

import java.util.Iterator;
import java.util.Optional;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.mem2.GraphMem2;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.tdb2.store.GraphTDB;
import org.apache.jena.tdb2.store.GraphViewSwitchable;

/** A graph whose properties can be read whole. Equal for the same graph. */
sealed interface Source permits MemorySource, DatabaseSource {
    /** The graph that patterns are looked for in; empty for other kinds of graphs. */
    static Optional<Source> of(ExecutionContext execution) {
        Graph graph = execution.getActiveGraph();
        while (graph instanceof WrappedGraph wrapper && execution.getContext().isTrue(TextFilters.SEES_ALL)) {
            graph = wrapper.getWrapped();
        }
        if (graph instanceof GraphViewSwitchable view) {
            graph = view.getBaseGraph();
        }
        if (graph instanceof GraphTDB database) {
            return Optional.of(new DatabaseSource(database.getDSG(), database.getGraphName()));
        }
        return graph instanceof GraphMem2 memory ? Optional.of(new MemorySource(memory)) : Optional.empty();
    }

    /** All values of a property; each block has at least one. Each statement comes once. */
    Iterator<Block> read(Node property);

    /** True if a pattern has fewer triples; variables stand for anything. */
    boolean hasFewer(Triple pattern, int than);
}
