package org.w3id.trilateral.publish;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.jena.graph.Node;

import org.w3id.trilateral.graph.Columns;
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
                .flatMap(property -> days(Columns.of(data), property)).sorted(Comparator.naturalOrder())
                .toList());
        return days.isEmpty() ? Optional.empty() : Optional.of(new TimeSpan(days.get(0), days.get(days.size() - 1)));
    }

    private static Stream<String> days(Columns columns, Node property) {
        Set<Long> dates = new HashSet<>();
        columns.pairs(property, (subject, date) -> dates.add(date));
        return dates.stream().map(columns::term).filter(Node::isLiteral).map(Node::getLiteralLexicalForm)
                .filter(day -> day.matches("\\d{4}-\\d\\d-\\d\\d"));
    }
}
