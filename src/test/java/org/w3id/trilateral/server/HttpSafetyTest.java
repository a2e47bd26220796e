package org.w3id.trilateral.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.trilateral.server.RunningServer.encoded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPInputStream;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.w3id.trilateral.page.StaticFile;
import org.w3id.trilateral.query.Limits;

class HttpSafetyTest {
    /** More than there are threads. */
    private static final int STALLED = 300;
    private static final String ALL = "SELECT * { ?s ?p ?o }";

    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = new RunningServer(folder, Limits.SERVICE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sparql", "/sparql?query=ASK%7B%7D", "/sparql?query=nonsense", "/health", "/nothing/here",
        "/graph-store?default", "/graph-store"})
    void everyAnswerCarriesTheSafeFields(String address) {
        HttpResponse<String> answer = server.get(address, "Origin", "https://example.org");

        assertEquals("nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertEquals(SafeHeaders.DATA_POLICY, answer.headers().firstValue("Content-Security-Policy").orElse(""));
        assertTrue(answer.headers().firstValue("Referrer-Policy").isPresent());
        assertEquals(List.of("*"), answer.headers().allValues("Access-Control-Allow-Origin"));
        assertTrue(answer.headers().firstValue("Access-Control-Expose-Headers").orElse("").contains("ETag"));
        assertFalse(answer.headers().firstValue("Access-Control-Allow-Credentials").isPresent());
        assertFalse(answer.headers().firstValue("Server").isPresent());
    }

    @Test
    void aPreflightAllowsToReadAndNothingElse() {
        HttpResponse<String> answer = server.send(server.request("/sparql").method("OPTIONS", BodyPublishers.noBody())
                .headers("Origin", "https://example.org", "Access-Control-Request-Method", "PUT"));

        assertEquals(204, answer.statusCode());
        assertEquals("GET, HEAD, POST, OPTIONS",
                answer.headers().firstValue("Access-Control-Allow-Methods").orElse(""));
        assertFalse(answer.headers().firstValue("Access-Control-Allow-Headers").orElse("").contains("Authorization"));
    }

    @Test
    void optionsWithoutPreflightSaysWhatIsAllowed() {
        HttpResponse<String> answer = server.send(server.request("/sparql").method("OPTIONS", BodyPublishers.noBody()));

        assertEquals(204, answer.statusCode());
        assertEquals("GET, HEAD, POST, OPTIONS", answer.headers().firstValue("Allow").orElse(""));
    }

    @ParameterizedTest
    @CsvSource({"/nothing, 404", "/$/ping, 404", "/$/server, 404", "/$/datasets, 404", "/$/stats, 404",
            "/$/metrics, 404",
        "/$/compact/graph-store, 404", "/update, 404", "/graph-store/update, 404", "/graph-store/data, 404",
        "/sparql/query, 404", "/graph-store/, 404", "/graph-store;x=y?default, 404", "/..%2f..%2fetc/passwd, 400",
        "/a%00b, 400"})
    void whatIsNotThereIsAProblemDocument(String address, int status) throws IOException {
        String answer = server.raw("GET " + address + " HTTP/1.1\nHost: localhost\nConnection: close\n\n");

        assertTrue(answer.startsWith("HTTP/1.1 " + status) || status == 404 && answer.startsWith("HTTP/1.1 400"),
                answer);
        assertTrue(answer.contains("application/problem+json"), answer);
        assertTrue(answer.contains("nosniff"), answer);
        assertFalse(answer.contains("org.eclipse") || answer.contains("at org."), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /sparql?query=%zz HTTP/1.1\nHost: localhost\nConnection: close\n\n",
        "GET / HTTP/1.1\nHost: a b\nConnection: close\n\n", "NONSENSE\n\n", "GET /sparql HTTP/9.9\nHost: localhost\n\n",
        "POST /sparql HTTP/1.1\nHost: localhost\nContent-Length: x\n\n"})
    void aBrokenRequestIsTheClientsFault(String request) throws IOException {
        String answer = server.raw(request);

        assertTrue(answer.matches("(?s)HTTP/1.1 (400|505).*"), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
    }

    @Test
    void aTooLongAddressIsRefused() {
        HttpResponse<String> answer = server.get("/sparql?query=" + "x".repeat(40_000));

        assertTrue(answer.statusCode() == 414 || answer.statusCode() == 431, "" + answer.statusCode());
    }

    @Test
    void anAddressOf24KbIsRead() {
        assertEquals(200, server.ask("ASK {}#" + "x".repeat(24_000)).statusCode());
    }

    @Test
    void anEndlessBodyIsRefused() throws IOException {
        try (Socket socket = server.socket()) {
            socket.getOutputStream()
                    .write(("POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
                    + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
            String chunk = "10000\r\n" + "#".repeat(0x10000) + "\r\n";
            for (int i = 0; i < 40; i++) {
                socket.getOutputStream().write(chunk.getBytes(UTF_8));
            }
            socket.getOutputStream().write("0\r\n\r\n".getBytes(UTF_8));
            assertTrue(new String(socket.getInputStream().readAllBytes(), UTF_8).startsWith("HTTP/1.1 413"));
        } catch (IOException e) {
            assertTrue(e.getMessage().contains("reset") || e.getMessage().contains("pipe"), e.getMessage());
        }
        assertEquals(200, server.ask("ASK {}").statusCode());
    }

    @Test
    void methodsThatNobodyNeedsAreRefused() throws IOException {
        String answer = server.raw("TRACE /sparql HTTP/1.1\nHost: localhost\nX-Secret: 1\nConnection: close\n\n");

        assertTrue(answer.startsWith("HTTP/1.1 405"), answer);
        assertFalse(answer.contains("X-Secret"), answer);
    }

    @Test
    void parametersThatOtherEndpointsCopyIntoTheAnswerAreIgnored() {
        HttpResponse<String> answer = server.get("/sparql?query=" + encoded("SELECT * {}")
                + "&callback=alert&stylesheet=%22%3E%3Cscript%3E&output=text&force-accept=text/html", "Accept",
                "application/sparql-results+xml");

        assertEquals("application/sparql-results+xml", answer.headers().firstValue("Content-Type").orElse(""));
        assertFalse(answer.body().contains("alert") || answer.body().contains("script"), answer.body());
    }

    @Test
    void markupInAQueryDoesNotReachTheErrorAsMarkup() {
        HttpResponse<String> answer = server.ask("<script>alert(1)</script>");

        assertEquals(400, answer.statusCode());
        assertFalse(answer.body().contains("<script"), answer.body());
    }

    @Test
    void aControlCharacterIsRefusedAsXmlAndSentAsJson() {
        String query = "SELECT ('a\\u0001b' AS ?x) {}";

        assertEquals(406, server.ask(query, "Accept", "application/sparql-results+xml").statusCode());
        assertEquals("a\u0001b",
                JSON.parse(server.ask(query).body()).getObj("results").get("bindings").getAsArray().get(0)
                .getAsObject().getObj("x").getString("value"));
    }

    @Test
    void textIsCompressedForThoseWhoTakeIt() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = server.client.send(server.request("/sparql?query=" + encoded(ALL))
                .header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());

        assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElse(""));
        String plain = new String(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(), UTF_8);
        assertEquals(server.ask(ALL).body(), plain);
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertEquals(304, server.ask(ALL, "If-None-Match", tag, "Accept-Encoding", "gzip").statusCode());
    }

    @Test
    void healthTellsTheVersionOfTheData() {
        HttpResponse<String> answer = server.get("/health");

        JsonObject health = JSON.parse(answer.body());
        assertEquals("ok", health.getString("status"));
        assertEquals("Ring", health.getString("title"));
        assertEquals("0.0.1", health.getString("version"));
        assertEquals(server.graph.fingerprint(), health.getString("fingerprint"));
        assertTrue(health.get("triples").getAsNumber().value().intValue() > 1200);
        assertEquals(405, server.send(server.request("/health").DELETE()).statusCode());
    }

    @Test
    void clientsThatDribbleOrDoNotReadDelayNobody() throws IOException {
        server.ask("ASK {}");
        List<Socket> stalled = new ArrayList<>();
        for (int i = 0; i < STALLED; i++) {
            stalled.add(server.socketThatReadsLittle());
            stalled.get(i).getOutputStream().write(opening(i % 10).getBytes(UTF_8));
        }
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            long begun = System.nanoTime();

            assertEquals(200, server.ask("ASK {}#" + i).statusCode());

            millis.add((System.nanoTime() - begun) / 1_000_000);
        }
        for (Socket socket : stalled) {
            socket.close();
        }
        Collections.sort(millis);
        assertTrue(millis.get(millis.size() / 2) < 250,
                "half of the neighbours wait longer than " + millis.get(millis.size() / 2) + " ms");
        assertTrue(millis.get(millis.size() - 1) < 2_500, millis + " ms");
    }

    /** Bodies that do not come, and large answers that are not read: of SPARQL, of a graph, of a file, of a page. */
    private static String opening(int kind) {
        return switch (kind) {
            case 0, 1 -> "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\nContent-Length: 1000\r\n\r\nASK";
            case 2, 3, 4 -> "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                    + "Content-Length: 1000\r\n\r\nquery=";
            case 5, 6 -> unread("/graph-store?default");
            case 7 -> unread(StaticFile.YASGUI.href());
            case 8 -> unread("/queries");
            default -> unread("/sparql?query=" + encoded(ALL));
        };
    }

    private static String unread(String address) {
        return "GET " + address + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }
}
