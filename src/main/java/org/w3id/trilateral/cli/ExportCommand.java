package org.w3id.trilateral.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.apache.jena.graph.Node;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.publish.Compression;
import org.w3id.trilateral.publish.Dump;
import org.w3id.trilateral.publish.Progress;
import org.w3id.trilateral.query.Answer.Form;
import org.w3id.trilateral.result.ResultFormat;

/** Writes the graph out. */
@Command(name = "export", description = "Write the whole graph, or one of its named graphs. N-Quads and TriG keep the"
        + " named graphs; the other formats hold each statement once.",
        footer = {"", "Examples:", "  trilateral export --out trilateral.nq.gz",
            "  trilateral export --format ttl > trilateral.ttl",
            "  trilateral export --format ttl --compress zstd > trilateral.ttl.zst",
            "  trilateral export --graph data/chronology/2023 --format ttl"})
final class ExportCommand implements Callable<Integer> {
    private static final long SECOND = 1_000_000_000L;

    private final Terminal terminal;

    @Mixin
    private final HomeOption home;

    @Option(names = "--format", paramLabel = "FORMAT",
            description = "nq, trig, ttl, nt, jsonld or rdf (default: by the ending of --out, else nq).")
    private Optional<String> format = Optional.empty();

    @Option(names = "--graph", paramLabel = "IRI",
            description = "Only this named graph: data/chronology/2023, or its IRI.")
    private Optional<String> graphName = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE",
            description = "Write to a file, which appears when it is complete; compressed when its name ends in .gz or .zst.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--compress", paramLabel = "HOW",
            description = "gzip, zstd or none (default: by the ending of --out, else none).")
    private Optional<String> compress = Optional.empty();

    @Option(names = "--union",
            description = "For other SPARQL services (N-Quads, TriG): add a graph that holds each statement"
            + " once, whatever the service's default graph is.")
    private boolean union;

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
        this.home = new HomeOption(terminal);
    }

    @Override
    public Integer call() throws IOException {
        ResultFormat chosen = ResultFormat.of(format.orElseGet(this::ending), Form.GRAPH);
        Compression compression = compress.map(Compression::labelled).orElseGet(() -> Compression.of(fileName()));
        KnowledgeGraph graph = home.graph();
        Dump dump = new Dump(graph, union);
        Optional<Node> only = graphName.map(dump::named);
        if (out.isPresent()) {
            toFile(out.get(), file -> write(dump, chosen, only, compression.into(file)));
        } else {
            write(dump, chosen, only, compression.into(terminal.out()));
        }
        return 0;
    }

    private String fileName() {
        return out.map(path -> path.getFileName().toString()).orElse("");
    }

    /** The format that the name of the file asks for. */
    private String ending() {
        String plain = Compression.of(fileName()).plain(fileName());
        return plain.contains(".") ? plain.substring(plain.lastIndexOf('.') + 1) : ResultFormat.NQUADS.extension();
    }

    private static void toFile(Path target, Writing writing) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Path part = Files.createTempFile(folder, target.getFileName().toString(), ".part");
        try {
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(part))) {
                writing.into(file);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Closes the stream when all is written, so that what is compressed gets its end. */
    private void write(Dump dump, ResultFormat chosen, Optional<Node> only, OutputStream stream) throws IOException {
        dump.write(chosen, only, stream, new Telling());
        stream.close();
    }

    private interface Writing {
        void into(OutputStream file) throws IOException;
    }

    /** Says once a second how far it has come. */
    private final class Telling implements Progress {
        private long told = System.nanoTime();

        @Override
        public void read(long statements) {
            say(statements, "read");
        }

        @Override
        public void written(long statements) {
            say(statements, "written");
        }

        private void say(long statements, String done) {
            if (System.nanoTime() - told > SECOND) {
                told = System.nanoTime();
                terminal.say(statements + " statements " + done);
            }
        }
    }
}
