package org.w3id.trilateral.load;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDFS;

import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.Terms;
import org.w3id.trilateral.graph.TurtleFile;

/** What an ontology says of its own classes and properties, ready to be looked up for each statement. Immutable. */
final class Schema {
    private final Map<Node, Set<Node>> superClasses = new HashMap<>();
    private final Map<Node, Set<Node>> superProperties = new HashMap<>();
    private final Map<Node, Set<Node>> inverses = new HashMap<>();

    private Schema() {
    }

    /** What the Turtle files below {@code ontology} say. */
    static Schema of(Home home) {
        Schema schema = new Schema();
        home.turtleFiles().stream().filter(file -> home.relative(file).startsWith("ontology/"))
                .forEach(file -> schema.add(TurtleFile.read(file, home.relative(file))));
        close(schema.superClasses);
        close(schema.superProperties);
        return schema;
    }

    private void add(Graph graph) {
        graph.stream(Node.ANY, RDFS.subClassOf.asNode(), Node.ANY).forEach(t -> put(superClasses, t));
        graph.stream(Node.ANY, RDFS.subPropertyOf.asNode(), Node.ANY).forEach(t -> put(superProperties, t));
        graph.stream(Node.ANY, OWL.inverseOf.asNode(), Node.ANY).forEach(t -> {
            put(inverses, t);
            put(inverses, Triple.create(t.getObject(), t.getPredicate(), t.getSubject()));
        });
    }

    private static void put(Map<Node, Set<Node>> map, Triple statement) {
        if (isOurs(statement.getSubject()) && isOurs(statement.getObject())) {
            map.computeIfAbsent(statement.getSubject(), none -> new LinkedHashSet<>()).add(statement.getObject());
        }
    }

    private static boolean isOurs(Node term) {
        return term.isURI() && term.getURI().startsWith(Terms.TRI);
    }

    private static void close(Map<Node, Set<Node>> above) {
        Map<Node, Set<Node>> closed = new HashMap<>();
        above.forEach((term, parents) -> {
            Set<Node> all = new LinkedHashSet<>();
            Deque<Node> open = new ArrayDeque<>(parents);
            while (!open.isEmpty()) {
                Node next = open.pop();
                if (all.add(next)) {
                    open.addAll(above.getOrDefault(next, Set.of()));
                }
            }
            closed.put(term, all);
        });
        above.putAll(closed);
    }

    /** Every class above a class, without itself. */
    Set<Node> superClasses(Node type) {
        return superClasses.getOrDefault(type, Set.of());
    }

    /** Every property above a property, without itself. */
    Set<Node> superProperties(Node property) {
        return superProperties.getOrDefault(property, Set.of());
    }

    /** The properties that say the same from the other side. */
    Set<Node> inverses(Node property) {
        return inverses.getOrDefault(property, Set.of());
    }

    /** Those of the ontology's classes among the types that none of the others is below. */
    List<Node> mostSpecific(Collection<Node> types) {
        Set<Node> covered = new HashSet<>();
        types.forEach(type -> covered.addAll(superClasses(type)));
        return types.stream().filter(Objects::nonNull).filter(Schema::isOurs).filter(type -> !covered.contains(type))
                .distinct().toList();
    }
}
