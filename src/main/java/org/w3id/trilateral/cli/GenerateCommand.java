package org.w3id.trilateral.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.load.GeneratedEvents;
import org.w3id.trilateral.load.Shape;

/** Writes an event graph that never was. */
@Command(name = "generate", description = "Make an event graph of any size that never was, for tests and measurements.",
        footer = {"", "The same options give the same bytes. About fifteen statements an event.",
            "", "Examples:", "  trilateral generate --events 1000000 --out events.nq.gz",
            "  trilateral generate --events 10000 --shape bursty --seed 2 --out events.nt"})
final class GenerateCommand implements Callable<Integer> {
    private static final Node GRAPH = NodeFactory.createURI(KnowledgeGraph.GRAPHS + "generated");
    private static final String GZIP = ".gz";
    private static final List<String> ENDINGS = List.of("a name that ends in .nq, .nq.gz, .nt or .nt.gz");

    private final Terminal terminal;

    @Mixin
    private final HomeOption home;

    @Option(names = "--events", paramLabel = "N", description = "Number of events (default: 10000).")
    private int events = 10_000;

    @Option(names = "--shape", paramLabel = "SHAPE",
            description = "uniform: every day is alike; bursty: most happens in crises, among few (default: uniform).")
    private String shape = Shape.UNIFORM.label();

    @Option(names = "--seed", paramLabel = "NUMBER", description = "Another number, another graph (default: 7).")
    private long seed = 7;

    @Option(names = "--stated", description = "Leave out what follows by the rules of the ontology; loading adds it.")
    private boolean stated;

    @Option(names = "--out", paramLabel = "FILE", description =
            "Write to a file, which appears when it is complete: .nq or .nt,"
            + " compressed with .gz (default: N-Quads on standard output).")
    private Optional<Path> out = Optional.empty();

    GenerateCommand(Terminal terminal) {
        this.terminal = terminal;
        this.home = new HomeOption(terminal);
    }

    @Override
    public Integer call() throws IOException {
        GeneratedEvents generated = new GeneratedEvents(events, Shape.of(shape), seed, stated);
        if (out.isPresent()) {
            toFile(generated, out.get());
        } else {
            write(generated, terminal.out(), Lang.NQUADS);
        }
        return 0;
    }

    private void toFile(GeneratedEvents generated, Path target) throws IOException {
        String name = target.getFileName().toString();
        boolean compressed = name.endsWith(GZIP);
        Lang lang = language(compressed ? name.substring(0, name.length() - GZIP.length()) : name);
        Path part = Files.createTempFile(target.toAbsolutePath().getParent(), name, ".part");
        try {
            OutputStream file = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
            try (OutputStream stream = compressed ? new GZIPOutputStream(file, 1 << 16) : file) {
                write(generated, stream, lang);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Lang language(String name) {
        if (name.endsWith(".nq")) {
            return Lang.NQUADS;
        }
        if (name.endsWith(".nt")) {
            return Lang.NTRIPLES;
        }
        throw new TrilateralException(Fault.BAD_OPTION, "'" + name + "' does not say its format; give "
                + ENDINGS.get(0), ENDINGS);
    }

    private void write(GeneratedEvents generated, OutputStream stream, Lang lang) throws IOException {
        Progress progress = new Progress(terminal, "statements generated");
        StreamRDF writer = StreamRDFWriter.getWriterStream(stream, lang);
        Consumer<Triple> writing = lang.equals(Lang.NQUADS) ? triple -> writer.quad(Quad.create(GRAPH, triple))
                : writer::triple;
        writer.start();
        generated.write(home.home(), triple -> {
            writing.accept(triple);
            progress.count();
        });
        writer.finish();
        stream.flush();
        progress.end();
    }
}
