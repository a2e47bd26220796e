package org.w3id.trilateral.publish;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.graph.Terms;

/**
 * The time that a graph tells of.
 *
 * @param start first day of anything, {@code YYYY-MM-DD}
 * @param end   last day of anything
 */
record TimeSpan(String start, String end) {
    /** Empty where nothing has a day. */
    static Optional<TimeSpan> of(KnowledgeGraph graph) {
        List<String> days = graph.read(data -> Stream.of(Terms.START, Terms.END)
                .flatMap(property -> days(data.getDefaultGraph(), property)).sorted(Comparator.naturalOrder())
                .toList());
        return days.isEmpty() ? Optional.empty() : Optional.of(new TimeSpan(days.get(0), days.get(days.size() - 1)));
    }

    private static Stream<String> days(Graph union, Node property) {
        return union.find(Node.ANY, property, Node.ANY).mapWith(t -> t.getObject()).toList().stream()
                .filter(Node::isLiteral).map(Node::getLiteralLexicalForm)
                .filter(day -> day.matches("\\d{4}-\\d\\d-\\d\\d"));
    }
}
