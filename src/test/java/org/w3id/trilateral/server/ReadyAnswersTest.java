package org.w3id.trilateral.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.w3id.trilateral.query.Limits;

class ReadyAnswersTest {
    private static final String ADDRESS = "/queries/all";
    private static final String[] JSON = {"Accept", "application/sparql-results+json"};

    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("queries"));
        Files.writeString(folder.resolve("queries/all.rq"), """
                #+ summary: Everything
                #+ question: What is there?
                #+ expect: nonEmpty
                #+ params:
                #+   - from: the first day
                SELECT ?thing ?day WHERE {
                  VALUES ?from { 0 }
                  ?thing <https://w3id.org/trilateral/id/day> ?day
                  FILTER (?day >= ?from)
                }
                ORDER BY ?day
                """);
        server = new RunningServer(folder, Limits.SERVICE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theSecondAnswerIsTheFirst() {
        HttpResponse<String> first = server.get(ADDRESS + "?from=7", JSON);
        HttpResponse<String> second = server.get(ADDRESS + "?from=7", JSON);

        assertEquals(200, first.statusCode());
        assertEquals(first.body(), second.body());
        assertEquals(fields(first), fields(second));
        assertTrue(first.headers().firstValue("ETag").orElse("").matches("\"[0-9a-f]+\""));
    }

    @Test
    void eachParameterFormatLanguageAndAddressHasItsOwn() {
        String json = server.get(ADDRESS, JSON).body();

        assertNotEquals(json, server.get(ADDRESS + "?from=290", JSON).body());
        assertTrue(server.get(ADDRESS, "Accept", "text/csv").body().startsWith("thing,day"));
        String english = server.get(ADDRESS, "Accept", "text/html", "Accept-Language", "en").body();
        assertNotEquals(english, server.get(ADDRESS, "Accept", "text/html", "Accept-Language", "ko").body());
        assertNotEquals(english, server.get(ADDRESS, "Accept", "text/html", "Cookie", "lang=ja").body());
        assertTrue(server.get(ADDRESS, "Accept", "text/html", "X-Forwarded-Host", "example.org").body()
                .contains("http://example.org/"));
        assertEquals(json, server.get(ADDRESS, JSON).body());
    }

    @Test
    void whoHasItIsToldSoWhicheverTagWasGiven() throws IOException, InterruptedException {
        HttpResponse<byte[]> packed = packed();
        String tag = packed.headers().firstValue("ETag").orElseThrow();

        for (String given : List.of(tag, "*", "\"other\", " + tag, "W/" + tag, tag.replace("--gzip", ""))) {
            HttpResponse<String> answer =
                    server.get(ADDRESS, "Accept", JSON[1], "Accept-Encoding", "gzip", "If-None-Match", given);

            assertEquals(304, answer.statusCode(), given);
            assertEquals("", answer.body());
            assertTrue(answer.headers().firstValue("Content-Security-Policy").isEmpty());
        }
        assertEquals(200, server.get(ADDRESS, "Accept", JSON[1], "If-None-Match", "\"other\"").statusCode());
    }

    @Test
    void theCompressedAnswerIsTheSameAndIsReady() throws IOException, InterruptedException {
        byte[] first = packed().body();

        assertArrayEquals(first, packed().body());
        assertEquals(server.get(ADDRESS, JSON).body(),
                new String(new GZIPInputStream(new ByteArrayInputStream(first)).readAllBytes()));
        assertEquals(String.valueOf(first.length), packed().headers().firstValue("Content-Length").orElse(""));
    }

    @Test
    void headIsAnsweredWithTheFieldsOfGet() {
        HttpResponse<String> get = server.get(ADDRESS + "?from=3", JSON);
        HttpResponse<String> head =
                server.send(server.request(ADDRESS + "?from=3").method("HEAD", BodyPublishers.noBody()).headers(JSON));

        assertEquals(fields(get), fields(head));
        assertEquals("", head.body());
    }

    @Test
    void manyWhoAskTheSameAtOnceGetTheSame() {
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 300).mapToObj(i -> server.client
                .sendAsync(server.request(ADDRESS + "?from=11").headers(JSON).build(), BodyHandlers.ofString()))
                .toList();

        assertEquals(1, answers.stream().map(CompletableFuture::join).map(answer -> answer.statusCode() + answer.body())
                .distinct().count());
        assertEquals(200, answers.get(0).join().statusCode());
    }

    @Test
    void anErrorIsNotKept() {
        assertEquals(400, server.get(ADDRESS + "?from=x", JSON).statusCode());
        assertFalse(server.get(ADDRESS + "?from=x", JSON).headers().firstValue("ETag").isPresent());
    }

    private static HttpResponse<byte[]> packed() throws IOException, InterruptedException {
        return server.client.send(server.request(ADDRESS).headers("Accept", JSON[1], "Accept-Encoding", "gzip").build(),
                BodyHandlers.ofByteArray());
    }

    private static Map<String, List<String>> fields(HttpResponse<?> answer) {
        Map<String, List<String>> fields = new TreeMap<>(answer.headers().map());
        fields.remove("date");
        return fields;
    }
}
