package org.w3id.trilateral.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.w3id.trilateral.server.RunningServer.encoded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.query.Limits;
import org.w3id.trilateral.result.ResultFormat;

class HostileQueryTest {
    private static final Duration TIME = Duration.ofMillis(800);
    private static final int ROWS = 5_000;
    private static final long GRACE_MILLIS = 4_000;
    private static final String STATEMENTS = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i .";

    private static RunningServer server;
    private static ServerSocket victim;
    private static final AtomicInteger VISITS = new AtomicInteger();

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        server = new RunningServer(folder, new Limits(TIME, ROWS));
        victim = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread listener = new Thread(HostileQueryTest::countVisits, "victim");
        listener.setDaemon(true);
        listener.start();
    }

    private static void countVisits() {
        try {
            while (true) {
                victim.accept().close();
                VISITS.incrementAndGet();
            }
        } catch (IOException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        victim.close();
    }

    @TestFactory
    Stream<DynamicTest> noQueryReachesAnotherHost() {
        String url = "http://localhost:" + victim.getLocalPort() + "/x";
        return Stream.of(
                "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
                "SELECT * { SERVICE SILENT <%s> { ?s ?p ?o } }",
                "SELECT * { BIND(IRI('%s') AS ?x) SERVICE ?x { ?s ?p ?o } }",
                "ASK { FILTER EXISTS { SERVICE <%s> { ?s ?p ?o } } }",
                "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <%s> { ?s ?p ?o } }",
                "DESCRIBE ?s { SERVICE <%s> { ?s ?p ?o } }",
                "SELECT * { { SELECT * { SERVICE <%s> { ?s ?p ?o } } } }",
                "SELECT * { OPTIONAL { SERVICE <%s> { ?s ?p ?o } } }",
                "SELECT * { ?s ?p ?o MINUS { SERVICE <%s> { ?s ?p ?o } } }",
                "SELECT * FROM <%s> { ?s ?p ?o }",
                "SELECT * FROM NAMED <%s> { GRAPH ?g { ?s ?p ?o } }",
                "SELECT * { GRAPH <%s> { ?s ?p ?o } }",
                "DESCRIBE <%s>").map(template -> dynamicTest(template, () -> {
                    int before = VISITS.get();

                    HttpResponse<String> answer = server.ask(template.formatted(url));

                    assertEquals(template.contains("SERVICE") ? 403 : 200, answer.statusCode(), answer.body());
                    assertEquals(before, VISITS.get());
                }));
    }

    @Test
    void aDatasetOfTheProtocolReachesNoOtherHost() {
        int before = VISITS.get();

        server.get("/sparql?query=" + encoded("ASK { ?s ?p ?o }") + "&default-graph-uri=http://localhost:"
                + victim.getLocalPort());

        assertEquals(before, VISITS.get());
    }

    @TestFactory
    Stream<DynamicTest> noFunctionOfJavaOrOfTheEngineRuns() {
        return Stream.of(
                "SELECT (<java:java.lang.System.exit>(1) AS ?x) {}",
                "SELECT * { FILTER <java:java.lang.Runtime>() }",
                "SELECT (<http://jena.apache.org/ARQ/function#wait>(6000) AS ?x) {}",
                "SELECT (<http://jena.hpl.hp.com/ARQ/function#wait>(6000) AS ?x) {}",
                "SELECT (<http://jena.apache.org/ARQ/function#print>('x') AS ?x) {}",
                "SELECT (<http://jena.apache.org/ARQ/function#context>('x') AS ?x) {}",
                "SELECT (<http://jena.apache.org/ARQ/function#version>() AS ?x) {}",
                "SELECT (<http://jena.apache.org/ARQ/function#sprintf>('%2000000000d', 1) AS ?x) {}",
                "SELECT (<http://jena.apache.org/ARQ/jsFunction#f>(1) AS ?x) {}",
                "SELECT (<http://www.w3.org/2005/xpath-functions#apply>('java:x', 1) AS ?x) {}",
                "SELECT * { ?s ?p ?o } ORDER BY <java:x>(?o)",
                "SELECT (COUNT(<java:x>(?o)) AS ?n) { ?s ?p ?o }",
                "ASK { FILTER EXISTS { ?s ?p ?o FILTER <java:x>(?o) } }").map(query -> dynamicTest(query, () -> {
                    HttpResponse<String> answer = server.ask(query);

                    assertEquals(403, answer.statusCode(), answer.body());
                }));
    }

    @Test
    void aPropertyFunctionOfJavaIsAnOrdinaryProperty() {
        HttpResponse<String> answer =
                server.ask("SELECT * { ?s <java:org.apache.jena.sparql.pfunction.library.str> ?o }",
                "Accept", "text/csv");

        assertEquals("s,o\r\n", answer.body());
    }

    private static Map<String, String> bombs() {
        String doubling = IntStream.range(0, 40)
                .mapToObj(i -> "BIND(CONCAT(?x" + i + ", ?x" + i + ") AS ?x" + (i + 1) + ")")
                .collect(Collectors.joining(" "));
        String squaring = IntStream.range(0, 40).mapToObj(i -> "BIND(?x" + i + " * ?x" + i + " AS ?x" + (i + 1) + ")")
                .collect(Collectors.joining(" "));
        return Map.ofEntries(
                Map.entry("product", "SELECT * { " + STATEMENTS + " }"),
                Map.entry("product that finds nothing", "SELECT * { " + STATEMENTS + " FILTER(STR(?i) = 'nothing') }"),
                Map.entry("product counted", "SELECT (COUNT(*) AS ?n) { " + STATEMENTS + " }"),
                Map.entry("product sorted", "SELECT * { " + STATEMENTS + " } ORDER BY ?a ?d LIMIT 5000"),
                Map.entry("product made distinct", "SELECT DISTINCT * { " + STATEMENTS + " }"),
                Map.entry("product grouped",
                "SELECT ?a ?d ?g (COUNT(*) AS ?n) { " + STATEMENTS + " } GROUP BY ?a ?d ?g"),
                Map.entry("product skipped", "SELECT * { " + STATEMENTS + " } OFFSET 9999999 LIMIT 1"),
                Map.entry("path of paths",
                "SELECT (COUNT(*) AS ?n) { ?a (trid:next/trid:next)*/(trid:next|^trid:next)*/(trid:next*/trid:next*)* ?b }"),
                Map.entry("path of any property",
                "SELECT (COUNT(*) AS ?n) { ?a (!trid:x)*/(!trid:y)* ?b . ?b (!trid:x)* ?c }"),
                Map.entry("path inside EXISTS",
                "SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?c ?q ?d FILTER EXISTS { ?a trid:next*/trid:next* ?d } }"),
                Map.entry("regular expression", "ASK { FILTER regex('" + "x".repeat(40) + "', '(x+x+)+\\\\1y') }"),
                Map.entry("regular expression computed",
                "SELECT * { ?s trid:day ?d FILTER regex('" + "x".repeat(40) + "', CONCAT('(x+x+)+\\\\1y', STR(?d))) }"),
                Map.entry("replacement that backtracks",
                "SELECT (REPLACE('" + "x".repeat(40) + "', '(x+x+)+\\\\1y', 'z') AS ?r) {}"),
                Map.entry("greedy expression", "ASK { FILTER regex('" + "a".repeat(60) + "', '(.*a){18}b') }"),
                Map.entry("nested aggregates",
                "SELECT (SUM(?n) AS ?m) { { SELECT ?a (COUNT(*) AS ?n) { " + STATEMENTS + " } GROUP BY ?a } }"),
                Map.entry("minus of products",
                "SELECT * { " + STATEMENTS + " MINUS { ?j ?k ?l . ?m ?n ?o . ?a ?x ?y } }"),
                Map.entry("text doubled", "SELECT * { BIND('xxxxxxxx' AS ?x0) " + doubling + " }"),
                Map.entry("number squared", "SELECT * { BIND(99999 AS ?x0) " + squaring + " }"),
                Map.entry("replacement that grows", "SELECT (REPLACE(REPLACE('" + "a".repeat(2000) + "', 'a', '"
                + "a".repeat(2000) + "'), 'a', 'aaaa') AS ?r) {}"),
                Map.entry("long separator",
                "SELECT (GROUP_CONCAT(?o; separator='" + "x".repeat(5000) + "') AS ?r) { ?s ?p ?o }"),
                Map.entry("long rows",
                "SELECT (SUBSTR('" + "x".repeat(200_000) + "', 1 + ?d) AS ?r) { ?s trid:day ?d }"),
                Map.entry("many rows", "SELECT * { ?a trid:next ?b . ?c trid:next ?d }"));
    }

    @TestFactory
    Stream<DynamicTest> aBombEndsInTimeAndInAnError() {
        return bombs().entrySet().stream().map(bomb -> dynamicTest(bomb.getKey(), () -> {
            long begun = System.nanoTime();

            HttpResponse<String> answer = server.askByPost(bomb.getValue());

            long millis = (System.nanoTime() - begun) / 1_000_000;
            assertTrue(answer.statusCode() == 503 || answer.statusCode() == 413 || answer.statusCode() == 400,
                    answer.statusCode() + " " + answer.body().substring(0, Math.min(300, answer.body().length())));
            assertTrue(millis < TIME.toMillis() + GRACE_MILLIS, millis + " ms");
            assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
        }));
    }

    @TestFactory
    Stream<DynamicTest> aTextThatIsTooBigOrTooDeepIsRefusedBeforeItRuns() {
        return Stream.of(
                Map.entry("deep groups", "SELECT * " + "{".repeat(5000) + "}".repeat(5000)),
                Map.entry("deep brackets", "ASK { FILTER(" + "(".repeat(20_000) + "1" + ")".repeat(20_000) + ") }"),
                Map.entry("long conjunction", "ASK { FILTER(" + "true&&".repeat(30_000) + "true) }"),
                Map.entry("long sum", "SELECT (" + "1+".repeat(60_000) + "1 AS ?x) {}"),
                Map.entry("long union", "SELECT * {" + "{}UNION".repeat(30_000) + "{} }"),
                Map.entry("many negations", "ASK { FILTER(" + "!".repeat(100_000) + "true) }"),
                Map.entry("long list", "ASK { FILTER(1 IN (" + "1,".repeat(2_500) + "1)) }"),
                Map.entry("long table", "SELECT * { VALUES ?x { " + "1 ".repeat(2_500) + "} }"),
                Map.entry("far offset", "SELECT * { ?s ?p ?o } OFFSET 9000000000000"),
                Map.entry("far offset inside", "SELECT * { { SELECT * { ?s ?p ?o } OFFSET 9000000000000 } }"),
                Map.entry("long path", "ASK { ?s " + "trid:a/".repeat(30_000) + "trid:a ?o }"))
                .map(bomb -> dynamicTest(bomb.getKey(), () -> {
                    long begun = System.nanoTime();

                    HttpResponse<String> answer = server.askByPost(bomb.getValue());

                    long millis = (System.nanoTime() - begun) / 1_000_000;
                    assertTrue(List.of(200, 400, 403, 413, 503).contains(answer.statusCode()), answer.body());
                    assertTrue(millis < GRACE_MILLIS, millis + " ms");
                }));
    }

    @Test
    void anAnswerBeyondTheRowLimitIsAnErrorAndNotAShorterAnswer() {
        for (String type : List.of("text/csv", "application/sparql-results+json", "application/sparql-results+xml")) {
            HttpResponse<String> answer = server.ask("SELECT * { ?a trid:next ?b . ?c trid:next ?d }", "Accept", type);

            assertEquals(413, answer.statusCode());
            assertEquals(413, JSON.parse(answer.body()).get("status").getAsNumber().value().intValue());
        }
        assertEquals(413, server.ask("CONSTRUCT { ?a ?b ?d } { ?a ?b ?c . ?d trid:next ?e }").statusCode());
    }

    /** Has its first solutions at once, and the time limit in the midst of the others. */
    @TestFactory
    Stream<DynamicTest> anAnswerThatTheTimeLimitCutsIsAnErrorInEveryFormat() {
        String slow = "{ { ?a trid:next ?b } UNION { " + STATEMENTS + " FILTER(STR(?i) = 'nothing') } }";
        Map<Answer.Form, String> queries = Map.of(Answer.Form.TABLE, "SELECT ?a ?b " + slow,
                Answer.Form.GRAPH, "CONSTRUCT { ?a trid:next ?b } WHERE " + slow,
                Answer.Form.BOOLEAN, "ASK { " + STATEMENTS + " FILTER(STR(?i) = 'nothing') }");
        return queries.entrySet().stream().flatMap(query -> ResultFormat.of(query.getKey()).stream().flatMap(format ->
                Stream.of("GET", "POST").map(method -> dynamicTest(method + " " + query.getKey() + " " + format, () -> {
                    String fields = "query=" + encoded(query.getValue() + "#" + format) + "&format="
                            + format.extension();

                    HttpResponse<String> answer = method.equals("GET") ? server.get("/sparql?" + fields)
                            : server.post("/sparql", RunningServer.FORM, fields);

                    assertEquals(503, answer.statusCode(), answer.body());
                    assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
                    assertTrue(JSON.parse(answer.body()).getString("detail").contains("longer than 0.8 s"),
                            answer.body());
                    assertFalse(answer.body().contains("/id/n"), answer.body());
                }))));
    }

    @Test
    void aSmallQueryIsAnsweredWhileBombsRun() {
        String bomb = bombs().get("product counted");
        List<CompletableFuture<HttpResponse<String>>> bombs = IntStream.range(0, 24)
                .mapToObj(i -> server.client.sendAsync(
                server.request("/sparql?query=" + encoded(bomb + "#" + i)).build(), BodyHandlers.ofString())).toList();
        long worst = 0;
        for (int i = 0; i < 20; i++) {
            long begun = System.nanoTime();

            assertEquals(200, server.ask("ASK {}#" + i).statusCode());

            worst = Math.max(worst, (System.nanoTime() - begun) / 1_000_000);
        }
        for (CompletableFuture<HttpResponse<String>> answer : bombs) {
            assertEquals(503, answer.join().statusCode());
        }
        assertTrue(worst < 6_000, worst + " ms");
    }

    @Test
    void aTooLongWaitIsAnsweredWithWhenToComeAgain() {
        HttpResponse<String> answer = server.ask(bombs().get("path of paths"));

        assertEquals(503, answer.statusCode());
        assertTrue(answer.headers().firstValue("Retry-After").isPresent());
    }

    @Test
    void relativeIrisDoNotShowTheFolderOfTheProcess() {
        assertFalse(server.ask("SELECT (IRI('x') AS ?x) (<y> AS ?y) {}").body().contains("file:"));
    }

    @Test
    void guardedFunctionsAnswerAsOrdinaryOnesDo() {
        String query = "SELECT (REPLACE('abcb'@en, 'b', '[$0]') AS ?a) (REPLACE('x', 'y', 'z') AS ?b) (REGEX('ABC', '^a', 'i') AS ?c)"
                + " (CONCAT('a', 'b') AS ?d) (ENCODE_FOR_URI('ä b') AS ?e) (2 * 3.5 AS ?f) (REPLACE('aaa', '.*', 'z') AS ?g) {}";

        assertEquals("?a\t?b\t?c\t?d\t?e\t?f\t?g\n\"a[b]c[b]\"@en\t\"x\"\ttrue\t\"ab\"\t\"%C3%A4%20b\"\t7.0\t\"z\"\n",
                server.ask(query, "Accept", "text/tab-separated-values").body());
    }

    @Test
    void groupsAreConcatenatedAsUsual() {
        String query = "SELECT (GROUP_CONCAT(DISTINCT ?x; separator='|') AS ?r) (GROUP_CONCAT(?x) AS ?q) { VALUES ?x { 'a' 'b' 'a' } }";

        assertEquals("r,q\r\na|b,a b a\r\n", server.ask(query, "Accept", "text/csv").body());
    }
}
