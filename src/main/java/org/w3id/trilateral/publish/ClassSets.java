package org.w3id.trilateral.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * Which classes each thing has. Things with the same classes share one set, so that triples can be counted by set and
 * spread over the classes afterwards. Lives no longer than one read of the graph.
 */
final class ClassSets {
    private final Graph union;
    private final Map<Node, ClassSet> sets = new HashMap<>();
    private final ClassSet none = new ClassSet(List.of(), List.of());

    ClassSets(Graph union) {
        this.union = union;
        Map<Node, List<Node>> classes = new HashMap<>();
        union.find(Node.ANY, RDF.type.asNode(), Node.ANY).forEach(t -> {
            if (t.getObject().isURI()) {
                classes.computeIfAbsent(t.getSubject(), s -> new ArrayList<>(4)).add(t.getObject());
            }
        });
        Map<Set<Node>, ClassSet> shared = new HashMap<>();
        classes.forEach((thing, list) -> sets.put(thing, shared.computeIfAbsent(Set.copyOf(list), this::set)));
    }

    /** The classes of a thing; an empty set for none. */
    ClassSet of(Node thing) {
        return sets.getOrDefault(thing, none);
    }

    /** All things that have a class, with their classes. */
    Map<Node, ClassSet> all() {
        return sets;
    }

    private ClassSet set(Set<Node> classes) {
        Set<Node> wider = new HashSet<>();
        classes.forEach(type -> addWider(type, wider));
        return new ClassSet(List.copyOf(classes), classes.stream().filter(type -> !wider.contains(type)).toList());
    }

    private void addWider(Node type, Set<Node> wider) {
        union.find(type, RDFS.subClassOf.asNode(), Node.ANY).mapWith(t -> t.getObject()).toList().forEach(broader -> {
            if (broader.isURI() && !broader.equals(type) && wider.add(broader)) {
                addWider(broader, wider);
            }
        });
    }

    /** Classes that things share; the same object for the same classes, so that it is compared quickly. */
    static final class ClassSet {
        private final List<Node> all;
        private final List<Node> narrowest;

        private ClassSet(List<Node> all, List<Node> narrowest) {
            this.all = all;
            this.narrowest = narrowest;
        }

        /** All of them. */
        List<Node> all() {
            return all;
        }

        /** Those that have no sub-class among them. */
        List<Node> narrowest() {
            return narrowest;
        }
    }
}
