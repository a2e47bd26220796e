package org.w3id.trilateral.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * What all things are called, folded as {@link Spelling} does: labels and other labels in any language, these
 * romanised where they are Korean, and the names in addresses. A spelling and a thing have numbers from zero on.
 *
 * <p>Spellings lie by their sort: first of {@code rdfs:label}, then of {@code skos:altLabel}, then what is romanised,
 * last the names in addresses. A million things with a label take about a hundred megabytes. Read-only; safe for any
 * number of threads, but {@link #members} is to be asked inside a read transaction.
 */
public final class NameIndex {
    /** Stands for the namespace of the things before their names. */
    private static final String OWN = "\u0001";
    private static final String PART = "--";
    private static final int MOST_ALIKE = 1_000;

    private final Names names;
    private final Columns columns;
    private final TextList spellings = new TextList();
    private final TextList things = new TextList();
    private final BitSet own = new BitSet();
    private final Map<Node, BitSet> groups = new ConcurrentHashMap<>();
    private long[] numbers = new long[0];
    private int[] thingOf = new int[1 << 10];
    private final int[] hashes;
    private final int otherLabels;
    private final int romanised;

    /** Takes the places where a text was found in spellings. */
    public interface Finds {
        /**
         * A spelling that holds the text.
         *
         * @param spelling its number
         * @param isFirst  whether it begins so
         * @param isWord   whether a word in it does
         * @return whether it is enough of this spelling
         */
        boolean accept(int spelling, boolean isFirst, boolean isWord);
    }

    private record Korean(String text, int thing) {
    }

    /** Gathers all names of a dataset. */
    NameIndex(DatasetGraph data, Names names) {
        this.names = names;
        this.columns = Columns.of(data);
        Naming named = new Naming(columns, RDFS.label.asNode());
        Naming other = new Naming(columns, SKOS.altLabel.asNode());
        gatherThings(named, other);
        List<Korean> korean = new ArrayList<>();
        addLabels(named, korean);
        hashes = IntStream.range(0, spellings.size()).map(i -> spelling(i).hashCode()).toArray();
        addLabels(other, korean);
        otherLabels = spellings.size();
        korean.forEach(one -> add(Spelling.folded(Romanised.of(one.text())), one.thing()));
        romanised = spellings.size();
        for (int thing = 0; thing < things.size(); thing++) {
            if (things.length(thing) > 0 && !things.get(thing).contains(PART)) {
                add(Spelling.folded(name(thing)), thing);
            }
        }
        spellings.trim();
        things.trim();
        thingOf = Arrays.copyOf(thingOf, spellings.size());
    }

    private void gatherThings(Naming named, Naming other) {
        long[] all = Arrays.copyOf(named.subjects, named.subjects.length + other.subjects.length);
        System.arraycopy(other.subjects, 0, all, named.subjects.length, other.subjects.length);
        Arrays.sort(all);
        int size = 0;
        for (int i = 0; i < all.length; i++) {
            if (i == 0 || all[i] != all[i - 1]) {
                all[size++] = all[i];
            }
        }
        numbers = Arrays.copyOf(all, size);
        columns.texts(numbers, (place, iri) -> {
            Optional<String> local = names.local(iri);
            things.add(local.map(OWN::concat).orElse(iri));
            own.set(place, local.isPresent() && !iri.contains(PART));
        });
    }

    private void addLabels(Naming naming, List<Korean> korean) {
        columns.texts(naming.objects, (place, text) -> {
            int thing = Arrays.binarySearch(numbers, naming.subjects[place]);
            if (things.length(thing) > 0) {
                add(Spelling.folded(text), thing);
                String latin = Romanised.of(text);
                if (!latin.equals(text) && own.get(thing)) {
                    korean.add(new Korean(text, thing));
                }
            }
        });
    }

    private void add(String spelling, int thing) {
        if (spellings.size() == thingOf.length) {
            thingOf = Arrays.copyOf(thingOf, thingOf.length + thingOf.length / 2);
        }
        thingOf[spellings.size()] = thing;
        spellings.add(spelling);
    }

    /** Finds a folded text, not empty, in any spelling. */
    public void find(String folded, Finds finds) {
        find(folded, spellings.size(), finds);
    }

    /** Finds a folded text, not empty, in labels alone, of things of this graph and of other terms. */
    public void findInLabels(String folded, Finds finds) {
        find(folded, otherLabels, finds);
    }

    /** The terms of which an {@code rdfs:label} is folded so, each once; of very many the first. */
    List<Node> labelled(String folded) {
        int hash = folded.hashCode();
        return IntStream.range(0, hashes.length).filter(i -> hashes[i] == hash && spelling(i).equals(folded))
                .limit(MOST_ALIKE).map(this::thing).distinct().mapToObj(this::term).toList();
    }

    private void find(String folded, int to, Finds finds) {
        if (!folded.isEmpty()) {
            spellings.find(folded, 0, to, (place, offset) ->
                    finds.accept(place, offset == 0, offset == 0 || spellings.at(place, offset - 1) == ' '));
        }
    }

    /** The name, in an address or as short as may be, of what is spelled most like a text; empty where none is near. */
    Optional<String> nearest(String text) {
        return new Likeness(Spelling.folded(text)).nearest(spellings).map(spelling -> name(thing(spelling)));
    }

    /** The things of this graph that are of a class or in a concept scheme, by their numbers. */
    public BitSet members(Node group) {
        BitSet known = groups.get(group);
        if (known == null) {
            known = new BitSet();
            for (Node property : List.of(RDF.type.asNode(), SKOS.inScheme.asNode())) {
                for (long number : columns.subjects(property, group)) {
                    int thing = Arrays.binarySearch(numbers, number);
                    if (thing >= 0 && own.get(thing)) {
                        known.set(thing);
                    }
                }
            }
            if (!known.isEmpty()) {
                groups.put(group, known);
            }
        }
        return known;
    }

    /** A spelling, folded. */
    public String spelling(int spelling) {
        return spellings.get(spelling);
    }

    /** How long a spelling is, in UTF-16 units. */
    public int letters(int spelling) {
        return spellings.letters(spelling);
    }

    /** Whether a spelling is that of a name in an address. */
    public boolean isName(int spelling) {
        return spelling >= romanised;
    }

    /** Which thing is spelled so. */
    public int thing(int spelling) {
        return thingOf[spelling];
    }

    /** Whether a thing is one of this graph, and no part of another. */
    public boolean isOwn(int thing) {
        return own.get(thing);
    }

    /** The IRI of a thing. */
    public Node term(int thing) {
        String text = things.get(thing);
        return text.startsWith(OWN) ? names.parse(text.substring(1)) : NodeFactory.createURI(text);
    }

    private String name(int thing) {
        String text = things.get(thing);
        return text.startsWith(OWN) ? text.substring(1) : names.shorten(text);
    }

    /** The triples of a property that names things. */
    private static final class Naming {
        private final long[] subjects;
        private final long[] objects;
        private int size;

        Naming(Columns columns, Node property) {
            int count = (int) columns.count(property);
            subjects = new long[count];
            objects = new long[count];
            columns.pairs(property, (subject, object) -> {
                subjects[size] = subject;
                objects[size++] = object;
            });
        }
    }
}
