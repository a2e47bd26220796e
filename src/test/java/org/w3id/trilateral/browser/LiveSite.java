package org.w3id.trilateral.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.http.Site;
import org.w3id.trilateral.link.Linksets;
import org.w3id.trilateral.query.Limits;
import org.w3id.trilateral.query.PackagedQuery;
import org.w3id.trilateral.query.QueryCatalogue;
import org.w3id.trilateral.server.TrilateralServer;

/** The whole service over the data of this repository, on a free port. */
final class LiveSite implements AutoCloseable {
    private final QueryCatalogue catalogue;
    private final TrilateralServer server;

    LiveSite() throws IOException {
        Home home = new Home(Path.of(""));
        KnowledgeGraph graph = KnowledgeGraph.load(home, Linksets::graphs);
        catalogue = QueryCatalogue.load(home, graph.info());
        server = TrilateralServer.start(new Site(graph, catalogue, Limits.SERVICE), 0, true);
    }

    String host() {
        return "localhost:" + server.port();
    }

    String origin() {
        return "http://" + host();
    }

    /** The addresses of the pages of all packaged questions. */
    List<String> questions() {
        return catalogue.all().stream().map(PackagedQuery::id).map(id -> "/queries/" + id).toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
