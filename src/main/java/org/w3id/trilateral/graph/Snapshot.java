package org.w3id.trilateral.graph;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The graphs of a home folder as they were after loading, in one file that is read several times faster than the
 * Turtle.
 *
 * <p>Layout: magic, stamp and fingerprint; the table of terms, each term once; then each graph as its name, its count
 * of triples, and three term numbers a triple. A file with another stamp, or one that is cut short, is as good as none:
 * a snapshot is never the only copy of anything.
 */
final class Snapshot {
    private static final String MAGIC = "trilateral snapshot 1";
    private static final int BUFFER = 1 << 16;
    private static final Logger LOG = LoggerFactory.getLogger(Snapshot.class);

    private enum Kind { IRI, BLANK, TEXT, TAGGED, TYPED }

    /** What a snapshot holds. */
    record Content(String fingerprint, Map<Node, Graph> graphs) {
    }

    private Snapshot() {
    }

    /** The content of the file, if it carries that stamp and is whole. */
    static Optional<Content> read(Path file, String stamp) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            if (!text(in).equals(MAGIC) || !text(in).equals(stamp)) {
                return Optional.empty();
            }
            return Optional.of(new Content(text(in), graphs(in, terms(in))));
        } catch (IOException | RuntimeException e) {
            LOG.warn("the snapshot {} cannot be read ({}); the Turtle is read instead", file, e.toString());
            return Optional.empty();
        }
    }

    /** Writes the file whole or not at all; a folder that cannot be written to costs speed and nothing else. */
    static void write(Path file, String stamp, Content content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path part = Files.createTempFile(file.toAbsolutePath().getParent(), "snapshot", ".part");
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part),
                    BUFFER))) {
                write(out, MAGIC);
                write(out, stamp);
                write(out, content.fingerprint());
                write(out, content.graphs());
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("no snapshot is kept: {}", e.toString());
        }
    }

    private static Node[] terms(DataInputStream in) throws IOException {
        Node[] terms = new Node[in.readInt()];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = term(in);
        }
        return terms;
    }

    private static Node term(DataInputStream in) throws IOException {
        return switch (Kind.values()[in.readByte()]) {
            case IRI -> NodeFactory.createURI(text(in));
            case BLANK -> NodeFactory.createBlankNode(text(in));
            case TEXT -> NodeFactory.createLiteralString(text(in));
            case TAGGED -> NodeFactory.createLiteralLang(text(in), text(in));
            case TYPED -> NodeFactory.createLiteralDT(text(in), TypeMapper.getInstance().getSafeTypeByName(text(in)));
        };
    }

    private static Map<Node, Graph> graphs(DataInputStream in, Node[] terms) throws IOException {
        Map<Node, Graph> graphs = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            Graph graph = GraphFactory.createDefaultGraph();
            graphs.put(terms[in.readInt()], graph);
            for (int triples = in.readInt(); triples > 0; triples--) {
                graph.add(Triple.create(terms[in.readInt()], terms[in.readInt()], terms[in.readInt()]));
            }
        }
        return graphs;
    }

    private static void write(DataOutputStream out, Map<Node, Graph> graphs) throws IOException {
        Map<Node, Integer> numbers = new HashMap<>();
        List<Node> terms = new ArrayList<>();
        graphs.forEach((name, graph) -> {
            number(name, numbers, terms);
            graph.stream().forEach(t -> {
                number(t.getSubject(), numbers, terms);
                number(t.getPredicate(), numbers, terms);
                number(t.getObject(), numbers, terms);
            });
        });
        out.writeInt(terms.size());
        for (Node term : terms) {
            write(out, term);
        }
        out.writeInt(graphs.size());
        for (Map.Entry<Node, Graph> entry : graphs.entrySet()) {
            out.writeInt(numbers.get(entry.getKey()));
            List<Triple> triples = entry.getValue().find().toList();
            out.writeInt(triples.size());
            for (Triple t : triples) {
                out.writeInt(numbers.get(t.getSubject()));
                out.writeInt(numbers.get(t.getPredicate()));
                out.writeInt(numbers.get(t.getObject()));
            }
        }
    }

    private static void number(Node term, Map<Node, Integer> numbers, List<Node> terms) {
        if (numbers.putIfAbsent(term, terms.size()) == null) {
            terms.add(term);
        }
    }

    private static void write(DataOutputStream out, Node term) throws IOException {
        if (term.isURI()) {
            write(out, Kind.IRI, term.getURI());
        } else if (term.isBlank()) {
            write(out, Kind.BLANK, term.getBlankNodeLabel());
        } else if (!term.getLiteralLanguage().isEmpty()) {
            write(out, Kind.TAGGED, term.getLiteralLexicalForm());
            write(out, term.getLiteralLanguage());
        } else if (XSDDatatype.XSDstring.equals(term.getLiteralDatatype())) {
            write(out, Kind.TEXT, term.getLiteralLexicalForm());
        } else {
            write(out, Kind.TYPED, term.getLiteralLexicalForm());
            write(out, term.getLiteralDatatypeURI());
        }
    }

    private static void write(DataOutputStream out, Kind kind, String text) throws IOException {
        out.writeByte(kind.ordinal());
        write(out, text);
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
