package org.w3id.trilateral.publish;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;

import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.publish.ClassSets.ClassSet;

/**
 * The figures of a graph in <a href="https://www.w3.org/TR/void/">VoID</a>, counted from what is loaded: triples,
 * things, classes and properties; for each class its properties, and for each of these the classes and datatypes of the
 * values.
 *
 * <p>A value is counted under its narrowest classes only; under all of them the description would be larger than what
 * it describes.
 */
final class VoidStatistics {
    private static final String EXTENSION = "http://ldf.fi/void-ext#";
    private static final Comparator<Node> BY_NAME = Comparator.comparing(Node::toString);

    private final String base;
    private final Node dataset;
    private final Facts facts = new Facts().prefix("void", VOID.NS).prefix("void-ext", EXTENSION);
    private final Map<Node, Map<Node, Partition>> byClass = new TreeMap<>(BY_NAME);
    private final Set<Node> subjects = new HashSet<>();
    private final Set<Node> objects = new HashSet<>();
    private final Map<Node, Partition> byProperty = new TreeMap<>(BY_NAME);

    private VoidStatistics(String dataset) {
        this.dataset = Facts.iri(dataset);
        this.base = dataset + "/void#";
    }

    /** The figures of the data, under the IRI of the data set. */
    static Facts of(KnowledgeGraph graph) {
        return graph.read(data -> {
            VoidStatistics statistics = new VoidStatistics(graph.info().iri());
            Graph union = data.getDefaultGraph();
            ClassSets classes = new ClassSets(union);
            statistics.count(union, classes);
            statistics.totals(union, classes);
            statistics.partitions(classes);
            statistics.vocabularies(union);
            return statistics.facts;
        });
    }

    private void count(Graph union, ClassSets classes) {
        Map<Group, Integer> groups = new HashMap<>();
        union.find().forEach(triple -> {
            groups.merge(Group.of(triple, classes), 1, Integer::sum);
            subjects.add(triple.getSubject());
            objects.add(triple.getObject());
        });
        groups.forEach((group, number) -> {
            byProperty.computeIfAbsent(group.property(), p -> new Partition()).triples += number;
            group.subjects().all().forEach(type -> {
                Partition partition = byClass.computeIfAbsent(type, t -> new TreeMap<>(BY_NAME))
                        .computeIfAbsent(group.property(), p -> new Partition());
                partition.triples += number;
                if (group.datatype().isEmpty()) {
                    group.values().narrowest().forEach(value -> partition.classes.merge(value, number, Integer::sum));
                } else {
                    partition.datatypes.merge(Facts.iri(group.datatype()), number, Integer::sum);
                }
            });
        });
    }

    private void totals(Graph union, ClassSets classes) {
        facts.add(dataset, RDF.type.asNode(), VOID.Dataset.asNode());
        number(dataset, VOID.triples.asNode(), union.size());
        number(dataset, VOID.entities.asNode(), classes.all().keySet().stream().filter(Node::isURI).count());
        number(dataset, VOID.classes.asNode(), byClass.size());
        number(dataset, VOID.properties.asNode(), byProperty.size());
        number(dataset, VOID.distinctSubjects.asNode(), subjects.size());
        number(dataset, VOID.distinctObjects.asNode(), objects.size());
    }

    private void partitions(ClassSets classes) {
        Map<Node, Integer> sizes = new HashMap<>();
        classes.all().values().forEach(set -> set.all().forEach(type -> sizes.merge(type, 1, Integer::sum)));
        int number = 0;
        for (Map.Entry<Node, Map<Node, Partition>> entry : byClass.entrySet()) {
            String name = "class-" + ++number;
            Node partition = part(dataset, VOID.classPartition.asNode(), name);
            facts.add(partition, VOID._class.asNode(), entry.getKey());
            number(partition, VOID.entities.asNode(), sizes.get(entry.getKey()));
            properties(partition, name, entry.getValue());
        }
        int property = 0;
        for (Map.Entry<Node, Partition> entry : byProperty.entrySet()) {
            property(dataset, "property-" + ++property, entry.getKey(), entry.getValue());
        }
    }

    private void properties(Node whole, String name, Map<Node, Partition> properties) {
        int number = 0;
        for (Map.Entry<Node, Partition> entry : properties.entrySet()) {
            property(whole, name + "-" + ++number, entry.getKey(), entry.getValue());
        }
    }

    private void property(Node whole, String name, Node property, Partition content) {
        Node partition = part(whole, VOID.propertyPartition.asNode(), name);
        facts.add(partition, VOID.property.asNode(), property);
        number(partition, VOID.triples.asNode(), content.triples);
        int number = 0;
        for (Map.Entry<Node, Integer> type : content.classes.entrySet()) {
            Node values = part(partition, VOID.classPartition.asNode(), name + "-class-" + ++number);
            facts.add(values, VOID._class.asNode(), type.getKey());
            number(values, VOID.triples.asNode(), type.getValue());
        }
        for (Map.Entry<Node, Integer> type : content.datatypes.entrySet()) {
            Node values = part(partition, Facts.iri(EXTENSION + "datatypePartition"), name + "-datatype-" + ++number);
            facts.add(values, Facts.iri(EXTENSION + "datatype"), type.getKey());
            number(values, VOID.triples.asNode(), type.getValue());
        }
    }

    private void vocabularies(Graph union) {
        union.find(Node.ANY, RDF.type.asNode(), OWL2.Ontology.asNode()).mapWith(Triple::getSubject)
                .filterKeep(Node::isURI)
                .forEach(ontology -> facts.add(dataset, VOID.vocabulary.asNode(), ontology));
    }

    private Node part(Node whole, Node link, String name) {
        Node part = Facts.iri(base + name);
        facts.add(whole, link, part);
        return part;
    }

    private void number(Node subject, Node property, long number) {
        facts.add(subject, property, Facts.number(number));
    }

    /** What the triples of one property have, counted. */
    private static final class Partition {
        private final Map<Node, Integer> classes = new TreeMap<>(BY_NAME);
        private final Map<Node, Integer> datatypes = new TreeMap<>(BY_NAME);
        private int triples;
    }

    /** Triples that are counted together: with one property, between things of the same classes. */
    private record Group(ClassSet subjects, Node property, String datatype, ClassSet values) {
        static Group of(Triple triple, ClassSets classes) {
            Node object = triple.getObject();
            return new Group(classes.of(triple.getSubject()), triple.getPredicate(),
                    object.isLiteral() ? object.getLiteralDatatypeURI() : "", classes.of(object));
        }
    }
}
