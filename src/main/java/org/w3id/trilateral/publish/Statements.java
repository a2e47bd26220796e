package org.w3id.trilateral.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;

import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;

import org.w3id.trilateral.graph.KnowledgeGraph;

/**
 * The statements of a graph as sorted lines of canonical N-Quads, whose blank nodes have their canonical names: all at
 * once the document that <a href="https://www.w3.org/TR/rdf-canon/">RDFC-1.0</a> gives of them.
 *
 * <p>The graph is read as a stream, and sorted in flat memory. Only what mentions a blank node is held in memory; a
 * graph without blank nodes needs no naming, and its canonical form is just its lines, sorted. Safe for any number of
 * threads.
 */
final class Statements {
    private final KnowledgeGraph graph;
    private Map<Node, Node> names = Map.of();
    private boolean isNamed;

    /** The statements of a graph. */
    Statements(KnowledgeGraph graph) {
        this.graph = Objects.requireNonNull(graph, "graph");
    }

    /** The quads of all named graphs of the data. */
    SortedLines all(Progress progress) {
        return of(graph.dataGraphs(), progress);
    }

    /** The quads of some named graphs; to be closed. */
    SortedLines of(Collection<Node> graphs, Progress progress) {
        Map<Node, Node> canonical = names();
        Count count = new Count(progress::read);
        LineSorter lines = new LineSorter();
        graph.read(data -> {
            for (Node name : graphs) {
                Iterator<Quad> quads = data.find(name, Node.ANY, Node.ANY, Node.ANY);
                count.over(quads).forEachRemaining(quad ->
                        lines.accept(NQuadLine.of(quad, node -> canonical.getOrDefault(node, node)).getBytes(UTF_8)));
            }
            return data;
        });
        return lines.sorted();
    }

    /** Blank nodes leave under their canonical names: those of the parser are other ones each time. */
    private synchronized Map<Node, Node> names() {
        if (!isNamed) {
            names = BlankNodeNames.of(graph);
            isNamed = true;
        }
        return names;
    }

    /** Lines of quads as lines of triples, each once though it may stand in several graphs. */
    static Iterator<byte[]> triples(SortedLines quads) {
        Iterator<byte[]> lines = quads.iterator();
        return new SortedLines.Distinct(new Iterator<>() {
            @Override
            public boolean hasNext() {
                return lines.hasNext();
            }

            @Override
            public byte[] next() {
                return NQuadLine.triple(lines.next());
            }
        });
    }

    /** The same triples as lines of quads of one graph. */
    static Iterator<byte[]> triplesIn(Node graph, SortedLines quads) {
        Iterator<byte[]> triples = triples(quads);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return triples.hasNext();
            }

            @Override
            public byte[] next() {
                return NQuadLine.quad(triples.next(), graph);
            }
        };
    }

    /** Reads lines back into statements. */
    static void parse(Iterator<byte[]> lines, Lang lang, StreamRDF target) {
        RDFParser.source(SortedLines.bytes(lines)).lang(lang).checking(false)
                .labelToNode(LabelToNode.createUseLabelAsGiven()).parse(target);
    }
}
