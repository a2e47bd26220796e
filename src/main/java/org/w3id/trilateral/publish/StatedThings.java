package org.w3id.trilateral.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.graph.Terms;

/**
 * The things of a graph with what is stated of them, and not what follows by rule: what tables and networks are made
 * of. Parts of things, such as attestations, are no things of their own. Lives no longer than one read of the graph.
 */
final class StatedThings {
    private static final String PART = "--";

    private final String base;
    private final DatasetGraph data;
    private final Map<Node, List<Triple>> triples = new TreeMap<>(Comparator.comparing(Node::toString));

    StatedThings(KnowledgeGraph graph, DatasetGraph data) {
        this.base = graph.info().base();
        this.data = data;
        graph.dataGraphs().stream().filter(name -> !name.equals(KnowledgeGraph.INFERRED)).forEach(name ->
                data.getGraph(name).find().forEach(triple -> {
                    if (isThing(triple.getSubject())) {
                        triples.computeIfAbsent(triple.getSubject(), s -> new ArrayList<>()).add(triple);
                    }
                }));
    }

    /** Only some things. */
    StatedThings(KnowledgeGraph graph, DatasetGraph data, Set<Node> some) {
        this.base = graph.info().base();
        this.data = data;
        Set<Node> graphs = new HashSet<>(graph.dataGraphs());
        graphs.remove(KnowledgeGraph.INFERRED);
        some.stream().filter(this::isThing).forEach(thing ->
                data.find(Node.ANY, thing, Node.ANY, Node.ANY).forEachRemaining(quad -> {
                    if (graphs.contains(quad.getGraph())) {
                        triples.computeIfAbsent(thing, t -> new ArrayList<>()).add(quad.asTriple());
                    }
                }));
    }

    /** Thing to its triples; things by name. */
    Map<Node, List<Triple>> all() {
        return triples;
    }

    /** Whether a term is a thing of this graph, and no part of one. */
    boolean isThing(Node node) {
        return node.isURI() && node.getURI().startsWith(base) && !node.getURI().contains(PART);
    }

    /** The classes that a thing is stated to have. */
    List<Node> types(Node thing) {
        return values(thing, RDF.type.asNode()).stream().filter(Node::isURI).toList();
    }

    /** The stated values of a property, sorted. */
    List<Node> values(Node thing, Node property) {
        return triples.getOrDefault(thing, List.of()).stream().filter(t -> t.getPredicate().equals(property))
                .map(Triple::getObject).distinct().sorted(Comparator.comparing(Node::toString)).toList();
    }

    /** The sources that attest a thing. */
    List<Node> sources(Node thing) {
        return values(thing, Terms.ATTESTATION).stream()
                .flatMap(part -> data.getDefaultGraph().find(part, Terms.SOURCE, Node.ANY).mapWith(t -> t.getObject())
                .toList().stream())
                .distinct().sorted(Comparator.comparing(Node::toString)).toList();
    }

    /** The English label of any term; empty where it has none. */
    String label(Node term) {
        return english(term, RDFS.label.asNode());
    }

    /** The English text of a property of any term; empty where it has none. */
    String english(Node term, Node property) {
        return data.getDefaultGraph().find(term, property, Node.ANY).mapWith(t -> t.getObject())
                .filterKeep(o -> o.isLiteral()
                && (o.getLiteralLanguage().isEmpty() || o.getLiteralLanguage().equals("en")))
                .mapWith(Node::getLiteralLexicalForm).toList().stream().sorted().findFirst().orElse("");
    }

    /** A term as a cell: the name of a thing of this graph, else the whole IRI or the text. */
    String text(Node term) {
        if (term.isLiteral()) {
            return term.getLiteralLexicalForm();
        }
        return term.isURI() ? isThing(term) ? term.getURI().substring(base.length()) : term.getURI() : "";
    }
}
