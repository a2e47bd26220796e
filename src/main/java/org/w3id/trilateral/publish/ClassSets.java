package org.w3id.trilateral.publish;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

import org.w3id.trilateral.graph.Columns;

/**
 * Which classes each thing has. Things with the same classes share one set, so that triples can be counted by set and
 * spread over the classes afterwards; things are known by the numbers of their columns. Lives no longer than one read
 * of the graph.
 */
final class ClassSets {
    private final Graph union;
    private final Columns columns;
    private final Map<Set<Node>, ClassSet> shared = new HashMap<>();
    private final Map<Set<Long>, ClassSet> byNumbers = new HashMap<>();
    private final ClassSet none = new ClassSet(List.of(), List.of());
    private final Set<Long> open = new HashSet<>();
    private long[] things = new long[1 << 10];
    private ClassSet[] sets = new ClassSet[1 << 10];
    private int size;
    private long subjects;
    private long last = Columns.NONE;

    ClassSets(Graph union, Columns columns) {
        this.union = union;
        this.columns = columns;
        long type = columns.number(RDF.type.asNode());
        columns.all(Columns.Order.SUBJECT, (subject, property, object) -> {
            if (subject != last) {
                close();
                last = subject;
                subjects++;
            }
            if (property == type) {
                open.add(object);
            }
        });
        close();
    }

    private void close() {
        if (open.isEmpty()) {
            return;
        }
        ClassSet set = byNumbers.get(open);
        if (set == null) {
            set = shared.computeIfAbsent(open.stream().map(columns::term).filter(Node::isURI)
                    .collect(Collectors.toSet()), this::set);
            byNumbers.put(Set.copyOf(open), set);
        }
        if (!set.all().isEmpty()) {
            add(set);
        }
        open.clear();
    }

    private void add(ClassSet set) {
        if (size == things.length) {
            things = Arrays.copyOf(things, 2 * size);
            sets = Arrays.copyOf(sets, 2 * size);
        }
        things[size] = last;
        sets[size++] = set;
    }

    /** The classes of a thing; an empty set for none. */
    ClassSet of(long thing) {
        int place = Arrays.binarySearch(things, 0, size, thing);
        return place < 0 ? none : sets[place];
    }

    /** The things that have a class, in ascending order. */
    long[] things() {
        return Arrays.copyOf(things, size);
    }

    /** How many subjects there are, with or without a class. */
    long subjects() {
        return subjects;
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
