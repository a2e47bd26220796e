package org.w3id.trilateral.text;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A thousand or so values of a property: their folded texts one after another in one string, which Java searches many
 * bytes at a time.
 *
 * @param text    folded texts, each followed by {@link Folding#BETWEEN}
 * @param ends    where in it each text ends
 * @param unknown places of those without a text, which may have any
 * @param terms   what the texts are of
 */
record Block(String text, int[] ends, int[] unknown, Terms terms) {
    /** How many values a block has, the last one of a property apart. */
    static final int SIZE = 1024;

    private static final int BYTES = 120;

    /** The places of the values in which one of the texts may occur. */
    BitSet find(List<String> needles) {
        BitSet found = new BitSet(ends.length);
        Arrays.stream(unknown).forEach(found::set);
        for (String needle : needles) {
            for (int at = text.indexOf(needle); at >= 0;) {
                int place = -Arrays.binarySearch(ends, at) - 1;
                found.set(place);
                at = text.indexOf(needle, ends[place]);
            }
        }
        return found;
    }

    /** An estimate of the memory it takes. */
    long bytes() {
        return BYTES + text.length() + (long) Integer.BYTES * (ends.length + unknown.length) + terms.bytes();
    }
}
