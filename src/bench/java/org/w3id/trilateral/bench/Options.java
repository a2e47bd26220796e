package org.w3id.trilateral.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is measured, and how long. */
@Command(name = "benchmark", mixinStandardHelpOptions = true,
        description = "Measures this program against others on the same generated data, and prints tables of ratios.")
final class Options {
    /** The parts that can be measured. */
    static final List<String> PARTS = List.of("queries", "load", "join", "serving", "start", "memory");

    @Option(names = "--events", split = ",", description = "Numbers of events (default: ${DEFAULT-VALUE}).")
    List<Integer> events = List.of(10_000);

    @Option(names = "--shape", description = "uniform or bursty (default: ${DEFAULT-VALUE}).")
    String shape = "uniform";

    @Option(names = "--seed", description = "Seed of the generator (default: ${DEFAULT-VALUE}).")
    long seed = 7;

    @Option(names = "--engines", split = ",", description =
            "Engines for the queries (default: all that are installed).")
    List<String> engines = Engines.available();

    @Option(names = "--parts", split = ",", description =
            "Of queries, load, join, serving, start, memory (default: all).")
    List<String> parts = PARTS;

    @Option(names = "--limit", description = "Longest seconds for one answer (default: ${DEFAULT-VALUE}).")
    int limit = 30;

    @Option(names = "--patience", description =
            "Seconds for all runs of one question on one engine (default: ${DEFAULT-VALUE}).")
    int patience = 4;

    @Option(names = "--heap", description = "Heap of each engine in Java (default: ${DEFAULT-VALUE}).")
    String heap = "4g";

    @Option(names = "--work", description = "Folder for data and stores (default: ${DEFAULT-VALUE}).")
    Path work = Path.of("target/benchmark");

    @Option(names = "--out", description = "File for the tables, besides standard output (default: ${DEFAULT-VALUE}).")
    Path out = Path.of("target/benchmark/results.md");

    Asking asking() {
        return new Asking(Duration.ofSeconds(limit), Duration.ofSeconds(patience));
    }

    /** Refuses what is not known. */
    void check() {
        List<String> unknown = parts.stream().filter(part -> !PARTS.contains(part)).toList();
        List<String> missing = engines.stream().filter(name -> !Engines.available().contains(name)).toList();
        if (!unknown.isEmpty() || !missing.isEmpty()) {
            throw new IllegalArgumentException("not known or not installed: " + unknown + missing + "; parts are "
                    + PARTS + ", engines " + Engines.available());
        }
    }
}
