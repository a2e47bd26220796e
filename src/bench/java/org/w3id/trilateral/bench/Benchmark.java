package org.w3id.trilateral.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sys.JenaSystem;
import picocli.CommandLine;

import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.load.GeneratedEvents;
import org.w3id.trilateral.load.Shape;

/** One run of all measurements: {@code mvn -Pbench verify}. */
public final class Benchmark {
    private Benchmark() {
    }

    /** Measures what the arguments ask for. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Options options = new Options();
        CommandLine line = new CommandLine(options);
        line.parseArgs(args);
        if (line.isUsageHelpRequested()) {
            line.usage(System.out);
            return;
        }
        JenaSystem.init();
        options.check();
        Report report = new Report(options.out);
        report.line(String.format(Locale.ROOT, "Java %s, %d processors, %s", System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(), options.shape));
        for (int events : options.events) {
            bySize(options, report, events);
        }
        Path small = data(options, 1_000);
        if (options.parts.contains("join")) {
            JoinComparison.run(report, options.events, options.work);
        }
        if (options.parts.contains("start")) {
            StartComparison.run(report, options.work);
        }
        if (options.parts.contains("memory")) {
            MemoryComparison.run(report, options, small);
        }
        if (options.parts.contains("serving")) {
            ServingComparison.run(report);
        }
    }

    private static void bySize(Options options, Report report, int events) throws IOException, InterruptedException {
        Path data = data(options, events);
        Path work = options.work.resolve(options.shape + "-" + events);
        Folders.remove(work);
        Files.createDirectories(work);
        Engines engines = new Engines(work, data, options.heap);
        if (options.parts.contains("load")) {
            LoadComparison.run(report, engines, data, work, events);
        }
        if (options.parts.contains("queries")) {
            new QueryComparison(options, engines, report).run(events);
        }
    }

    /** The generated file of that size, made where it is not there. */
    private static Path data(Options options, int events) throws IOException {
        Files.createDirectories(options.work);
        Path file = options.work.resolve(options.shape + "-" + events + "-" + options.seed + ".nt");
        if (!Files.exists(file)) {
            Path part = options.work.resolve("part.nt");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
                StreamRDF writer = StreamRDFWriter.getWriterStream(out, Lang.NTRIPLES);
                writer.start();
                new GeneratedEvents(events, Shape.of(options.shape), options.seed, false)
                        .write(new Home(Path.of("")), writer::triple);
                writer.finish();
            }
            Files.move(part, file);
        }
        return file.toAbsolutePath();
    }
}
