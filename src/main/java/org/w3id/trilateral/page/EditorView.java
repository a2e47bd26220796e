package org.w3id.trilateral.page;

import java.util.List;
import java.util.Objects;

import org.w3id.trilateral.query.Answer.Form;
import org.w3id.trilateral.query.PackagedQuery;
import org.w3id.trilateral.result.ResultFormat;

/**
 * A form that sends a query to the SPARQL endpoint.
 *
 * @param sparql   what it is filled with
 * @param prefixes prefixes that need no declaration, as SPARQL text
 * @param base     namespace of the things
 * @param examples packaged queries to begin with
 */
public record EditorView(String sparql, String prefixes, String base, List<PackagedQuery> examples) {
    /** What an empty editor begins with. */
    static final String EXAMPLE = """
            SELECT ?class (COUNT(?thing) AS ?things)
            WHERE { ?thing a ?class }
            GROUP BY ?class
            ORDER BY DESC(?things) ?class
            """;

    public EditorView {
        Objects.requireNonNull(sparql, "sparql");
        Objects.requireNonNull(prefixes, "prefixes");
        Objects.requireNonNull(base, "base");
        examples = List.copyOf(examples);
    }

    /** Formats of the answers to SELECT. */
    public List<ResultFormat> tables() {
        return ResultFormat.of(Form.TABLE);
    }

    /** Formats of the answers to CONSTRUCT and DESCRIBE. */
    public List<ResultFormat> graphs() {
        return ResultFormat.of(Form.GRAPH);
    }
}
