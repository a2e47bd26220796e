package org.w3id.trilateral.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/**
 * How like a mistyped name other spellings are, by their edit distance, counted for all letters of a word at once
 * (<a href="https://doi.org/10.1145/316542.316550">Myers 1999</a>); a million spellings are compared in a moment.
 */
final class Likeness {
    private static final int LONGEST = 64;
    private static final int SHORTEST_PART = 3;

    private final String name;
    private final long[] places = new long[1 << Byte.SIZE];
    private final int length;
    private int best = -1;
    private int bestDistance = Integer.MAX_VALUE;

    /** @param name folded; only its first {@value #LONGEST} bytes count */
    Likeness(String name) {
        this.name = name;
        byte[] bytes = name.getBytes(UTF_8);
        this.length = Math.min(bytes.length, LONGEST);
        for (int i = 0; i < length; i++) {
            places[bytes[i] & 0xff] |= 1L << i;
        }
    }

    /**
     * The spelling that is nearest, if one is near enough to be meant: at most a third of its letters differ, or it
     * holds the whole name; of those that are equally near the first in their order.
     */
    Optional<Integer> nearest(TextList spellings) {
        if (length == 0) {
            return Optional.empty();
        }
        for (int i = 0; i < spellings.size(); i++) {
            int most = Math.max(1, spellings.length(i) / 3);
            if (Math.abs(spellings.length(i) - length) <= Math.min(most, bestDistance)) {
                int distance = distance(spellings, i);
                if (distance <= most) {
                    take(i, distance, spellings);
                }
            }
        }
        if (name.length() >= SHORTEST_PART) {
            spellings.find(name, 0, spellings.size(), (place, offset) -> {
                take(place, spellings.length(place) - length, spellings);
                return true;
            });
        }
        return best < 0 ? Optional.empty() : Optional.of(best);
    }

    private void take(int place, int distance, TextList spellings) {
        if (distance < bestDistance
                || distance == bestDistance && spellings.get(place).compareTo(spellings.get(best)) < 0) {
            best = place;
            bestDistance = distance;
        }
    }

    private int distance(TextList spellings, int place) {
        long more = -1;
        long less = 0;
        int distance = length;
        for (int i = 0; i < spellings.length(place); i++) {
            long same = places[spellings.at(place, i) & 0xff];
            long vertical = same | less;
            long horizontal = ((same & more) + more ^ more) | same;
            long up = less | ~(horizontal | more);
            long down = more & horizontal;
            distance += (int) (up >>> length - 1 & 1) - (int) (down >>> length - 1 & 1);
            up = up << 1 | 1;
            more = down << 1 | ~(vertical | up);
            less = up & vertical;
        }
        return distance;
    }
}
