package org.w3id.trilateral.ingest;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.w3id.trilateral.graph.KnowledgeGraph;

/** First and last days that an account of the graph, ranked above the others, gives for an event: they correct a list. */
final class PreferredDays {
    private static final String QUERY = """
            SELECT ?event ?property ?day
            WHERE {
              VALUES ?property { tri:start tri:end }
              ?account tri:accountOf ?event ;
                       tri:onProperty ?property ;
                       tri:rank trid:rank-preferred ;
                       tri:value ?day .
              FILTER (datatype(?day) = <http://www.w3.org/2001/XMLSchema#date>)
            }
            """;

    private final Map<List<String>, LocalDate> days = new HashMap<>();

    PreferredDays(KnowledgeGraph graph) {
        Rows.select(graph, QUERY, Map.of(), row -> days.put(
                List.of(Rows.thing(row, "event").orElseThrow(), Rows.thing(row, "property").orElseThrow()),
                Rows.day(row, "day", LocalDate.MIN)));
    }

    /** The first day of an event, in Turtle; the given one where no account is preferred. */
    LocalDate first(String event, LocalDate given) {
        return day(event, "start", given);
    }

    /** The last day of an event, as {@link #first}. */
    LocalDate last(String event, LocalDate given) {
        return day(event, "end", given);
    }

    private LocalDate day(String event, String property, LocalDate given) {
        return days.getOrDefault(List.of(event, "<https://w3id.org/trilateral/ontology#" + property + ">"), given);
    }
}
