package org.w3id.trilateral.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Locale;

/**
 * Texts as they are searched: letters alike in all cases, in UTF-8, each byte as one character of a string.
 *
 * <p>Letters are alike if any of upper case, lower case and Java's case-insensitive matching takes one to the other, in
 * any language; the combining dot above is left out, for it comes and goes with the case of an i. So a text that is
 * found with or without a change of case is found in the folded text too, and a few more.
 */
final class Folding {
    /** Between texts; no byte of UTF-8. */
    static final byte BETWEEN = (byte) 0xFF;

    private static final int ASCII = 0x80;
    private static final int DOT_ABOVE = 0x307;
    private static final int SMALLEST = 1 << 10;
    private static final int LONGEST_CHARACTER = 4;
    private static final byte[] LOWER = new byte[ASCII];

    static {
        for (int c = 0; c < ASCII; c++) {
            LOWER[c] = (byte) Character.toLowerCase(c);
        }
    }

    private byte[] bytes = new byte[SMALLEST];
    private int length;

    /** A text by itself. */
    static String folded(String text) {
        Folding folding = new Folding();
        folding.add(text);
        return folding.text();
    }

    /** Appends a text. */
    void add(String text) {
        ensure(text.length());
        int at = 0;
        for (; at < text.length() && text.charAt(at) < ASCII; at++) {
            bytes[length++] = LOWER[text.charAt(at)];
        }
        while (at < text.length()) {
            int c = text.codePointAt(at);
            addFolded(c);
            at += Character.charCount(c);
        }
    }

    /** Appends again what was appended from there on. */
    void repeat(int from, int to) {
        ensure(to - from);
        System.arraycopy(bytes, from, bytes, length, to - from);
        length += to - from;
    }

    void end() {
        ensure(1);
        bytes[length++] = BETWEEN;
    }

    int length() {
        return length;
    }

    /** All that was appended. */
    String text() {
        return new String(bytes, 0, length, ISO_8859_1);
    }

    private void addFolded(int c) {
        if (!isCased(c)) {
            addPlain(c);
        } else if (c != DOT_ABOVE) {
            folded(c).codePoints().filter(part -> part != DOT_ABOVE).forEach(this::addPlain);
        }
    }

    private static String folded(int c) {
        return Character.toString(c).toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static boolean isCased(int c) {
        return Character.isLowerCase(c) || Character.isUpperCase(c) || Character.isTitleCase(c) || c == DOT_ABOVE;
    }

    /** In UTF-8; half a surrogate pair as if it were a character. */
    private void addPlain(int c) {
        ensure(LONGEST_CHARACTER);
        if (c < ASCII) {
            bytes[length++] = (byte) c;
        } else if (c < 0x800) {
            bytes[length++] = (byte) (0xC0 | c >> 6);
            addTail(c, 0);
        } else if (c < 0x10000) {
            bytes[length++] = (byte) (0xE0 | c >> 12);
            addTail(c, 6);
        } else {
            bytes[length++] = (byte) (0xF0 | c >> 18);
            addTail(c, 12);
        }
    }

    private void addTail(int c, int shift) {
        for (int s = shift; s >= 0; s -= 6) {
            bytes[length++] = (byte) (0x80 | c >> s & 0x3F);
        }
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
