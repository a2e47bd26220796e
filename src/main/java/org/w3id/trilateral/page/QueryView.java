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
 * @param query    the query
 * @param fields   its form
 * @param result   what it answers; empty where a value of the form cannot be
 * @param problem  what is wrong with the request beside the values of the form, in English; mostly empty
 */
public record QueryView(PackagedQuery query, List<Field> fields, Optional<Result> result, String problem) {
    public QueryView {
        Objects.requireNonNull(query, "query");
        fields = List.copyOf(fields);
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(problem, "problem");
    }

    /**
     * The answer to the values of the form, and how to take it away.
     *
     * @param grid    the rows that are shown
     * @param paging  which of them these are
     * @param sources what the rows cite, by number; empty where the query has a column of its own for that
     * @param picture what draws the answer; empty for a table alone
     * @param files   the whole answer, elsewhere
     */
    public record Result(Grid grid, Paging paging, List<Ref> sources, Optional<Picture> picture, Files files) {
        public Result {
            Objects.requireNonNull(grid, "grid");
            Objects.requireNonNull(paging, "paging");
            sources = List.copyOf(sources);
            Objects.requireNonNull(picture, "picture");
            Objects.requireNonNull(files, "files");
        }
    }

    /**
     * An answer outside its page.
     *
     * @param given     the values as the end of an address, with its question mark; empty for none
     * @param permalink address of the page with these values, with scheme and host
     * @param downloads the whole answer in each format
     * @param snippets  how programs take the answer, by their language; none but for tables
     * @param sparql    the query as it was run
     * @param editor    address of the editor, filled with the query
     * @param endpoint  address of the SPARQL endpoint, with scheme and host
     */
    public record Files(String given, String permalink, List<Alternate> downloads, Map<String, String> snippets,
            String sparql,
                        String editor, String endpoint) {
        public Files {
            Objects.requireNonNull(given, "given");
            Objects.requireNonNull(permalink, "permalink");
            downloads = List.copyOf(downloads);
            Objects.requireNonNull(snippets, "snippets");
            Objects.requireNonNull(sparql, "sparql");
            Objects.requireNonNull(editor, "editor");
            Objects.requireNonNull(endpoint, "endpoint");
        }

        /** The address of another page of the answer. */
        public String page(int number) {
            return given.isEmpty() ? "?page=" + number : given + "&page=" + number;
        }
    }
}
