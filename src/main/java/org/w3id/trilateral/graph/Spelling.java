package org.w3id.trilateral.graph;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Spellings that a search holds to be the same: whatever the case and width of letters
 * (<a href="https://www.unicode.org/reports/tr15/">Unicode NFKC</a>), with and without marks above Latin letters, such
 * as the macrons of romanised Japanese and the breves of romanised Korean, and whichever hyphen, dash or apostrophe is
 * written.
 */
public final class Spelling {
    private static final Pattern MARKS = Pattern.compile("(?<=\\p{IsLatin})\\p{Mn}+");
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}_·・]+");
    private static final Pattern QUOTES = Pattern.compile("['’‘ʼ\"“”]");

    private Spelling() {
    }

    /** The form that equal spellings share; words in it are parted by single spaces. */
    public static String folded(String text) {
        return plain(text).orElseGet(() -> foldedAny(text));
    }

    private static String foldedAny(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String bare = Normalizer.normalize(MARKS.matcher(apart).replaceAll(""), Normalizer.Form.NFKC);
        return QUOTES.matcher(DASHES.matcher(bare).replaceAll(" ")).replaceAll("").toLowerCase(Locale.ROOT).strip()
                .replaceAll("\\s+", " ");
    }

    /** The form of a text of printable ASCII alone, as most are; else none. */
    private static Optional<String> plain(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return Optional.empty();
            }
            boolean isSpace = c == ' ' || c == '-' || c == '_';
            if (isSpace && !folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            } else if (!isSpace && c != '\'' && c != '"') {
                folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
            }
        }
        int end = folded.length();
        return Optional.of(end > 0 && folded.charAt(end - 1) == ' ' ? folded.substring(0, end - 1)
                : folded.toString());
    }
}
