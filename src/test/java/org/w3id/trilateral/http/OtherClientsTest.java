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

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Clients that nobody here wrote (Comunica, Oxigraph, rdf-canonize, a validator of OpenAPI) against the running
 * service; the checks themselves are in {@code src/test/npm/clients.mjs}. Skipped where Node.js or its packages are not
 * there.
 */
class OtherClientsTest {
    private static final Path FOLDER = Path.of("src/test/npm");

    @TestFactory
    Stream<DynamicTest> clientsFindWhatTheyLookFor() throws IOException, InterruptedException {
        assumeTrue(isThere(), "Node.js or its packages are not there: run 'npm ci' in " + FOLDER);
        try (RunningSite running = new RunningSite()) {
            Process node = new ProcessBuilder("node", "clients.mjs", running.origin(), "summit-2014")
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true).start();
            List<String> lines = new String(node.getInputStream().readAllBytes(), UTF_8).lines().toList();

            assertEquals(0, node.waitFor(), String.join("\n", lines));
            List<String> checks = lines.stream().filter(line -> line.contains("\t")).toList();
            assertTrue(checks.size() > 15, String.join("\n", lines));
            return checks.stream().map(line -> line.split("\t", 2))
                    .map(check -> DynamicTest.dynamicTest(check[0], () -> assertEquals("ok", check[1])));
        }
    }

    private static boolean isThere() throws InterruptedException {
        if (!Files.isDirectory(FOLDER.resolve("node_modules"))) {
            return false;
        }
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
