package org.w3id.trilateral.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.XSD;
import org.junit.jupiter.api.DynamicTest;

import org.w3id.trilateral.data.LiveGraph;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.publish.Dump;
import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.query.Execution;
import org.w3id.trilateral.query.Limits;
import org.w3id.trilateral.result.ResultFormat;

/**
 * Every packaged query, with its defaults, gives the same rows from the graph in memory and from where else it is kept.
 *
 * <p>The same are rows as a multiset, for the order of those that ORDER BY holds equal is free. Terms are compared as they are,
 * but numbers by their value ({@code 37.5} is {@code 37.50}; an engine may write a number its own way), language tags without
 * case (RDF 1.1 Concepts, 3.3).
 */
final class SameAnswers {
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(120), 1_000_000);

    private SameAnswers() {
    }

    /** One test for each packaged query. */
    static Stream<DynamicTest> in(Supplier<KnowledgeGraph> other) {
        return LiveGraph.QUERIES.all().stream().map(query -> DynamicTest.dynamicTest(query.id(), () ->
                assertEquals(rows(new Execution(LiveGraph.GRAPH, LIMITS).run(query.query())),
                        rows(new Execution(other.get(), LIMITS).run(query.query())))));
    }

    /** The graph as N-Quads, with the graph of the union. */
    static byte[] upload() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Dump(LiveGraph.GRAPH, true).write(ResultFormat.NQUADS, Optional.empty(), out, count -> { });
        return out.toByteArray();
    }

    private static Map<String, Long> rows(Answer answer) {
        return switch (answer.form()) {
            case TABLE -> counted(((Answer.Table) answer).rows().stream().map(SameAnswers::row));
            case GRAPH -> counted(((Answer.Triples) answer).triples().stream().map(triple ->
                    term(triple.getSubject()) + ' ' + term(triple.getPredicate()) + ' ' + term(triple.getObject())));
            case BOOLEAN -> Map.of(String.valueOf(((Answer.Truth) answer).value()), 1L);
        };
    }

    private static Map<String, Long> counted(Stream<String> rows) {
        return rows.collect(Collectors.groupingBy(row -> row, TreeMap::new, Collectors.counting()));
    }

    private static String row(Binding row) {
        Map<String, String> cells = new TreeMap<>();
        row.forEach((variable, term) -> cells.put(variable.getVarName(), term(term)));
        return cells.toString();
    }

    private static String term(Node term) {
        if (term.isBlank()) {
            return "_:";
        }
        if (!term.isLiteral()) {
            return NodeFmtLib.strNT(term);
        }
        String type = term.getLiteralDatatypeURI();
        if (List.of(XSD.integer.getURI(), XSD.decimal.getURI()).contains(type)) {
            return new BigDecimal(term.getLiteralLexicalForm()).stripTrailingZeros().toPlainString()
                    + (type.equals(XSD.integer.getURI()) ? "" : " decimal");
        }
        return term.getLiteralLanguage().isEmpty() ? NodeFmtLib.strNT(term)
                : '"' + term.getLiteralLexicalForm() + "\"@" + term.getLiteralLanguage().toLowerCase(Locale.ROOT);
    }
}
