package org.w3id.trilateral.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.jena.graph.Node;

import org.w3id.trilateral.query.Answer.Form;
import org.w3id.trilateral.query.PackagedQuery;
import org.w3id.trilateral.result.ResultFormat;

/**
 * A form that sends a query to the SPARQL endpoint.
 *
 * @param sparql   what it is filled with
 * @param prefixes prefixes that need no declaration, as SPARQL text
 * @param base     namespace of the things
 * @param examples packaged queries to begin with, by theme
 */
public record EditorView(String sparql, String prefixes, String base, Map<String, List<PackagedQuery>> examples) {
    /** What an empty editor begins with. */
    static final String EXAMPLE = """
            # The summits of the last years, the newest first. Lines that begin with # are remarks.
            SELECT ?summit ?place ?start
            WHERE {
              ?summit a tri:Summit ;
                tri:start ?start .
              OPTIONAL { ?summit tri:heldAt ?place }
            }
            ORDER BY DESC(?start) ?summit
            LIMIT 50
            """;

    public EditorView {
        Objects.requireNonNull(sparql, "sparql");
        Objects.requireNonNull(prefixes, "prefixes");
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(examples, "examples");
    }

    /** The address of the editor, filled with what asks for all that name a term by a property. */
    static String address(Node property, Node object) {
        String sparql = "SELECT ?thing\nWHERE { ?thing <" + property.getURI() + "> <" + object.getURI() + "> }\n";
        return "/editor?query=" + URLEncoder.encode(sparql, UTF_8).replace("+", "%20");
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
