package org.w3id.trilateral.publish;

import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.Suggestion;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.query.Answer.Form;
import org.w3id.trilateral.result.ResultFormat;

/**
 * The graph, or one of its named graphs, as a file. N-Quads and TriG keep the named graphs; the others hold each triple
 * once. Statements are sorted, so that two dumps of the same content are the same bytes.
 */
public final class Dump {
    /** How many statements pass between two calls of a progress listener. */
    private static final int STEP = 5_000;

    private final KnowledgeGraph graph;
    private final boolean addsUnion;
    private Map<Node, Node> names = Map.of();
    private boolean isNamed;

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
     * @param progress hears now and then how many statements have been written
     */
    public void write(ResultFormat format, Optional<Node> only, OutputStream out, LongConsumer progress) {
        if (!format.fits(Form.GRAPH)) {
            throw new IllegalArgumentException(format + " cannot hold a graph");
        }
        graph.read(data -> {
            switch (format) {
                case NQUADS -> quads(RDFFormat.NQUADS, data, only, out, progress);
                case TRIG -> quads(RDFFormat.TRIG_BLOCKS, data, only, out, progress);
                case NTRIPLES -> triples(RDFFormat.NTRIPLES, data, only, out, progress);
                case TURTLE -> triples(RDFFormat.TURTLE_BLOCKS, data, only, out, progress);
                case JSONLD -> whole(RDFFormat.JSONLD11, data, only, out);
                case RDFXML -> whole(RDFFormat.RDFXML_PLAIN, data, only, out);
                case JSON, CSV, TSV, XML, XLSX -> throw new IllegalArgumentException(format.name());
            }
            return null;
        });
    }

    private void quads(RDFFormat format, DatasetGraph data, Optional<Node> only, OutputStream out,
            LongConsumer progress) {
        StreamRDF writer = begin(format, out);
        long count = 0;
        for (Node name : only.map(List::of).orElseGet(this::whole)) {
            Optional<Node> part = Optional.of(name).filter(graph -> !graph.equals(KnowledgeGraph.UNION));
            for (Triple triple : sorted(data, part)) {
                writer.quad(Quad.create(name, triple));
                report(++count, progress);
            }
        }
        writer.finish();
    }

    private List<Node> whole() {
        return addsUnion ? Stream.concat(graph.dataGraphs().stream(), Stream.of(KnowledgeGraph.UNION)).toList() : graph.dataGraphs();
    }

    private void triples(RDFFormat format, DatasetGraph data, Optional<Node> only, OutputStream out,
            LongConsumer progress) {
        StreamRDF writer = begin(format, out);
        long count = 0;
        for (Triple triple : sorted(data, only)) {
            writer.triple(triple);
            report(++count, progress);
        }
        writer.finish();
    }

    /** For the formats that cannot be written before all is known. */
    private void whole(RDFFormat format, DatasetGraph data, Optional<Node> only, OutputStream out) {
        Graph copy = GraphFactory.createDefaultGraph();
        copy.getPrefixMapping().setNsPrefixes(graph.info().prefixes());
        sorted(data, only).forEach(copy::add);
        RDFWriter.source(copy).format(format).output(out);
    }

    private StreamRDF begin(RDFFormat format, OutputStream out) {
        StreamRDF writer = StreamRDFWriter.getWriterStream(out, format);
        writer.start();
        if (!RDFFormat.NQUADS.equals(format) && !RDFFormat.NTRIPLES.equals(format)) {
            graph.info().prefixes().forEach(writer::prefix);
        }
        return writer;
    }

    /** Blank nodes leave under their canonical names: those of the parser are other ones each time. */
    private synchronized Map<Node, Node> names() {
        if (!isNamed) {
            names = BlankNodeNames.of(graph);
            isNamed = true;
        }
        return names;
    }

    /** The default graph holds, besides the data, what tells of them; so the union is made anew. */
    private List<Triple> sorted(DatasetGraph data, Optional<Node> only) {
        Map<Node, Node> canonical = names();
        Set<Triple> all = new HashSet<>();
        only.map(List::of).orElseGet(graph::dataGraphs).forEach(name -> data.getGraph(name).find().forEach(triple ->
                all.add(Triple.create(canonical.getOrDefault(triple.getSubject(), triple.getSubject()), triple.getPredicate(),
                        canonical.getOrDefault(triple.getObject(), triple.getObject())))));
        return Answer.Triples.of(all, Map.of()).triples();
    }

    private static void report(long count, LongConsumer progress) {
        if (count % STEP == 0) {
            progress.accept(count);
        }
    }
}
