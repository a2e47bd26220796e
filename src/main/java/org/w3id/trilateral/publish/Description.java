package org.w3id.trilateral.publish;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.graph.NearNames;
import org.w3id.trilateral.graph.Terms;
import org.w3id.trilateral.query.Answer;

/**
 * What the graph says of one thing, complete enough to be read alone: its statements, where each is attested, the
 * accounts that differ about it, and what everything named therein is called. Safe for any number of threads.
 */
public final class Description {
    /** Stands between a thing's IRI and the digits of what belongs to it, such as an attestation. */
    private static final String PART = "--";

    private final KnowledgeGraph graph;

    /** Describes the things of a graph. */
    public Description(KnowledgeGraph graph) {
        this.graph = Objects.requireNonNull(graph, "graph");
    }

    /**
     * The triples that describe a thing, with {@code rdfs:label} in all languages and {@code dcterms:title} of every
     * IRI in them.
     *
     * @param entity the IRI of the thing
     * @throws TrilateralException {@link Fault#UNKNOWN_RESOURCE}, with the nearest name, where the graph says nothing
     * of                             it; {@link Fault#WITHDRAWN} where it holds it no more
     */
    public Answer.Triples of(Node entity) {
        return graph.read(data -> describe(entity, data));
    }

    /**
     * The thing that a person means by a name, a prefixed name, an IRI, or its whole label in any language.
     *
     * @throws TrilateralException {@link Fault#UNKNOWN_RESOURCE}, with the nearest name, if it is none of these
     */
    public Node named(String text) {
        try {
            return graph.names().parse(text);
        } catch (TrilateralException e) {
            return graph.read(data -> new NearNames(graph, data).labelled(text));
        }
    }

    private Answer.Triples describe(Node entity, DatasetGraph data) {
        Graph union = data.getDefaultGraph();
        if (!union.contains(entity, Node.ANY, Node.ANY)) {
            throw new NearNames(graph, data).unknown(entity);
        }
        Withdrawal.refuse(entity, union, graph.names());
        Set<Triple> found = new LinkedHashSet<>();
        addWhole(entity, union, found);
        union.find(Node.ANY, Terms.ACCOUNT_OF, entity).toList().forEach(t -> addWhole(t.getSubject(), union, found));
        found.addAll(names(found, union));
        return Answer.Triples.of(found, graph.info().prefixes());
    }

    /** The triples of a thing and of the parts that hang on it. */
    private static void addWhole(Node whole, Graph union, Set<Triple> found) {
        Deque<Node> open = new ArrayDeque<>(List.of(whole));
        while (!open.isEmpty()) {
            union.find(open.pop(), Node.ANY, Node.ANY).forEach(triple -> {
                if (found.add(triple) && isPart(triple.getObject(), triple.getSubject())) {
                    open.push(triple.getObject());
                }
            });
        }
    }

    private static boolean isPart(Node node, Node whole) {
        return node.isBlank() || node.isURI() && whole.isURI() && node.getURI().startsWith(whole.getURI() + PART);
    }

    private static List<Triple> names(Set<Triple> found, Graph union) {
        return found.stream()
                .flatMap(t -> Stream.of(t.getSubject(), t.getPredicate(), t.getObject()))
                .filter(Node::isURI).distinct()
                .flatMap(iri -> Stream.of(RDFS.label.asNode(), DCTerms.title.asNode())
                        .flatMap(property -> union.find(iri, property, Node.ANY).toList().stream()))
                .toList();
    }
}
