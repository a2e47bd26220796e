package org.w3id.trilateral.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.w3id.trilateral.data.LiveGraph;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.graph.Version;
import org.w3id.trilateral.query.Limits;
import org.w3id.trilateral.server.TrilateralServer;

/** Dumps of data whose last graph can no longer be read. */
class BrokenDownloadTest {
    private static final AtomicBoolean BROKEN = new AtomicBoolean();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static TrilateralServer server;

    @BeforeAll
    static void start() {
        Node last = LiveGraph.GRAPH.graphNames().get(LiveGraph.GRAPH.graphNames().size() - 1);
        DatasetGraph breaking = new DatasetGraphWrapper(LiveGraph.GRAPH.dataset()) {
            @Override
            public Iterator<Quad> find(Node graph, Node subject, Node predicate, Node object) {
                if (BROKEN.get() && graph.equals(last)) {
                    throw new IllegalStateException("the disk is gone");
                }
                return super.find(graph, subject, predicate, object);
            }
        };
        KnowledgeGraph graph = KnowledgeGraph.over(breaking, LiveGraph.GRAPH.info(),
                Version.fixed("broken", LiveGraph.GRAPH.size()));
        server = TrilateralServer.start(new Site(graph, LiveGraph.QUERIES, Limits.SERVICE), 0, true);
        BROKEN.set(true);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dataset.trig", "dataset.trig.gz", "dataset.trig.zst"})
    void aDumpThatBreaksInTheMidstIsNoWholeAnswer(String file) {
        assertThrows(IOException.class, () -> CLIENT.send(request(file), BodyHandlers.ofByteArray()));
    }

    @Test
    void aDumpThatBreaksBeforeItBeginsIsAFailure() throws IOException, InterruptedException {
        assertEquals(500, CLIENT.send(request("dataset.nq"), BodyHandlers.discarding()).statusCode());
    }

    private static HttpRequest request(String file) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/downloads/" + file)).build();
    }
}
