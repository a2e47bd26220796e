package org.w3id.trilateral.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.w3id.trilateral.server.RunningServer.FORM;
import static org.w3id.trilateral.server.RunningServer.QUERY;
import static org.w3id.trilateral.server.RunningServer.RING_GRAPH;
import static org.w3id.trilateral.server.RunningServer.encoded;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import org.w3id.trilateral.query.Limits;

class SparqlProtocolTest {
    private static final String SELECT = "SELECT ?o { trid:n1 trid:day ?o }";
    private static final String CONSTRUCT = "CONSTRUCT WHERE { trid:n1 ?p ?o }";
    private static final String DESCRIBE = "DESCRIBE trid:n1";
    private static final String ASK = "ASK {}";
    private static final String JSON_TYPE = "application/sparql-results+json";

    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = new RunningServer(folder, Limits.SERVICE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static DynamicTest negotiated(String query, String accept, String hint, String expectedType) {
        return dynamicTest(query.substring(0, 6) + " accept " + accept + " hint " + hint, () -> {
            String address = "/sparql?query=" + encoded(query) + hint;
            HttpResponse<String> answer = accept.isEmpty() ? server.get(address)
                    : server.get(address, "Accept", accept);

            assertEquals(200, answer.statusCode(), answer.body());
            assertEquals(expectedType,
                    answer.headers().firstValue("Content-Type").orElse("").replace(";charset=utf-8", ""));
        });
    }

    @TestFactory
    Stream<DynamicTest> theFormatFollowsAcceptAndHint() {
        return Stream.of(
                negotiated(SELECT, "", "", JSON_TYPE),
                negotiated(SELECT, "*/*", "", JSON_TYPE),
                negotiated(SELECT, "text/csv", "", "text/csv"),
                negotiated(SELECT, "TEXT/CSV", "", "text/csv"),
                negotiated(SELECT, "text/tab-separated-values", "", "text/tab-separated-values"),
                negotiated(SELECT, "application/sparql-results+xml", "", "application/sparql-results+xml"),
                negotiated(SELECT, "application/json", "", JSON_TYPE),
                negotiated(SELECT, "text/csv;q=0.5, application/sparql-results+xml;q=0.9", "",
                "application/sparql-results+xml"),
                negotiated(SELECT, "text/turtle, application/sparql-results+json;q=0.1", "", JSON_TYPE),
                negotiated(SELECT, "text/html,application/xhtml+xml,*/*;q=0.8", "", JSON_TYPE),
                negotiated(SELECT, "", "&format=csv", "text/csv"),
                negotiated(SELECT, "", "&output=tsv", "text/tab-separated-values"),
                negotiated(SELECT, "", "&results=xml", "application/sparql-results+xml"),
                negotiated(SELECT, "*/*", "&format=application/sparql-results%2Bxml", "application/sparql-results+xml"),
                negotiated(SELECT, "", "&format=nonsense", JSON_TYPE),
                negotiated(SELECT, "", "&format=turtle&output=turtle&results=turtle", JSON_TYPE),
                negotiated(ASK, "", "", JSON_TYPE),
                negotiated(ASK, "application/sparql-results+xml", "", "application/sparql-results+xml"),
                negotiated(CONSTRUCT, "", "", "text/turtle"),
                negotiated(CONSTRUCT, "application/n-triples", "", "application/n-triples"),
                negotiated(CONSTRUCT, "application/ld+json", "", "application/ld+json"),
                negotiated(CONSTRUCT, "application/rdf+xml", "", "application/rdf+xml"),
                negotiated(CONSTRUCT, "application/trig", "", "application/trig"),
                negotiated(CONSTRUCT, "application/n-quads", "", "application/n-quads"),
                negotiated(CONSTRUCT, "*/*", "&format=rdf%2Bxml&output=rdf%2Bxml", "application/rdf+xml"),
                negotiated(CONSTRUCT, "*/*", "&format=json-ld", "application/ld+json"),
                negotiated(CONSTRUCT, "*/*", "&output=n3", "text/turtle"),
                negotiated(DESCRIBE, "text/turtle", "", "text/turtle"),
                negotiated(DESCRIBE, "", "&format=nt", "application/n-triples"));
    }

    private static DynamicTest refused(String name, int status, HttpCall call) {
        return dynamicTest(name, () -> {
            HttpResponse<String> answer = call.send();

            assertEquals(status, answer.statusCode(), answer.body());
            assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
            assertEquals(status, JSON.parse(answer.body()).get("status").getAsNumber().value().intValue());
        });
    }

    /** Sends one request. */
    @FunctionalInterface
    interface HttpCall {
        HttpResponse<String> send();
    }

    @TestFactory
    Stream<DynamicTest> whatIsNotTheProtocolIsRefused() {
        String query = "/sparql?query=" + encoded(SELECT);
        return Stream.of(
                refused("syntax error", 400, () -> server.ask("SELECT")),
                refused("empty query", 400, () -> server.get("/sparql?query=")),
                refused("two queries", 400, () -> server.get(query + "&query=ASK%7B%7D")),
                refused("dataset without a query", 400,
                () -> server.get("/sparql?default-graph-uri=http://example.org/g")),
                refused("form without a query", 400, () -> server.post("/sparql", FORM, "a=b")),
                refused("query twice, in body and address", 400, () -> server.post(query, QUERY, SELECT)),
                refused("broken percent sign", 400, () -> server.post("/sparql", FORM, "query=ASK%7B%7D&x=%zz")),
                refused("broken percent sign at the end", 400, () -> server.post("/sparql", FORM, "query=ASK%7B%7D%2")),
                refused("not UTF-8", 400, () -> server.get("/sparql?query=ASK%7B%7D%23%ff")),
                refused("extension of the syntax", 400, () -> server.ask("SELECT * { LET (?x := 1) }")),
                refused("impossible Accept", 406, () -> server.ask(SELECT, "Accept", "image/png")),
                refused("a graph's format for a table", 406, () -> server.ask(SELECT, "Accept", "text/turtle")),
                refused("a table's format for a graph", 406, () -> server.ask(CONSTRUCT, "Accept", "text/csv")),
                refused("all refused by weight", 406, () -> server.ask(SELECT, "Accept", "*/*;q=0")),
                refused("plain text body", 415, () -> server.post("/sparql", "text/plain", SELECT)),
                refused("multipart body", 415, () -> server.post("/sparql", "multipart/form-data; boundary=x", SELECT)),
                refused("no content type", 415,
                () -> server.send(server.request("/sparql").POST(BodyPublishers.ofString(SELECT)))),
                refused("another charset", 415, () -> server.post("/sparql", QUERY + "; charset=utf-16", SELECT)),
                refused("unknown charset", 415,
                () -> server.post("/sparql", FORM + ";charset=klingon", "query=ASK%7B%7D")),
                refused("compressed request", 415,
                () -> server.post("/sparql", QUERY, SELECT, "Content-Encoding", "gzip")),
                refused("PUT", 405, () -> server.send(server.request("/sparql").PUT(BodyPublishers.ofString(SELECT)))),
                refused("DELETE", 405, () -> server.send(server.request("/sparql").DELETE())),
                refused("update as a form", 403, () -> server.post("/sparql", FORM, "update=" + encoded("DROP ALL"))),
                refused("update as a body", 403, () -> server.post("/sparql", "application/sparql-update", "DROP ALL")),
                refused("update as a query", 400, () -> server.ask("DROP ALL")),
                refused("body beyond 1 MB", 413, () -> server.askByPost(SELECT + "#".repeat(1_100_000))),
                refused("query beyond 256 KB", 413, () -> server.askByPost(SELECT + "#".repeat(300_000))));
    }

    @Test
    void theSameQueryGivesTheSameAnswerInAllThreeWays() {
        String byGet = server.ask(SELECT).body();

        assertEquals(byGet, server.post("/sparql", FORM, "query=" + encoded(SELECT)).body());
        assertEquals(byGet, server.askByPost(SELECT).body());
        assertEquals(byGet, server.post("/sparql", "Application/SPARQL-Query; Charset=\"UTF-8\"", SELECT).body());
        assertTrue(byGet.contains("\"1\""), byGet);
    }

    @Test
    void theProtocolsDatasetGoesBeforeTheQuerysOwn() {
        String count = "SELECT (COUNT(*) AS ?n) FROM <http://example.org/none> { ?s ?p ?o }";

        assertTrue(server.ask(count, "Accept", "text/csv").body().endsWith("\r\n0\r\n"));
        String given = "/sparql?default-graph-uri=" + encoded(RING_GRAPH) + "&query=" + encoded(count);
        assertTrue(server.get(given, "Accept", "text/csv").body().endsWith("\r\n1200\r\n"));
        assertTrue(server.post("/sparql?default-graph-uri=" + encoded(RING_GRAPH), QUERY, count, "Accept", "text/csv")
                .body()
                .endsWith("\r\n1200\r\n"));
    }

    @Test
    void namedGraphsOfTheProtocolAreTheOnlyOnes() {
        String names = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }";
        String body = "named-graph-uri=" + encoded(RING_GRAPH) + "&query=" + encoded(names);

        assertEquals("g\r\n" + RING_GRAPH + "\r\n", server.post("/sparql", FORM, body, "Accept", "text/csv").body());
    }

    @Test
    void headHasTheFieldsOfGetAndNoBody() {
        HttpResponse<String> head = server.send(server.request("/sparql?query=" + encoded(SELECT))
                .method("HEAD", BodyPublishers.noBody()));

        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        assertEquals(JSON_TYPE, head.headers().firstValue("Content-Type").orElse(""));
    }

    @Test
    void aMethodThatIsNotAllowedIsAnsweredWithThoseThatAre() {
        HttpResponse<String> answer = server.send(server.request("/sparql").DELETE());

        assertEquals("GET, HEAD, POST, OPTIONS", answer.headers().firstValue("Allow").orElse(""));
    }

    @Test
    void whatCannotBeAcceptedIsAnsweredWithTheList() {
        String body = server.ask(CONSTRUCT, "Accept", "image/png").body();

        assertEquals("text/turtle", JSON.parse(body).get("allowed").getAsArray().get(0).getAsString().value());
    }

    @Test
    void anAnswerThatTheClientHasIsNotSentAgain() {
        String tag = server.ask(SELECT).headers().firstValue("ETag").orElseThrow();

        assertEquals(304, server.ask(SELECT, "If-None-Match", tag).statusCode());
        assertEquals(200, server.ask(SELECT + "#", "If-None-Match", tag).statusCode());
        assertEquals(200, server.ask(SELECT, "If-None-Match", tag, "Accept", "text/csv").statusCode());
    }

    @Test
    void anAnswerThatDiffersEachTimeHasNoTag() {
        assertFalse(server.ask("SELECT (NOW() AS ?now) {}").headers().firstValue("ETag").isPresent());
    }

    @Test
    void textOfAllScriptsArrivesAsItIs() {
        String query = "SELECT ?s { ?s trid:label \"정상 首脳 5\" }";

        assertTrue(server.ask(query).body().contains("n5"));
        assertTrue(server.ask("SELECT ?l { trid:n5 trid:label ?l }", "Accept", "text/csv").body().contains("정상 首脳 5"));
    }

    @Test
    void aSyntaxErrorSaysWhere() {
        assertTrue(server.ask("SELECT * {\n ?s ?p }").body().contains("line 2"));
    }
}
