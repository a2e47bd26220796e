package org.w3id.trilateral.result;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Bytes that grow; text goes in as UTF-8, with what its syntax escapes. Half a pair is a {@code ?}.
 */
final class Utf8Bytes {
    private static final int FIRST = 4 * 1024;
    private static final int MOST = Integer.MAX_VALUE - 8;
    private static final int ASCII = 0x80;

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
        add(more, 0, more.length);
    }

    void add(char ascii) {
        reserve(1);
        bytes[size++] = (byte) ascii;
    }

    void add(String text, byte[][] escapes) {
        byte[] plain = text.getBytes(UTF_8);
        int from = 0;
        for (int next = escaped(plain, 0, escapes); next < plain.length; next = escaped(plain, from, escapes)) {
            add(plain, from, next);
            add(escapes[plain[next]]);
            from = next + 1;
        }
        add(plain, from, plain.length);
    }

    /** The next byte from there on that is escaped; or the end. */
    private static int escaped(byte[] text, int from, byte[][] escapes) {
        int at = from;
        while (at < text.length && (text[at] < 0 || escapes[text[at]] == null)) {
            at++;
        }
        return at;
    }

    private void add(byte[] more, int from, int to) {
        reserve(to - from);
        System.arraycopy(more, from, bytes, size, to - from);
        size += to - from;
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
