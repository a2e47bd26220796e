package org.w3id.trilateral.data;

import java.nio.file.Path;

import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.link.Linksets;
import org.w3id.trilateral.query.QueryCatalogue;

/** The graph of this repository, loaded once for the tests that look things up in it. */
public final class LiveGraph {
    public static final Home HOME = new Home(Path.of(""));
    public static final KnowledgeGraph GRAPH = KnowledgeGraph.load(HOME, Linksets::graphs);
    public static final QueryCatalogue QUERIES = QueryCatalogue.load(HOME, GRAPH.info());

    private LiveGraph() {
    }
}
