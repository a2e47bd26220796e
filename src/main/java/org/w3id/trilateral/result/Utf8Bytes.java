package org.w3id.trilateral.result;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * Bytes that grow; text goes in as UTF-8, character by character, with what its syntax escapes. Half a pair is a
 * {@code ?}.
 */
final class Utf8Bytes {
    private static final int FIRST = 4 * 1024;
    private static final int MOST = Integer.MAX_VALUE - 8;
    /** No character is longer, nor the escape of one. */
    private static final int LONGEST = 8;
    private static final int ASCII = 0x80;
    private static final int TWO_BYTES = 0x800;

    private byte[] bytes = new byte[FIRST];
    private int size;

    /** How a syntax writes characters of ASCII: {@code null} where as they are. */
    static byte[][] escapes() {
        return new byte[ASCII][];
    }

    /** The bytes of a text of ASCII. */
    static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    void add(byte[] more) {
        reserve(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    void add(char ascii) {
        reserve(1);
        bytes[size++] = (byte) ascii;
    }

    void add(String text, byte[][] escapes) {
        int plain = addPlain(text, escapes);
        if (plain < text.length()) {
            addOthers(text, plain, escapes);
        }
    }

    /** Adds the first characters, as far as they are of ASCII and not escaped; how many these are. */
    private int addPlain(String text, byte[][] escapes) {
        int length = text.length();
        reserve(length);
        byte[] to = bytes;
        int from = size;
        int i = 0;
        while (i < length) {
            char c = text.charAt(i);
            if (c >= ASCII || escapes[c] != null) {
                break;
            }
            to[from + i++] = (byte) c;
        }
        size = from + i;
        return i;
    }

    private void addOthers(String text, int first, byte[][] escapes) {
        int length = text.length();
        for (int i = first; i < length; i++) {
            reserve(LONGEST);
            char c = text.charAt(i);
            if (c < ASCII) {
                byte[] escape = escapes[c];
                if (escape == null) {
                    bytes[size++] = (byte) c;
                } else {
                    add(escape);
                }
            } else if (!Character.isSurrogate(c)) {
                addLetter(c);
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                addPair(Character.toCodePoint(c, text.charAt(++i)));
            } else {
                bytes[size++] = '?';
            }
        }
    }

    private void addLetter(char c) {
        if (c < TWO_BYTES) {
            bytes[size++] = (byte) (0xC0 | c >> 6);
        } else {
            bytes[size++] = (byte) (0xE0 | c >> 12);
            bytes[size++] = (byte) (0x80 | c >> 6 & 0x3F);
        }
        bytes[size++] = (byte) (0x80 | c & 0x3F);
    }

    private void addPair(int point) {
        bytes[size++] = (byte) (0xF0 | point >> 18);
        bytes[size++] = (byte) (0x80 | point >> 12 & 0x3F);
        bytes[size++] = (byte) (0x80 | point >> 6 & 0x3F);
        bytes[size++] = (byte) (0x80 | point & 0x3F);
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            long wanted = Math.max(2L * bytes.length, (long) size + more);
            if ((long) size + more > MOST) {
                throw new OutOfMemoryError("an answer of more than 2 GB");
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(MOST, wanted));
        }
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }
}
