package org.w3id.trilateral.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.link.Linksets;
import org.w3id.trilateral.query.Limits;
import org.w3id.trilateral.query.QueryCatalogue;
import org.w3id.trilateral.server.TrilateralServer;

/** The curl lines of the README, as they stand there but for host and port, against the shipped data. */
class ReadMeTest {
    @TempDir
    private static Path folder;
    private static TrilateralServer server;

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyCurlLineOfTheReadMeSucceeds() throws IOException, InterruptedException {
        assumeTrue(run("curl --version").status() == 0, "curl is not there");
        Home home = new Home(Path.of(""));
        KnowledgeGraph graph = KnowledgeGraph.load(home, Linksets::graphs);
        server = TrilateralServer.start(new Site(graph, QueryCatalogue.load(home, graph.info()), Limits.SERVICE),
                0, true);
        // what curl reads before its arguments: an answer of 400 and above is a failure
        Files.writeString(folder.resolve(".curlrc"), "fail\nsilent\nshow-error\n");
        List<String> lines = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("$ curl ")).toList();

        assertTrue(lines.size() > 3, lines.toString());
        return lines.stream().map(line -> DynamicTest.dynamicTest(line, () -> {
            Run run = run(line.substring(2).replace("localhost:3030", "localhost:" + server.port()));
            assertEquals(0, run.status(), run.output());
            assertTrue(line.contains("--output") || run.output().length() > 20, run.output());
        }));
    }

    private record Run(int status, String output) {
    }

    private static Run run(String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command).directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("CURL_HOME", folder.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Run(process.waitFor(), output);
    }
}
