package org.w3id.trilateral.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * Serving against a bare Jetty, stock Fuseki and RDF4J: {@code ServingBench}, in a process of its own, with shorter
 * rounds.
 */
final class ServingComparison {
    private ServingComparison() {
    }

    static void run(Report report) throws IOException, InterruptedException {
        report.heading("Serving the shipped graph: 8 clients, medians of 3 rounds of 4 s after 3");
        report.line("```");
        Process process = new ProcessBuilder(Folders.java(), "-Dseconds=4", "-Drounds=3", "-Dwarm=3", "-Dhome=.",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-cp", System.getProperty("java.class.path"),
                "org.w3id.trilateral.server.ServingBench").redirectErrorStream(true).start();
        try (BufferedReader said = new BufferedReader(new InputStreamReader(process.getInputStream(),
                StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                report.line(line);
            }
        }
        report.line("```");
        if (process.waitFor() != 0) {
            throw new IOException("ServingBench failed");
        }
    }
}
