package org.w3id.trilateral.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.XSD;
import org.junit.jupiter.api.DynamicTest;

import org.w3id.trilateral.data.LiveGraph;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.graph.Terms;
import org.w3id.trilateral.publish.Dump;
import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.query.Execution;
import org.w3id.trilateral.query.Limits;
import org.w3id.trilateral.query.Parameter;
import org.w3id.trilateral.result.ResultFormat;

/**
 * Every packaged query, with its defaults, gives the same rows from the graph in memory and from where else it is kept.
 *
 * <p>The same are rows as a multiset, for the order of those that ORDER BY holds equal is free. Terms are compared as
 * they are, but numbers and truth by their value ({@code 37.5} is {@code 37.50}, and {@code 1} is {@code true}),
 * language tags without case (RDF 1.1 Concepts, 3.3), what GROUP_CONCAT joined without its order, which is free (SPARQL
 * 1.1, 18.5.1.7).
 */
final class SameAnswers {
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(120), 1_000_000);

    private static final int MOST_TRIED = 20;

    private SameAnswers() {
    }

    /** One test for each packaged query. */
    static Stream<DynamicTest> in(Supplier<KnowledgeGraph> other) {
        return LiveGraph.QUERIES.all().stream().map(query -> DynamicTest.dynamicTest(query.id(), () ->
                same(query.query(), other.get())));
    }

    /** One test for each parameter whose values are listed: with the first of them that has an answer. */
    static Stream<DynamicTest> withValues(Supplier<KnowledgeGraph> other) {
        return LiveGraph.QUERIES.all().stream().flatMap(query -> query.parameters().stream()
                .filter(parameter -> parameter.choices().isPresent())
                .map(parameter -> DynamicTest.dynamicTest(query.id() + " " + parameter.name(), () -> {
                    Query bound = choices(parameter).map(iri ->
                            query.with(Map.of(parameter.name(), iri), LiveGraph.GRAPH))
                            .filter(with -> !rows(with, LiveGraph.GRAPH).isEmpty())
                            .findFirst().orElse(query.query());

                    same(bound, other.get());
                })));
    }

    private static Stream<String> choices(Parameter parameter) {
        Node choices = NodeFactory.createURI(parameter.choices().orElseThrow());
        return LiveGraph.GRAPH.read(data -> Stream.of(RDF.type.asNode(), SKOS.inScheme.asNode())
                .flatMap(property -> data.getDefaultGraph().find(Node.ANY, property, choices).toList().stream())
                .map(Triple::getSubject).filter(Node::isURI).map(Node::getURI)
                .filter(iri -> iri.startsWith(LiveGraph.GRAPH.info().base()) || iri.startsWith(Terms.TRI)).sorted()
                        .limit(MOST_TRIED).toList()).stream();
    }

    /** The triples of a default graph, without regard to the names of blank nodes. */
    static Map<String, Long> triples(KnowledgeGraph graph) {
        return graph.read(data -> counted(data.getDefaultGraph().find().toList().stream().map(SameAnswers::line)));
    }

    private static String line(Triple triple) {
        return term(triple.getSubject()) + ' ' + term(triple.getPredicate()) + ' ' + term(triple.getObject());
    }

    /** The graph as N-Quads, with the graph of the union. */
    static byte[] upload() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Dump(LiveGraph.GRAPH, true).write(ResultFormat.NQUADS, Optional.empty(), out, count -> { });
        return out.toByteArray();
    }

    private static void same(Query query, KnowledgeGraph other) {
        assertEquals(rows(query, LiveGraph.GRAPH), rows(query, other), query::toString);
    }

    private static Map<String, Long> rows(Query query, KnowledgeGraph graph) {
        Answer answer = new Execution(graph, LIMITS).run(query);
        return switch (answer.form()) {
            case TABLE -> counted(((Answer.Table) answer).rows().stream().map(row -> row(row, concatenated(query))));
            case GRAPH -> counted(((Answer.Triples) answer).triples().stream().map(SameAnswers::line));
            case BOOLEAN -> Map.of(String.valueOf(((Answer.Truth) answer).value()), 1L);
        };
    }

    private static Set<Var> concatenated(Query query) {
        return query.getProject().getExprs().entrySet().stream()
                .filter(column -> column.getValue() instanceof ExprAggregator aggregator
                        && aggregator.getAggregator().getName().equals("GROUP_CONCAT"))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static Map<String, Long> counted(Stream<String> rows) {
        return rows.collect(Collectors.groupingBy(row -> row, TreeMap::new, Collectors.counting()));
    }

    private static String row(Binding row, Set<Var> concatenated) {
        Map<String, String> cells = new TreeMap<>();
        row.forEach((variable, term) -> cells.put(variable.getVarName(), concatenated.contains(variable)
                ? Stream.of(term.getLiteralLexicalForm().split("; ")).sorted().toList().toString() : term(term)));
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
        if (type.equals(XSD.xboolean.getURI())) {
            return List.of("true", "1").contains(term.getLiteralLexicalForm()) ? "yes" : "no";
        }
        if (List.of(XSD.integer.getURI(), XSD.decimal.getURI()).contains(type)) {
            return new BigDecimal(term.getLiteralLexicalForm()).stripTrailingZeros().toPlainString()
                    + (type.equals(XSD.integer.getURI()) ? "" : " decimal");
        }
        return term.getLiteralLanguage().isEmpty() ? NodeFmtLib.strNT(term)
                : '"' + term.getLiteralLexicalForm() + "\"@" + term.getLiteralLanguage().toLowerCase(Locale.ROOT);
    }
}
