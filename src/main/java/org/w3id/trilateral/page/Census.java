package org.w3id.trilateral.page;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

import org.w3id.trilateral.graph.Columns;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.graph.Terms;

/**
 * How many things there are of each main class, parts of things such as attestations left out. Main are the classes
 * without super-class of the ontology; one that nothing is stated to be, only to be a special case of, gives way to its
 * sub-classes.
 */
final class Census {
    private final Graph union;
    private final Columns columns;
    private final List<Graph> stated;
    private final Map<Node, Integer> numbers = new HashMap<>();

    /** Counts; the data are not looked at afterwards. */
    Census(DatasetGraph data) {
        this.union = data.getDefaultGraph();
        this.columns = Columns.of(data);
        this.stated = Iter.iter(data.listGraphNodes()).filter(name -> !name.equals(KnowledgeGraph.INFERRED))
                .map(data::getGraph).toList();
        union.find(Node.ANY, RDF.type.asNode(), OWL.Class.asNode()).mapWith(t -> t.getSubject()).toList().stream()
                .filter(type -> type.isURI() && type.getURI().startsWith(Terms.TRI))
                .filter(this::isTop)
                .flatMap(type -> isStated(type) ? Stream.of(type) : narrower(type))
                .distinct()
                .forEach(type -> numbers.put(type, number(type)));
    }

    /** The main classes that have instances, the most frequent first. */
    List<Count> counts(Labels labels) {
        return numbers.entrySet().stream().filter(entry -> entry.getValue() > 0)
                .map(entry -> new Count(labels.ref(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparingInt(Count::number).reversed()
                .thenComparing(count -> count.type().text().words()))
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
        return stated.stream().anyMatch(graph -> some(instances(graph, type)));
    }

    private static boolean some(ExtendedIterator<Node> nodes) {
        try {
            return nodes.hasNext();
        } finally {
            nodes.close();
        }
    }

    private int number(Node type) {
        int[] number = {0};
        columns.texts(columns.subjects(RDF.type.asNode(), type), (place, iri) ->
                number[0] += iri.contains(Labels.PART) ? 0 : 1);
        return number[0];
    }

    private static ExtendedIterator<Node> instances(Graph graph, Node type) {
        return graph.find(Node.ANY, RDF.type.asNode(), type).mapWith(t -> t.getSubject()).filterDrop(Labels::isPart);
    }
}
