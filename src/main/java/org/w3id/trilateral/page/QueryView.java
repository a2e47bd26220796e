package org.w3id.trilateral.page;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.w3id.trilateral.page.Frame.Alternate;
import org.w3id.trilateral.query.PackagedQuery;

/**
 * A packaged query with its answer.
 *
 * @param query     the query
 * @param fields    its form
 * @param grid      the rows that are shown
 * @param total     how many rows the answer has
 * @param sparql    the query as it was run
 * @param permalink address of this page with these values, with scheme and host
 * @param editor    address of the editor, filled with the query
 * @param endpoint  address of the SPARQL endpoint, with scheme and host
 * @param downloads the whole answer in each format
 * @param snippets  how programs take the answer, by their language; none but for tables
 * @param picture   what draws the answer; empty for a table alone
 */
public record QueryView(PackagedQuery query, List<Field> fields, Grid grid, int total, String sparql, String permalink,
                        String editor, String endpoint, List<Alternate> downloads,
                        Map<String, String> snippets, Optional<Picture> picture) {
    public QueryView {
        Objects.requireNonNull(query, "query");
        fields = List.copyOf(fields);
        Objects.requireNonNull(grid, "grid");
        Objects.requireNonNull(sparql, "sparql");
        Objects.requireNonNull(permalink, "permalink");
        Objects.requireNonNull(editor, "editor");
        Objects.requireNonNull(endpoint, "endpoint");
        downloads = List.copyOf(downloads);
        Objects.requireNonNull(snippets, "snippets");
        Objects.requireNonNull(picture, "picture");
    }

    /** The values as the end of an address, with its question mark; empty for none. */
    public String given() {
        int start = permalink.indexOf('?');
        return start < 0 ? "" : permalink.substring(start);
    }
}
