package org.w3id.trilateral.page;

import java.util.Objects;
import java.util.Optional;

/**
 * A section of the page of a thing: the answer to a packaged query about it.
 *
 * @param id      id of the query, and the anchor in the page
 * @param heading what the section is called
 * @param ask     address of the question with this thing, its query and its downloads
 * @param grid    the rows that are shown
 * @param total   how many rows the answer has
 * @param line    the rows on a line of time, where they have days
 */
public record SectionView(String id, Text heading, String ask, Grid grid, int total, Optional<TimeLine> line) {
    public SectionView {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(heading, "heading");
        Objects.requireNonNull(ask, "ask");
        Objects.requireNonNull(grid, "grid");
        Objects.requireNonNull(line, "line");
    }
}
