package org.w3id.trilateral.page;

import java.util.Objects;

/**
 * A thing that a reader may be looking for.
 *
 * @param thing the thing; a note gives the name by which it was found, where that is another
 * @param kind  what it is, in a word; may be empty
 * @param name  what finds it again as the value of a parameter; may be empty
 */
public record Suggestion(Ref thing, String kind, String name) {
    public Suggestion {
        Objects.requireNonNull(thing, "thing");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
    }

    /** The same, found again by other words. */
    Suggestion called(String words) {
        return new Suggestion(thing, kind, words);
    }
}
