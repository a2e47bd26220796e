package org.w3id.trilateral.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

import org.w3id.trilateral.graph.Names;

/**
 * Things by the beginning of a word of one of their names, in any language and romanisation. Every label and, for the
 * order surname first, the local name of every thing is folded once; a look-up reads them all, which takes less than a
 * millisecond for ten thousand.
 */
final class Suggestions {
    private static final int MOST = 10;

    private final List<Entry> entries = new ArrayList<>();
    private final Graph union;
    private final Names names;

    /** Names of the things in a graph; gathered when they are first asked for, so that they do not delay a start. */
    Suggestions(Graph union, Names names) {
        this.union = union;
        this.names = names;
    }

    private synchronized void gather() {
        if (!entries.isEmpty()) {
            return;
        }
        for (Node property : List.of(RDFS.label.asNode(), SKOS.altLabel.asNode())) {
            union.find(Node.ANY, property, Node.ANY).forEach(triple -> {
                if (Hits.isThing(triple.getSubject(), names) && triple.getObject().isLiteral()) {
                    addSpellings(triple.getSubject(), triple.getObject().getLiteralLexicalForm());
                }
            });
        }
        Set<Node> things = new HashSet<>();
        entries.forEach(entry -> things.add(entry.thing()));
        things.forEach(thing -> names.local(thing.getURI()).ifPresent(name -> add(thing, name, name)));
        entries.sort(Comparator.comparingInt((Entry entry) -> entry.folded().length()).thenComparing(Entry::folded)
                .thenComparing(entry -> entry.thing().toString()));
    }

    /**
     * Of the things that are wanted, the names that begin so, then those in which a later word does; the shorter first,
     * each thing once.
     */
    List<Found> of(String prefix, Predicate<Node> isWanted) {
        gather();
        String wanted = Spelling.folded(prefix);
        List<Found> found = new ArrayList<>();
        if (!wanted.isEmpty()) {
            Set<Node> seen = new HashSet<>();
            List<Entry> among = entries.stream()
                    .filter(entry -> entry.folded().contains(wanted) && isWanted.test(entry.thing())).toList();
            collect(wanted, true, among, seen, found);
            collect(wanted, false, among, seen, found);
        }
        return found;
    }

    private static void collect(String wanted, boolean isFirst, List<Entry> among, Set<Node> seen, List<Found> found) {
        for (Entry entry : among) {
            if (found.size() == MOST) {
                return;
            }
            boolean isMatch = isFirst ? entry.folded().startsWith(wanted)
                    : entry.folded().contains(" " + wanted) || !isSpaced(wanted) && entry.folded().contains(wanted);
            if (isMatch && seen.add(entry.thing())) {
                found.add(new Found(entry.thing(), entry.words()));
            }
        }
    }

    /**
     * Whether words of the script are parted by spaces; those of Japanese are not, and Korean particles are joined on.
     */
    static boolean isSpaced(String text) {
        return text.codePoints().noneMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN
                || Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL
                || Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA
                || Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA);
    }

    private void addSpellings(Node thing, String words) {
        add(thing, words, words);
        String latin = Romanised.of(words);
        if (!latin.equals(words)) {
            add(thing, latin, words);
        }
    }

    private void add(Node thing, String spelling, String words) {
        entries.add(new Entry(Spelling.folded(spelling), thing, words));
    }

    /**
     * A thing and the name by which it was found.
     *
     * @param thing the thing
     * @param words the name
     */
    record Found(Node thing, String words) {
    }

    private record Entry(String folded, Node thing, String words) {
    }
}
