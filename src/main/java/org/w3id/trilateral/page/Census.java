package org.w3id.trilateral.page;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

import org.w3id.trilateral.graph.Terms;

/**
 * How many things there are of each main class, parts of things such as attestations left out. Main are the classes without super-class of the ontology; one that nothing is stated to
 * be, only to be a special case of, gives way to its sub-classes.
 */
final class Census {
    private final Graph union;
    private final Graph inferred;
    private final Labels labels;

    Census(Graph union, Graph inferred, Labels labels) {
        this.union = union;
        this.inferred = inferred;
        this.labels = labels;
    }

    /** The main classes that have instances, the most frequent first. */
    List<Count> counts() {
        return union.find(Node.ANY, RDF.type.asNode(), OWL.Class.asNode()).mapWith(t -> t.getSubject()).toList().stream()
                .filter(type -> type.isURI() && type.getURI().startsWith(Terms.TRI))
                .filter(this::isTop)
                .flatMap(type -> isStated(type) ? Stream.of(type) : narrower(type))
                .distinct()
                .map(type -> new Count(labels.ref(type), instances(type).size()))
                .filter(count -> count.number() > 0)
                .sorted(Comparator.comparingInt(Count::number).reversed().thenComparing(count -> count.type().text().words()))
                .toList();
    }

    private Stream<Node> narrower(Node type) {
        return union.find(Node.ANY, RDFS.subClassOf.asNode(), type).mapWith(t -> t.getSubject()).toList().stream();
    }

    private boolean isTop(Node type) {
        return union.find(type, RDFS.subClassOf.asNode(), Node.ANY).mapWith(t -> t.getObject())
                .filterKeep(wider -> wider.isURI() && wider.getURI().startsWith(Terms.TRI)).toList().isEmpty();
    }

    private boolean isStated(Node type) {
        Set<Node> derived = inferred.find(Node.ANY, RDF.type.asNode(), type).mapWith(t -> t.getSubject()).toSet();
        return instances(type).stream().anyMatch(node -> !derived.contains(node));
    }

    private List<Node> instances(Node type) {
        return union.find(Node.ANY, RDF.type.asNode(), type).mapWith(t -> t.getSubject())
                .filterDrop(Labels::isPart).toList();
    }
}
