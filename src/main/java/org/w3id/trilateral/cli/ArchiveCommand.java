package org.w3id.trilateral.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.http.Site;
import org.w3id.trilateral.link.Linksets;
import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.query.Execution;
import org.w3id.trilateral.query.Limits;
import org.w3id.trilateral.query.PackagedQuery;
import org.w3id.trilateral.query.QueryCatalogue;
import org.w3id.trilateral.server.TrilateralServer;

/**
 * Does once a little of all that a start needs, so that a virtual machine that archives its classes at exit
 * ({@code -XX:ArchiveClassesAtExit}) has seen them. The launcher runs it after a build; nobody else needs it.
 */
@Command(name = "archive", hidden = true, description = "Touch what a start needs, for a class archive.")
final class ArchiveCommand implements Callable<Integer> {
    private static final String SPARQL =
            "SELECT ?type (COUNT(*) AS ?n) WHERE { ?s a ?type } GROUP BY ?type ORDER BY ?type";

    private static final int WIDTH = 100;

    @Mixin
    private final HomeOption home;

    ArchiveCommand(Terminal terminal) {
        this.home = new HomeOption(terminal);
    }

    @Override
    public Integer call() throws IOException {
        Home folder = home.home();
        KnowledgeGraph.load(folder, Linksets::graphs);
        home.graph();
        KnowledgeGraph graph = home.graph();
        QueryCatalogue catalogue = QueryCatalogue.load(folder, graph.info());
        for (PackagedQuery query : catalogue.all()) {
            Answer answer = new Execution(graph, Limits.SERVICE).run(query.query());
            graph.read(data -> {
                Labels labels = new Labels(data.getDefaultGraph(), graph.names(), "en");
                return new AnswerText(labels, false, WIDTH).of(answer);
            });
        }
        try (TrilateralServer server = TrilateralServer.start(new Site(graph, catalogue, Limits.SERVICE), 0, true)) {
            String root = "http://localhost:" + server.port();
            fetch(root + "/", "text/html");
            String query = URLEncoder.encode(SPARQL, StandardCharsets.UTF_8);
            fetch(root + "/sparql?query=" + query, "application/sparql-results+json");
            for (PackagedQuery packaged : catalogue.all()) {
                fetch(root + "/queries/" + packaged.id(), "text/html");
                fetch(root + "/queries/" + packaged.id(), "application/json");
            }
        }
        return 0;
    }

    /** Reads an answer to its end; whether it is a page or an error makes no difference here. */
    private static void fetch(String address, String accept) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
        connection.setRequestProperty("Accept", accept);
        boolean answered = connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST;
        try (InputStream body = answered ? connection.getInputStream() : connection.getErrorStream()) {
            if (body != null) {
                body.readAllBytes();
            }
        } finally {
            connection.disconnect();
        }
    }
}
