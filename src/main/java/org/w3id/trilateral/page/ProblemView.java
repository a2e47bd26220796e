package org.w3id.trilateral.page;

import java.util.List;
import java.util.Objects;

/**
 * A failure as a reader sees it.
 *
 * @param status  HTTP status
 * @param title   the kind in a few words
 * @param detail  what went wrong this time
 * @param allowed what would have been accepted; may be empty
 */
public record ProblemView(int status, String title, String detail, List<String> allowed) {
    public ProblemView {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(detail, "detail");
        allowed = List.copyOf(allowed);
    }
}
