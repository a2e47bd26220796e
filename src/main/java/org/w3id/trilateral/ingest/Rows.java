package org.w3id.trilateral.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;

import org.w3id.trilateral.graph.KnowledgeGraph;

/** The solutions of a SELECT over the graph that facts are to join, and the terms in them. */
final class Rows {
    private static final String PREFIXES = """
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX tri:  <https://w3id.org/trilateral/ontology#>
            PREFIX trid: <https://w3id.org/trilateral/id/>
            PREFIX xsd:  <http://www.w3.org/2001/XMLSchema#>

            """;
    private static final String THINGS = "https://w3id.org/trilateral/id/";

    private Rows() {
    }

    /** Each solution, turned into a value, in the order of the query. */
    static <T> List<T> select(KnowledgeGraph graph, String query,
            Map<String, String> texts, Function<Binding, T> value) {
        return graph.read(data -> {
            try (QueryExec execution = withTexts(QueryExec.dataset(data).query(PREFIXES + query), texts).build()) {
                List<T> values = new ArrayList<>();
                execution.select().forEachRemaining(row -> values.add(value.apply(row)));
                return values;
            }
        });
    }

    private static QueryExecBuilder withTexts(QueryExecBuilder builder, Map<String, String> texts) {
        texts.forEach((variable, text) -> builder.substitution(variable, NodeFactory.createLiteralString(text)));
        return builder;
    }

    /** The name in {@code trid:} of the thing in a column, as Turtle; nothing where the column is empty. */
    static Optional<String> thing(Binding row, String column) {
        return Optional.ofNullable(row.get(column)).filter(Node::isURI).map(node -> named(node.getURI()));
    }

    /** Several things that the query has joined with blanks into one text. */
    static Set<String> things(Binding row, String column) {
        Set<String> names = new TreeSet<>();
        Arrays.stream(text(row, column).split(" ")).filter(iri -> !iri.isEmpty()).map(Rows::named).forEach(names::add);
        return names;
    }

    private static String named(String iri) {
        return iri.startsWith(THINGS) ? "trid:" + iri.substring(THINGS.length()) : "<" + iri + ">";
    }

    /** The text in a column; empty where the column is. */
    static String text(Binding row, String column) {
        Node node = row.get(column);
        return node == null ? "" : node.getLiteralLexicalForm();
    }

    /** The day in a column, or another where the column is empty. */
    static LocalDate day(Binding row, String column, LocalDate otherwise) {
        String text = text(row, column);
        return text.isEmpty() ? otherwise : LocalDate.parse(text);
    }
}
