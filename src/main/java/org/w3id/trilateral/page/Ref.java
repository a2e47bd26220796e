package org.w3id.trilateral.page;

import java.util.Objects;

/**
 * A term as a reader sees it: its words, and where they lead.
 *
 * @param text the words
 * @param href where a click leads; empty for nowhere
 * @param note a short addition, such as a date; may be empty
 */
public record Ref(Text text, String href, String note) {
    public Ref {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(href, "href");
        Objects.requireNonNull(note, "note");
    }

    /** Words that lead nowhere. */
    static Ref plain(String words) {
        return new Ref(Text.plain(words), "", "");
    }

    Ref withNote(String words) {
        return new Ref(text, href, words);
    }
}
