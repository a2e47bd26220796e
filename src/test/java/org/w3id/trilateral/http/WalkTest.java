package org.w3id.trilateral.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.VOID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A client that is given nothing but the first page, and follows what it is told. */
class WalkTest {
    private static final Pattern LINK = Pattern.compile("<([^>]+)>; rel=\"([^\"]+)\"(?:; type=\"([^\"]+)\")?");
    private static RunningSite running;

    @BeforeAll
    static void start() {
        running = new RunningSite();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void everythingIsReachedFromTheFirstPage() {
        List<String> links = links(running.get("/"), "describedby", "item", "service-desc", "service-doc", "license",
                "cite-as");
        assertTrue(links.size() > 12, links.toString());
        links.stream().filter(link -> link.startsWith(running.origin())).forEach(WalkTest::isThere);

        Graph figures = graph("/.well-known/void");
        assertTrue(links.contains(running.origin() + "/.well-known/void"));
        List<String> dumps = iris(figures, VOID.dataDump.asNode());
        assertTrue(dumps.size() > 12, dumps.toString());
        dumps.forEach(WalkTest::isThere);
        String endpoint = iris(figures, VOID.sparqlEndpoint.asNode()).get(0);
        String answer = running.get(endpoint.substring(running.origin().length()) + "?query="
                + RunningSite.encoded("ASK { ?s ?p ?o }"),
                "Accept", "application/sparql-results+json").body();
        assertTrue(answer.contains("true"), answer);

        Graph catalog = graph("/catalog");
        iris(catalog, DCAT.downloadURL.asNode()).forEach(WalkTest::isThere);
        iris(catalog, DCAT.endpointDescription.asNode()).forEach(WalkTest::isThere);
    }

    @Test
    void aThingLeadsToItsDataItsCitationsAndTheDataSet() {
        HttpResponse<String> page = running.get("/page/summit-2014");

        assertEquals(List.of("https://w3id.org/trilateral/id/summit-2014"), links(page, "cite-as"));
        links(page, "alternate", "describedby", "collection").forEach(WalkTest::isThere);
    }

    private static void isThere(String address) {
        assertTrue(address.startsWith(running.origin()), address);
        assertEquals(200, running.send("HEAD", address.substring(running.origin().length())).statusCode(), address);
    }

    private static List<String> links(HttpResponse<String> response, String... relations) {
        List<String> targets = new ArrayList<>();
        Matcher link = LINK.matcher(RunningSite.header(response, "Link"));
        while (link.find()) {
            if (List.of(relations).contains(link.group(2))) {
                targets.add(link.group(1));
            }
        }
        return targets;
    }

    private static Graph graph(String path) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(running.get(path, "Accept", "text/turtle").body(), Lang.TURTLE).parse(graph);
        return graph;
    }

    private static List<String> iris(Graph graph, Node property) {
        return graph.find(Node.ANY, property, Node.ANY).mapWith(t -> t.getObject()).filterKeep(Node::isURI)
                .mapWith(Node::getURI).toList();
    }
}
