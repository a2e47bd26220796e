package org.w3id.trilateral.page;

import java.util.Objects;

/**
 * Words in a language.
 *
 * @param words    the words
 * @param language BCP 47 tag; empty where it is that of the page or unknown
 */
public record Text(String words, String language) {
    public Text {
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(language, "language");
    }

    /** Whether these are but digits and signs, such as a day, which look best on one line. */
    public boolean isFigure() {
        return words.length() <= 20 && words.matches("[-+.,:/\\d]+");
    }

    /** Words in the language of the page. */
    static Text plain(String words) {
        return new Text(words, "");
    }
}
