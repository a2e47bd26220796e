package org.w3id.trilateral.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.w3id.trilateral.server.RunningServer.RING_GRAPH;
import static org.w3id.trilateral.server.RunningServer.encoded;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.w3id.trilateral.query.Limits;

class GraphStoreTest {
    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = new RunningServer(folder, Limits.SERVICE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aNamedGraphIsRead() {
        HttpResponse<String> answer =
                server.get("/graph-store?graph=" + encoded(RING_GRAPH), "Accept", "application/n-triples");

        assertEquals(1200, RDFParser.fromString(answer.body(), Lang.NTRIPLES).toGraph().size());
    }

    @Test
    void theDefaultGraphIsTheUnion() {
        HttpResponse<String> answer = server.get("/graph-store?default", "Accept", "text/turtle");

        assertEquals(server.graph.dataset().getDefaultGraph().size(),
                RDFParser.fromString(answer.body(), Lang.TURTLE).toGraph().size());
    }

    @Test
    void headIsAnswered() {
        assertEquals(200, server.send(server.request("/graph-store?default").method("HEAD", BodyPublishers.noBody()))
                .statusCode());
    }

    @Test
    void whoHasTheGraphIsToldSo() {
        String tag = server.get("/graph-store?default").headers().firstValue("ETag").orElseThrow();

        assertEquals(304, server.get("/graph-store?default", "If-None-Match", tag).statusCode());
        assertEquals(304, server.get("/graph-store?default", "If-None-Match", "*").statusCode());
        assertEquals(200, server.get("/graph-store?default", "If-None-Match", tag, "Accept", "application/n-triples")
                .statusCode());
    }

    @Test
    void aGraphThatIsTooLargeIsRefusedWhole(@TempDir Path folder) {
        try (RunningServer narrow = new RunningServer(folder, new Limits(Duration.ofSeconds(12), 10))) {
            HttpResponse<String> answer = narrow.get("/graph-store?graph=" + encoded(RING_GRAPH));

            assertEquals(413, answer.statusCode(), answer.body());
        }
    }

    @ParameterizedTest
    @CsvSource({"'', 400", "?default&graph=http://example.org/g, 400", "?graph=http://example.org/none, 404",
        "?graph=file:///etc/passwd, 404", "?graph=http://localhost:1/x, 404"})
    void whatIsNotOneGraphOfOursIsRefused(String address, int status) {
        HttpResponse<String> answer = server.get("/graph-store" + address);

        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
    }

    @Test
    void anImpossibleAcceptIsRefused() {
        assertEquals(406, server.get("/graph-store?default", "Accept", "image/png").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "POST", "DELETE", "PATCH"})
    void writingIsNotAllowed(String method) {
        HttpResponse<String> answer = server.send(server.request("/graph-store?default")
                .method(method, BodyPublishers.ofString("<a:a> <a:b> <a:c> .")).header("Content-Type", "text/turtle"));

        assertEquals(405, answer.statusCode());
        assertEquals("GET, HEAD, OPTIONS", answer.headers().firstValue("Allow").orElse(""));
    }
}
