package org.w3id.trilateral.graph;

import java.util.List;

/**
 * Korean as many write it in Latin letters: each syllable by the
 * <a href="https://www.korean.go.kr/front_eng/roman/roman_01.do">Revised Romanization</a>, without the changes between
 * syllables, so that 위안부 gives "wianbu".
 */
public final class Romanised {
    private static final List<String> FIRST =
            List.of("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch",
            "k", "t", "p", "h");
    private static final List<String> MIDDLE =
            List.of("a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo",
            "u", "wo", "we", "wi", "yu", "eu", "ui", "i");
    private static final List<String> LAST =
            List.of("", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m",
            "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t");
    private static final int FIRST_SYLLABLE = 0xAC00;
    private static final int LAST_SYLLABLE = 0xD7A3;

    private Romanised() {
    }

    /** The text with its Korean syllables romanised; the same text where it has none. */
    public static String of(String text) {
        StringBuilder latin = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c < FIRST_SYLLABLE || c > LAST_SYLLABLE) {
                latin.appendCodePoint(c);
            } else {
                int syllable = c - FIRST_SYLLABLE;
                latin.append(FIRST.get(syllable / (MIDDLE.size() * LAST.size())))
                        .append(MIDDLE.get(syllable / LAST.size() % MIDDLE.size()))
                        .append(LAST.get(syllable % LAST.size()));
            }
        });
        return latin.toString();
    }
}
