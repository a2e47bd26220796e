package org.w3id.trilateral.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.CRC32C;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/** Reads files into quads of numbers, and tells which lines it refuses. For one load and one thread. */
final class Reading {
    private static final String BASE = "https://w3id.org/trilateral/";
    private static final int LONGEST_EXCERPT = 120;
    private static final int STRIDE = 1 << 14;

    private final TermTable terms;
    private final Sink sink;
    private final LoadListener listener;
    private final Spans spans = new Spans();
    private final StringBuilder fingerprint = new StringBuilder();
    private EventFile file;
    private int fileNumber;
    private int fileGraph;
    private long statements;
    private long refused;

    /** Takes quads. */
    interface Sink {
        /** One quad. */
        void accept(int graph, int subject, int property, int object);
    }

    Reading(TermTable terms, Sink sink, LoadListener listener) {
        this.terms = terms;
        this.sink = sink;
        this.listener = listener;
    }

    /** Reads a file to its end. */
    void read(EventFile next) {
        file = next;
        fileNumber++;
        fileGraph = terms.of(file.graph());
        CRC32C sum = new CRC32C();
        try (InputStream in = file.open(sum)) {
            if (file.hasLines()) {
                readLines(in);
            } else {
                readWhole(in);
            }
            fingerprint.append(file.path().getFileName()).append(' ').append(Files.size(file.path())).append(' ')
                    .append(Long.toHexString(sum.getValue())).append('\n');
        } catch (IOException e) {
            throw new TrilateralException(Fault.MALFORMED_SOURCE, file.path() + " cannot be read: " + e.getMessage(),
                    e);
        }
    }

    private void readLines(InputStream in) throws IOException {
        long line = 0;
        try (Chunks chunks = new Chunks(in)) {
            for (var chunk = chunks.next(); chunk.isPresent(); chunk = chunks.next()) {
                byte[] bytes = chunk.get().bytes();
                for (int begin = 0, end; begin < chunk.get().length(); begin = end + 1) {
                    end = lineEnd(bytes, begin, chunk.get().length());
                    readLine(bytes, begin, end > begin && bytes[end - 1] == '\r' ? end - 1 : end, ++line);
                }
            }
        }
    }

    private static int lineEnd(byte[] bytes, int begin, int limit) {
        int end = begin;
        while (end < limit && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    private void readLine(byte[] bytes, int begin, int end, long line) {
        Spans.Form form = spans.cut(bytes, begin, end);
        if (form == Spans.Form.EMPTY) {
            return;
        }
        try {
            if (form == Spans.Form.STATEMENT && (spans.count() == 3 || file.isQuads())) {
                if (!spans.isAscii()) {
                    LineParser.decoded(bytes, begin, end);
                }
                accept(bytes);
            } else {
                acceptAll(LineParser.parse(bytes, begin, end, file.lang(), "f" + fileNumber + "-"));
            }
        } catch (RiotException e) {
            refuse(line, e.getMessage() + ": " + excerpt(bytes, begin, end));
        }
    }

    private void accept(byte[] bytes) {
        int graph = spans.count() == 3 ? fileGraph : number(bytes, 3);
        accept(graph, number(bytes, 0), number(bytes, 1), number(bytes, 2));
    }

    private int number(byte[] bytes, int term) {
        return terms.of(bytes, spans.from(term), spans.to(term), fileNumber);
    }

    private void accept(int graph, int subject, int property, int object) {
        sink.accept(graph, subject, property, object);
        if (++statements % STRIDE == 0) {
            listener.read(statements);
        }
    }

    private void acceptAll(List<Quad> quads) {
        quads.forEach(quad -> accept(quad.getGraph(), quad.asTriple()));
    }

    private void accept(Node graph, Triple triple) {
        accept(Quad.isDefaultGraph(graph) ? fileGraph : terms.of(graph), terms.of(triple.getSubject()),
                terms.of(triple.getPredicate()), terms.of(triple.getObject()));
    }

    private void refuse(long line, String reason) {
        refused++;
        listener.refused(new Refusal(file.path(), line, reason));
    }

    private static String excerpt(byte[] bytes, int begin, int end) {
        String text = new String(bytes, begin, Math.min(end - begin, LONGEST_EXCERPT), UTF_8);
        return end - begin > LONGEST_EXCERPT ? text + "…" : text;
    }

    /** Turtle and TriG: after an error nothing that follows can be told apart, so that the whole file is refused. */
    private void readWhole(InputStream in) {
        try {
            RDFParser.source(in).lang(file.lang()).base(BASE)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(new StreamRDFBase() {
                        @Override
                        public void triple(Triple triple) {
                            accept(Quad.defaultGraphIRI, triple);
                        }

                        @Override
                        public void quad(Quad quad) {
                            accept(quad.isDefaultGraph() || quad.getGraph() == null ? Quad.defaultGraphIRI : quad
                                    .getGraph(),
                                    quad.asTriple());
                        }
                    });
        } catch (RiotException e) {
            throw new TrilateralException(Fault.MALFORMED_SOURCE, file.path() + ": " + e.getMessage() + ". "
                    + file.lang().getLabel() + " cannot be read past an error: nothing was loaded", e);
        }
    }

    /** Names, sizes and checksums of what was read. */
    String fingerprint() {
        return fingerprint.toString();
    }

    /** How many statements were read. */
    long statements() {
        return statements;
    }

    /** How many lines were refused. */
    long refused() {
        return refused;
    }
}
