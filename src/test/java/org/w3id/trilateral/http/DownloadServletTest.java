package org.w3id.trilateral.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.trilateral.http.RunningSite.header;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import org.w3id.trilateral.publish.Compression;

class DownloadServletTest {
    private static RunningSite running;

    @BeforeAll
    static void start() {
        running = new RunningSite();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    /** As sha256sum would check them, from the list that the service gives. */
    @TestFactory
    Stream<DynamicTest> everyFileHasItsChecksumAndCanBeRead() {
        return running.get("/downloads/SHA256SUMS").body().lines().map(line -> line.split("  ")).map(sum ->
                DynamicTest.dynamicTest(sum[1], () -> {
                    byte[] bytes = bytes("/downloads/" + sum[1]);
                    assertEquals(sum[0], HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
                    DatasetGraph read = DatasetGraphFactory.createGeneral();
                    String ending = sum[1].replaceFirst("\\.(gz|zst)$", "").replaceFirst(".*\\.", "");
                    RDFParser.source(plain(sum[1], new ByteArrayInputStream(bytes)))
                            .lang(RDFLanguages.fileExtToLang(ending)).parse(read);
                    assertTrue(read.stream().count() > 50);
                }));
    }

    @Test
    void aNamedGraphIsDownloadedByItsPath() {
        HttpResponse<String> response = running.get("/downloads/data/things.ttl");

        assertEquals(200, response.statusCode());
        assertTrue(response.body().contains("trid:summit-2014"), response.body());
        assertEquals("attachment; filename=\"data-things.ttl\"", header(response, "Content-Disposition"));
        assertEquals(304, running.get("/downloads/data/things.ttl", "If-None-Match", header(response, "ETag"))
                .statusCode());
        assertEquals("", running.send("HEAD", "/downloads/dataset.nq").body());
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertEquals(404, running.get("/downloads/data/none.ttl").statusCode());
        assertEquals(404, running.get("/downloads/dataset").statusCode());
        assertEquals(400, running.get("/downloads/dataset.csv").statusCode());
        assertEquals(405, running.send("POST", "/downloads/dataset.nq").statusCode());
    }

    @Test
    void thePageListsTheFiles() {
        String page = running.page("/downloads");

        assertTrue(page.contains("href=\"/downloads/dataset.nq.gz\"")
                && page.contains("href=\"/downloads/data/things.ttl\""), page);
    }

    private static InputStream plain(String name, InputStream in) throws IOException {
        return switch (Compression.of(name)) {
            case NONE -> in;
            case GZIP -> new GZIPInputStream(in);
            case ZSTD -> new ZstdInputStreamNoFinalizer(in);
        };
    }

    private static byte[] bytes(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(running.origin() + path)).build(),
                HttpResponse.BodyHandlers.ofByteArray()).body();
    }
}
