package org.w3id.trilateral.page;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

import org.w3id.trilateral.graph.NameIndex;
import org.w3id.trilateral.graph.Names;
import org.w3id.trilateral.graph.Spelling;

/**
 * Things by a part of a label in any language, as {@link Spelling} holds spellings to be the same. Of very many, only
 * those with the shortest spellings are looked at again.
 */
final class Hits {
    private static final int MOST_READ = 2_000;

    private final Graph union;
    private final Names names;
    private final Labels labels;
    private final NameIndex index;

    Hits(Graph union, Names names, Language language, NameIndex index) {
        this.union = union;
        this.names = names;
        this.labels = new Labels(union, names, language.tag());
        this.index = index;
    }

    /**
     * Things that were found.
     *
     * @param first those that are shown, the best first
     * @param total how many there are
     */
    record Found(List<Ref> first, int total) {
        Found {
            first = List.copyOf(first);
        }
    }

    /**
     * Things with such a label, the shortest matching label first; a note gives it where it is not the first one.
     *
     * @param most how many are shown
     */
    Found of(String given, int most) {
        String wanted = Spelling.folded(given);
        BitSet things = new BitSet();
        TreeSet<Integer> shortest = new TreeSet<>(Comparator
                .comparingInt((Integer spelling) -> index.letters(spelling))
                .thenComparing(Comparator.naturalOrder()));
        index.findInLabels(wanted, (spelling, isFirst, isWord) -> {
            if (index.isOwn(index.thing(spelling))) {
                things.set(index.thing(spelling));
                shortest.add(spelling);
                if (shortest.size() > MOST_READ) {
                    shortest.pollLast();
                }
            }
            return true;
        });
        Map<Node, Text> best = new LinkedHashMap<>();
        shortest.stream().map(index::thing).distinct().map(index::term)
                .forEach(thing -> matching(thing, wanted).forEach(text -> best.merge(thing, text, Hits::shorter)));
        List<Map.Entry<Node, Text>> hits = new ArrayList<>(best.entrySet());
        hits.sort(Comparator.comparingInt((Map.Entry<Node, Text> hit) -> hit.getValue().words().length())
                .thenComparing(hit -> hit.getKey().toString()));
        return new Found(hits.stream().limit(most).map(hit -> ref(hit.getKey(), hit.getValue())).toList(),
                things.cardinality());
    }

    private Stream<Text> matching(Node thing, String wanted) {
        return Stream.of(RDFS.label, SKOS.altLabel)
                .flatMap(property -> union.find(thing, property.asNode(), Node.ANY).mapWith(Triple::getObject).toList()
                        .stream())
                .filter(label -> label.isLiteral()
                        && Spelling.folded(label.getLiteralLexicalForm()).contains(wanted)).map(labels::text);
    }

    private Ref ref(Node thing, Text matched) {
        Ref ref = labels.ref(thing);
        return ref.text().equals(matched) ? ref : ref.withNote(matched.words());
    }

    /** Whether a node is one of the things of this graph, and no part of another. */
    static boolean isThing(Node node, Names names) {
        return node.isURI() && names.local(node.getURI()).isPresent() && !Labels.isPart(node);
    }

    private static Text shorter(Text a, Text b) {
        return b.words().length() < a.words().length() ? b : a;
    }
}
