package org.w3id.trilateral.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.Suggestion;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.query.Answer.Form;
import org.w3id.trilateral.result.JsonLdContext;
import org.w3id.trilateral.result.JsonLdWriter;
import org.w3id.trilateral.result.RdfXmlWriter;
import org.w3id.trilateral.result.ResultFormat;

/**
 * The graph, or one of its named graphs, as a file. N-Quads and TriG keep the named graphs; the others hold each triple
 * once. Statements are sorted, so that two dumps of the same content are the same bytes; the N-Quads of the whole are
 * its canonical form, whose SHA-256 is the {@link DataHash}. A graph of any size is written in flat memory.
 */
public final class Dump {
    private final KnowledgeGraph graph;
    private final boolean addsUnion;
    private final Statements statements;
    private Optional<SortedLines> whole = Optional.empty();

    /** Dumps of a graph. */
    public Dump(KnowledgeGraph graph) {
        this(graph, false);
    }

    /**
     * Dumps of a graph for other programs.
     *
     * @param addsUnion whether N-Quads and TriG of the whole get {@link KnowledgeGraph#UNION} too
     */
    public Dump(KnowledgeGraph graph, boolean addsUnion) {
        this.graph = Objects.requireNonNull(graph, "graph");
        this.statements = new Statements(graph);
        this.addsUnion = addsUnion;
    }

    /**
     * The named graph that a person means: {@code data/chronology/2023}, {@code graph:inferred} or its IRI.
     *
     * @throws TrilateralException {@link Fault#UNKNOWN_RESOURCE} with the names there are
     */
    public Node named(String text) {
        Map<String, String> prefixes = graph.info().prefixes();
        int colon = text.indexOf(':');
        String iri = colon < 0 ? KnowledgeGraph.GRAPHS + text
                : Optional.ofNullable(prefixes.get(text.substring(0, colon)))
                        .map(namespace -> namespace + text.substring(colon + 1)).orElse(text);
        List<Node> names = graph.graphNames();
        List<String> allowed = names.stream().map(name -> name.getURI().replace(KnowledgeGraph.GRAPHS, "")).toList();
        return names.stream().filter(name -> name.getURI().equals(iri)).findFirst()
                .orElseThrow(() -> new TrilateralException(Fault.UNKNOWN_RESOURCE, "there is no graph '" + text + "'."
                        + Suggestion.sentence(text, allowed), allowed));
    }

    /**
     * Writes a dump.
     *
     * @param format   one of those that fit {@link Form#GRAPH}
     * @param only     the one named graph to write; empty for all
     * @param out      is flushed, not closed
     * @param progress hears how far it has come
     */
    public void write(ResultFormat format, Optional<Node> only, OutputStream out, Progress progress) {
        Count count = new Count(progress::written);
        if (!format.fits(Form.GRAPH)) {
            throw new IllegalArgumentException(format + " cannot hold a graph");
        }
        if (format == ResultFormat.TRIG) {
            byGraph(only, out, progress);
        } else if (only.isEmpty()) {
            write(format, whole(progress), out, count);
            if (addsUnion && format == ResultFormat.NQUADS) {
                copy(Statements.triplesIn(KnowledgeGraph.UNION, whole(progress)), out, count);
            }
        } else {
            try (SortedLines lines = statements.of(List.of(only.get()), progress)) {
                write(format, lines, out, count);
            }
        }
    }

    /** The whole is sorted once: the graph does not change while the program runs. */
    synchronized SortedLines whole(Progress progress) {
        if (whole.isEmpty()) {
            whole = Optional.of(statements.all(progress));
        }
        return whole.get();
    }

    private void write(ResultFormat format, SortedLines quads, OutputStream out, Count count) {
        switch (format) {
            case NQUADS -> copy(quads.iterator(), out, count);
            case NTRIPLES -> copy(Statements.triples(quads), out, count);
            case TURTLE -> parse(quads, prefixed(StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS)), count);
            case RDFXML -> parse(quads, new RdfXmlWriter(graph.info().prefixes(), out), count);
            case JSONLD -> parse(quads, new JsonLdWriter(context(quads), out), count);
            case TRIG, JSON, CSV, TSV, XML, XLSX -> throw new IllegalArgumentException(format.name());
        }
    }

    private static void parse(SortedLines quads, StreamRDF writer, Count count) {
        Statements.parse(count.over(Statements.triples(quads)), Lang.NTRIPLES, writer);
    }

    /** The names that the whole is written with in JSON-LD. */
    public JsonLdContext context() {
        return context(whole(Progress.unheard()));
    }

    private JsonLdContext context(SortedLines quads) {
        JsonLdContext context = new JsonLdContext(graph.info().prefixes());
        Statements.parse(Statements.triples(quads), Lang.NTRIPLES, new StreamRDFBase() {
            @Override
            public void triple(Triple triple) {
                context.add(triple);
            }
        });
        return context;
    }

    /** One named graph after the other, as the syntax wants it. */
    private void byGraph(Optional<Node> only, OutputStream out, Progress progress) {
        StreamRDF writer = prefixed(StreamRDFWriter.getWriterStream(out, RDFFormat.TRIG_BLOCKS));
        StreamRDF unended = new StreamRDFBase() {
            @Override
            public void quad(Quad quad) {
                writer.quad(quad);
            }
        };
        Count count = new Count(progress::written);
        writer.start();
        for (Node name : only.map(List::of).orElseGet(graph::dataGraphs)) {
            try (SortedLines lines = statements.of(List.of(name), Progress.unheard())) {
                Statements.parse(count.over(lines.iterator()), Lang.NQUADS, unended);
            }
        }
        if (addsUnion && only.isEmpty()) {
            Statements.parse(count.over(Statements.triplesIn(KnowledgeGraph.UNION, whole(progress))), Lang.NQUADS,
                    unended);
        }
        writer.finish();
    }

    private StreamRDF prefixed(StreamRDF writer) {
        return new StreamRDFWrapper(writer) {
            @Override
            public void start() {
                super.start();
                graph.info().prefixes().forEach(super::prefix);
            }
        };
    }

    private static void copy(Iterator<byte[]> lines, OutputStream out, Count count) {
        try {
            SortedLines.bytes(count.over(lines)).transferTo(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
