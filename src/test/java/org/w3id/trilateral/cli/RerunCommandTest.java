package org.w3id.trilateral.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.w3id.trilateral.Fixture;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.publish.Bundle;
import org.w3id.trilateral.publish.Citations;
import org.w3id.trilateral.publish.DataHash;
import org.w3id.trilateral.query.Execution;
import org.w3id.trilateral.query.Limits;
import org.w3id.trilateral.query.PackagedQuery;
import org.w3id.trilateral.query.QueryCatalogue;

class RerunCommandTest {
    private static final String SUMMITS = "data/chronology/summits.ttl";

    @TempDir
    Path folder;

    @Test
    void overTheSameDataNothingHasChanged() throws IOException {
        Outcome outcome = rerun(Fixture.FOLDER);

        assertEquals(0, outcome.code(), outcome.err());
        assertEquals("", outcome.out());
        assertTrue(outcome.err().contains(" the same, 0 added, 0 removed"), outcome.err());
    }

    @Test
    void overOtherDataTheRowsThatCameAndWentAreListed() throws IOException {
        String moved = Files.readString(Fixture.FOLDER.resolve(SUMMITS)).replace("2023-08-18", "2023-08-19");
        Fixture.with(folder.resolve("home"), SUMMITS, moved);

        Outcome outcome = rerun(folder.resolve("home"));

        assertEquals(1, outcome.code(), outcome.err());
        assertTrue(outcome.out().lines().anyMatch(line -> line.startsWith("- ") && line.contains("2023-08-18")),
                outcome.out());
        assertTrue(outcome.out().lines().anyMatch(line -> line.startsWith("+ ") && line.contains("2023-08-19")),
                outcome.out());
    }

    @Test
    void whatIsNoBundleIsRefused() throws IOException {
        Files.writeString(folder.resolve("no.zip"), "no zip");

        assertEquals(2, run("rerun", folder.resolve("no.zip").toString(), "--home", Fixture.FOLDER.toString()).code());
        assertEquals(2, run("rerun", folder.resolve("none.zip").toString(), "--home", Fixture.FOLDER.toString())
                .code());
    }

    @Test
    void aBundleIsTheSameBytesEachTime() {
        assertArrayEquals(bundle(), bundle());
    }

    private Outcome rerun(Path home) throws IOException {
        Path zip = folder.resolve("bundle.zip");
        Files.write(zip, bundle());
        return run("rerun", zip.toString(), "--home", home.toString());
    }

    private static byte[] bundle() {
        KnowledgeGraph graph = Fixture.graph();
        DataHash hash = new DataHash(graph);
        PackagedQuery query = QueryCatalogue.load(Fixture.home(), graph.info()).get("events-in-span");
        Map<String, String> values = Map.of(query.parameters().get(0).name(), "2023-01-01");
        return new Bundle(graph, new Citations(graph, hash), hash).of(query, values,
                new Execution(graph, Limits.LOCAL).run(query.with(values, graph)),
                "https://example.org/queries/events-in-span");
    }

    private static Outcome run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(new Terminal(new ByteArrayInputStream(new byte[0]), out, new PrintStream(err, true, UTF_8),
                Map.of()), args);
        return new Outcome(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    private record Outcome(int code, String out, String err) {
    }
}
