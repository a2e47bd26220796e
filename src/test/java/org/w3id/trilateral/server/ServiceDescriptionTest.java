package org.w3id.trilateral.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.w3id.trilateral.query.Limits;

class ServiceDescriptionTest {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";

    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = new RunningServer(folder, Limits.SERVICE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Node sd(String name) {
        return NodeFactory.createURI(SD + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/turtle", "application/rdf+xml", "application/n-triples", "application/ld+json",
            "*/*"})
    void aBareGetIsAnsweredByADescriptionInRdf(String accept) {
        HttpResponse<String> answer = server.get("/sparql", "Accept", accept);

        Lang lang = RDFLanguages.contentTypeToLang(answer.headers().firstValue("Content-Type").orElseThrow()
                .split(";")[0]);
        Graph graph = RDFParser.fromString(answer.body(), lang).toGraph();
        Node endpoint = NodeFactory.createURI(server.uri("/sparql").toString());
        assertTrue(graph.contains(endpoint, RDF.type.asNode(), sd("Service")));
        assertTrue(graph.contains(endpoint, sd("endpoint"), endpoint));
        assertTrue(graph.contains(endpoint, sd("supportedLanguage"), sd("SPARQL11Query")));
        assertTrue(graph.contains(endpoint, sd("feature"), sd("UnionDefaultGraph")));
        assertEquals(10, graph.find(endpoint, sd("resultFormat"), Node.ANY).toList().size());
        assertTrue(graph.contains(Node.ANY, sd("name"), NodeFactory.createURI(RunningServer.RING_GRAPH)));
        assertEquals("1200",
                graph.find(NodeFactory.createURI(RunningServer.RING_GRAPH), VOID.triples.asNode(), Node.ANY)
                .next().getObject().getLiteralLexicalForm());
    }

    @Test
    void anImpossibleAcceptIsRefused() {
        assertEquals(406, server.get("/sparql", "Accept", "image/png").statusCode());
    }

    @Test
    void aFormatMayBeAskedForByName() {
        assertEquals("application/n-triples",
                server.get("/sparql?format=nt").headers().firstValue("Content-Type").orElse(""));
    }

    @Test
    void aBrowserIsLedToTheEditor() {
        HttpResponse<String> answer = server.get("/sparql", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

        assertEquals(303, answer.statusCode());
        assertTrue(answer.headers().firstValue("Location").orElse("").endsWith("/editor"));
    }
}
