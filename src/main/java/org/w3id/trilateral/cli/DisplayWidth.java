package org.w3id.trilateral.cli;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How many columns a text takes on a terminal: Chinese characters, kana, hangul and full-width forms take two,
 * combining marks none (after <a href="https://www.unicode.org/reports/tr11/">UAX 11</a>).
 */
final class DisplayWidth {
    static final String ELLIPSIS = "…";
    private static final Set<UnicodeScript> WIDE =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    private DisplayWidth() {
    }

    static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    private static int of(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean halfWidth = point >= 0xFF61 && point <= 0xFFDC;
        boolean wideForm = point >= 0x3000 && point <= 0x30FF || point >= 0xFF01 && point <= 0xFF60
                || point >= 0xFFE0 && point <= 0xFFE6 || point >= 0x1F300 && point <= 0x1FAFF;
        return !halfWidth && (wideForm || WIDE.contains(UnicodeScript.of(point))) ? 2 : 1;
    }

    /** The text, filled up with blanks to a width. */
    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }

    /** The text in lines of at most that width, broken at blanks if it can be; an ellipsis stands for the rest. */
    static List<String> wrapped(String text, int width, int lines) {
        List<String> result = new ArrayList<>();
        String rest = text;
        while (of(rest) > width && result.size() < lines - 1) {
            int end = fitting(rest, width);
            int blank = rest.charAt(end) == ' ' ? end : rest.lastIndexOf(' ', end - 1);
            int cut = blank > 0 ? blank : end;
            result.add(rest.substring(0, cut));
            rest = rest.substring(cut).strip();
        }
        result.add(of(rest) > width ? rest.substring(0, fitting(rest, width - 1)) + ELLIPSIS : rest);
        return result;
    }

    /** How many characters of a text, at least one, fit into a width. */
    private static int fitting(String text, int width) {
        int used = 0;
        int end = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            used += of(point);
            if (used > width && end > 0) {
                break;
            }
            end += Character.charCount(point);
        }
        return end;
    }
}
