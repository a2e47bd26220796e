package org.w3id.trilateral.page;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Spellings that a search holds to be the same: whatever the case and width of letters
 * (<a href="https://www.unicode.org/reports/tr15/">Unicode NFKC</a>), with and without marks above Latin letters, such
 * as the macrons of romanised Japanese and the breves of romanised Korean, and whichever hyphen, dash or apostrophe is
 * written.
 */
final class Spelling {
    private static final Pattern MARKS = Pattern.compile("(?<=\\p{IsLatin})\\p{Mn}+");
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}_·・]+");
    private static final Pattern QUOTES = Pattern.compile("['’‘ʼ\"“”]");

    private Spelling() {
    }

    /** The form that equal spellings share; words in it are parted by single spaces. */
    static String folded(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String bare = Normalizer.normalize(MARKS.matcher(apart).replaceAll(""), Normalizer.Form.NFKC);
        return QUOTES.matcher(DASHES.matcher(bare).replaceAll(" ")).replaceAll("").toLowerCase(Locale.ROOT).strip()
                .replaceAll("\\s+", " ");
    }
}
