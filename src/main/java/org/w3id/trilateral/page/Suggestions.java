package org.w3id.trilateral.page;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.w3id.trilateral.graph.NameIndex;
import org.w3id.trilateral.graph.Spelling;

/**
 * Things by the beginning of a word of one of their names, in any language and romanisation, and for the order surname
 * first by their names in addresses.
 */
final class Suggestions {
    private static final int MOST = 10;

    private final NameIndex names;

    Suggestions(NameIndex names) {
        this.names = names;
    }

    /**
     * Of the things that are wanted, the spellings that begin so, then those in which a later word does; the shorter
     * first, each thing once.
     *
     * @param wanted the things among which to look, by their numbers; empty for all
     */
    List<Integer> of(String prefix, Optional<BitSet> wanted) {
        String folded = Spelling.folded(prefix);
        boolean isSpaced = isSpaced(folded);
        Best first = new Best(MOST);
        Best later = new Best(2 * MOST);
        names.find(folded, (spelling, isFirst, isWord) -> {
            int thing = names.thing(spelling);
            if (names.isOwn(thing) && wanted.map(things -> things.get(thing)).orElse(true)) {
                if (isFirst) {
                    first.add(spelling, thing);
                } else if (isWord || !isSpaced) {
                    later.add(spelling, thing);
                }
                return isFirst || isWord || !isSpaced;
            }
            return true;
        });
        Set<Integer> seen = new HashSet<>();
        return Stream.concat(first.sorted.stream(), later.sorted.stream())
                .filter(spelling -> seen.add(names.thing(spelling))).limit(MOST).toList();
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

    private Comparator<Integer> order() {
        return Comparator.comparingInt((Integer spelling) -> names.letters(spelling))
                .thenComparing(names::spelling).thenComparing(spelling -> names.term(names.thing(spelling)).getURI())
                .thenComparing(Comparator.naturalOrder());
    }

    /** The best spellings, in their order, one a thing. */
    private final class Best {
        private final int most;
        private final Comparator<Integer> order = order();
        private final TreeSet<Integer> sorted = new TreeSet<>(order);
        private final Map<Integer, Integer> ofThing = new HashMap<>();

        Best(int most) {
            this.most = most;
        }

        void add(int spelling, int thing) {
            boolean isFull = sorted.size() == most;
            if (isFull && order.compare(spelling, sorted.last()) > 0) {
                return;
            }
            Integer known = ofThing.get(thing);
            if (known != null && order.compare(known, spelling) <= 0) {
                return;
            }
            if (known != null) {
                sorted.remove(known);
            } else if (isFull) {
                ofThing.remove(names.thing(sorted.pollLast()));
            }
            sorted.add(spelling);
            ofThing.put(thing, spelling);
        }
    }
}
