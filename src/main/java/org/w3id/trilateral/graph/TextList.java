package org.w3id.trilateral.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Texts in UTF-8, one after another in one array: millions of them take hardly more than their bytes, and are looked
 * through in a moment. Adding is for one thread; reading, once all is added, for any number of them.
 */
final class TextList {
    private byte[] bytes = new byte[1 << 12];
    private int[] ends = new int[1 << 8];
    private int size;

    /** Takes the places where a text was found. */
    interface Finds {
        /**
         * A text that holds what was looked for.
         *
         * @param place  which text it is, from zero
         * @param offset where in the text, in bytes; the first of the places that fit
         * @return whether it is enough of this text, so that no further place in it is told
         */
        boolean accept(int place, int offset);
    }

    void add(String text) {
        byte[] added = text.getBytes(UTF_8);
        int begin = begin(size);
        if (begin + added.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.addExact(begin + added.length, begin / 2));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size + size / 2);
        }
        System.arraycopy(added, 0, bytes, begin, added.length);
        ends[size++] = begin + added.length;
    }

    /** Gives back the memory that was held ready for more. */
    void trim() {
        bytes = Arrays.copyOf(bytes, begin(size));
        ends = Arrays.copyOf(ends, size);
    }

    int size() {
        return size;
    }

    String get(int place) {
        return new String(bytes, begin(place), length(place), UTF_8);
    }

    /** In bytes. */
    int length(int place) {
        return ends[place] - begin(place);
    }

    /** In UTF-16 units, as long as the text is that {@link #get} gives. */
    int letters(int place) {
        int letters = 0;
        for (int i = begin(place); i < ends[place]; i++) {
            letters += (bytes[i] & 0xc0) == 0x80 ? 0 : (bytes[i] & 0xf8) == 0xf0 ? 2 : 1;
        }
        return letters;
    }

    byte at(int place, int offset) {
        return bytes[begin(place) + offset];
    }

    /** Finds a text, not empty, within those from a place to another. */
    void find(String wanted, int from, int to, Finds finds) {
        byte[] sought = wanted.getBytes(UTF_8);
        int place = from;
        int last = to == 0 ? 0 : ends[to - 1] - sought.length;
        for (int at = begin(from); at <= last; at++) {
            if (bytes[at] == sought[0]
                    && Arrays.equals(bytes, at + 1, at + sought.length, sought, 1, sought.length)) {
                while (ends[place] <= at) {
                    place++;
                }
                if (at + sought.length <= ends[place] && finds.accept(place, at - begin(place))) {
                    at = ends[place] - 1;
                }
            }
        }
    }

    private int begin(int place) {
        return place == 0 ? 0 : ends[place - 1];
    }
}
