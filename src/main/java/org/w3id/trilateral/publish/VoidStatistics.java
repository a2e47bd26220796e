package org.w3id.trilateral.publish;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;

import org.w3id.trilateral.graph.Columns;
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
    private final Map<Node, Partition> byProperty = new TreeMap<>(BY_NAME);
    private final Columns columns;
    private final ClassSets classes;
    private final Map<Group, Map<ClassSet, int[]>> groups = new HashMap<>();
    private long[] objects = new long[1 << 10];
    private int objectCount;
    private String[] datatypes = {};
    private long triples;
    private Group group = new Group(Columns.NONE, "", null);
    private Map<ClassSet, int[]> bySubjects = Map.of();
    private long lastObject = Columns.NONE;

    private VoidStatistics(String dataset, Columns columns, ClassSets classes) {
        this.columns = columns;
        this.classes = classes;
        this.dataset = Facts.iri(dataset);
        this.base = dataset + "/void#";
    }

    /** The figures of the data, under the IRI of the data set. */
    static Facts of(KnowledgeGraph graph) {
        return graph.read(data -> {
            Graph union = data.getDefaultGraph();
            Columns columns = Columns.of(data);
            ClassSets classes = new ClassSets(union, columns);
            VoidStatistics statistics = new VoidStatistics(graph.info().iri(), columns, classes);
            statistics.objects();
            statistics.count();
            statistics.totals();
            statistics.partitions();
            statistics.vocabularies(union);
            return statistics.facts;
        });
    }

    private void objects() {
        columns.all(Columns.Order.OBJECT, (subject, property, object) -> {
            if (object != lastObject) {
                lastObject = object;
                if (objectCount == objects.length) {
                    objects = Arrays.copyOf(objects, 2 * objectCount);
                }
                objects[objectCount++] = object;
            }
        });
        objects = Arrays.copyOf(objects, objectCount);
        Arrays.sort(objects);
        datatypes = new String[objectCount];
        Map<String, String> shared = new HashMap<>();
        columns.datatypes(objects, (place, iri) -> datatypes[place] = shared.computeIfAbsent(iri, i -> i));
    }

    /** Triples with the same property and object come together, and most have the group of those before them. */
    private void count() {
        lastObject = Columns.NONE;
        columns.all(Columns.Order.PROPERTY, (subject, property, object) -> {
            if (object != lastObject || property != group.property()) {
                lastObject = object;
                String datatype = datatypes[Arrays.binarySearch(objects, object)];
                ClassSet values = classes.of(object);
                if (!group.is(property, datatype, values)) {
                    group = new Group(property, datatype, values);
                    bySubjects = groups.computeIfAbsent(group, g -> new IdentityHashMap<>());
                }
            }
            bySubjects.computeIfAbsent(classes.of(subject), set -> new int[1])[0]++;
            triples++;
        });
        groups.forEach((same, numbers) -> numbers.forEach((subjects, number) -> spread(same, subjects, number[0])));
    }

    private void spread(Group same, ClassSet subjects, int number) {
        Node property = columns.term(same.property());
        byProperty.computeIfAbsent(property, p -> new Partition()).triples += number;
        subjects.all().forEach(type -> {
            Partition partition = byClass.computeIfAbsent(type, t -> new TreeMap<>(BY_NAME))
                    .computeIfAbsent(property, p -> new Partition());
            partition.triples += number;
            if (same.datatype().isEmpty()) {
                same.values().narrowest().forEach(value -> partition.classes.merge(value, number, Integer::sum));
            } else {
                partition.datatypes.merge(Facts.iri(same.datatype()), number, Integer::sum);
            }
        });
    }

    private void totals() {
        facts.add(dataset, RDF.type.asNode(), VOID.Dataset.asNode());
        number(dataset, VOID.triples.asNode(), triples);
        long[] entities = {0};
        columns.texts(classes.things(), (place, iri) -> entities[0] += iri.isEmpty() ? 0 : 1);
        number(dataset, VOID.entities.asNode(), entities[0]);
        number(dataset, VOID.classes.asNode(), byClass.size());
        number(dataset, VOID.properties.asNode(), byProperty.size());
        number(dataset, VOID.distinctSubjects.asNode(), classes.subjects());
        number(dataset, VOID.distinctObjects.asNode(), objectCount);
    }

    private void partitions() {
        Map<Node, Integer> sizes = new HashMap<>();
        for (long thing : classes.things()) {
            classes.of(thing).all().forEach(type -> sizes.merge(type, 1, Integer::sum));
        }
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

    /** Triples that are counted together, by the classes of their subjects: one property, values of a kind. */
    private record Group(long property, String datatype, ClassSet values) {
        boolean is(long otherProperty, String otherDatatype, ClassSet otherValues) {
            return property == otherProperty && datatype.equals(otherDatatype) && values == otherValues;
        }
    }
}
