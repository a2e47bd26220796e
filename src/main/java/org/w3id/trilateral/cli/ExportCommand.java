package org.w3id.trilateral.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;

import org.apache.jena.graph.Node;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.publish.Dump;
import org.w3id.trilateral.query.Answer.Form;
import org.w3id.trilateral.result.ResultFormat;

/** Writes the graph out. */
@Command(name = "export", description = "Write the whole graph, or one of its named graphs. N-Quads and TriG keep the"
        + " named graphs; the other formats hold each statement once.",
        footer = {"", "Examples:", "  trilateral export --out trilateral.nq.gz",
            "  trilateral export --format ttl > trilateral.ttl",
            "  trilateral export --graph data/chronology/2023 --format ttl"})
final class ExportCommand implements Callable<Integer> {
    private static final String GZIP = ".gz";
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
            description = "Write to a file, which appears when it is complete; compressed when its name ends in .gz.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--union", description = "For other SPARQL services (N-Quads, TriG): add a graph that holds each statement"
            + " once, whatever the service's default graph is.")
    private boolean union;

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
        this.home = new HomeOption(terminal);
    }

    @Override
    public Integer call() throws IOException {
        ResultFormat chosen = ResultFormat.of(format.orElseGet(this::ending), Form.GRAPH);
        KnowledgeGraph graph = home.graph();
        Dump dump = new Dump(graph, union);
        Optional<Node> only = graphName.map(dump::named);
        if (out.isPresent()) {
            toFile(dump, chosen, only, out.get());
        } else {
            write(dump, chosen, only, terminal.out());
        }
        return 0;
    }

    /** The format that the name of the file asks for. */
    private String ending() {
        String name = out.map(path -> path.getFileName().toString()).orElse("");
        String plain = name.endsWith(GZIP) ? name.substring(0, name.length() - GZIP.length()) : name;
        return plain.contains(".") ? plain.substring(plain.lastIndexOf('.') + 1) : ResultFormat.NQUADS.extension();
    }

    private void toFile(Dump dump, ResultFormat chosen, Optional<Node> only, Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Path part = Files.createTempFile(folder, target.getFileName().toString(), ".part");
        try {
            try (OutputStream file = stream(part, target.toString().endsWith(GZIP))) {
                write(dump, chosen, only, file);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static OutputStream stream(Path part, boolean compressed) throws IOException {
        OutputStream file = new BufferedOutputStream(Files.newOutputStream(part));
        return compressed ? new GZIPOutputStream(file) : file;
    }

    private void write(Dump dump, ResultFormat chosen, Optional<Node> only, OutputStream stream) throws IOException {
        long[] told = {System.nanoTime()};
        dump.write(chosen, only, stream, count -> {
            if (System.nanoTime() - told[0] > SECOND) {
                told[0] = System.nanoTime();
                terminal.say(count + " statements written");
            }
        });
        stream.flush();
    }
}
