package org.w3id.trilateral.ingest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.w3id.trilateral.graph.KnowledgeGraph;

/**
 * Days of events that an account of the graph gives in place of another: the account is preferred, the other is not.
 */
final class PreferredDays {
    private static final String QUERY = """
            SELECT ?event ?property ?given ?day
            WHERE {
              VALUES ?property { tri:start tri:end }
              ?account tri:accountOf ?event ;
                       tri:onProperty ?property ;
                       tri:rank trid:rank-preferred ;
                       tri:value ?day .
              ?other tri:accountOf ?event ;
                     tri:onProperty ?property ;
                     tri:value ?given .
              FILTER (?other != ?account && datatype(?day) = xsd:date && datatype(?given) = xsd:date)
            }
            ORDER BY ?event ?property ?given
            """;

    private final List<Correction> corrections;

    PreferredDays(KnowledgeGraph graph) {
        corrections = Rows.select(graph, QUERY, Map.of(), row -> new Correction(Rows.thing(row, "event").orElseThrow(),
                Rows.thing(row, "property").orElseThrow().endsWith("#start>"), Rows.day(row, "given", LocalDate.MIN),
                Rows.day(row, "day", LocalDate.MIN)));
    }

    /** The first day of the event whose name in Turtle begins so; the given one where no account corrects it. */
    LocalDate first(String name, LocalDate given) {
        return day(name, true, given);
    }

    /** The last day, as {@link #first}. */
    LocalDate last(String name, LocalDate given) {
        return day(name, false, given);
    }

    private LocalDate day(String name, boolean start, LocalDate given) {
        return corrections.stream()
                .filter(found -> found.event().startsWith(name) && found.start() == start
                && found.given().equals(given))
                .map(Correction::day).findFirst().orElse(given);
    }

    private record Correction(String event, boolean start, LocalDate given, LocalDate day) {
    }
}
