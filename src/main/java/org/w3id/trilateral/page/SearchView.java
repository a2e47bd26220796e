package org.w3id.trilateral.page;

import java.util.List;
import java.util.Objects;

/**
 * A search and what it found.
 *
 * @param text      what was looked for
 * @param hits      things that were found, the best first, {@value #MOST_HITS} at most
 * @param total     how many were found
 * @param isWhole   whether all names have been looked through; false as long as they are being gathered
 * @param questions packaged questions that were found
 */
public record SearchView(String text, List<Ref> hits, int total, boolean isWhole, List<Ref> questions) {
    /** The most that a page shows. */
    public static final int MOST_HITS = 200;

    public SearchView {
        Objects.requireNonNull(text, "text");
        hits = List.copyOf(hits);
        questions = List.copyOf(questions);
    }
}
