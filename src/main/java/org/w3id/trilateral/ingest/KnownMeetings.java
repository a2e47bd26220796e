package org.w3id.trilateral.ingest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.w3id.trilateral.graph.KnowledgeGraph;

/** The visits and the meetings of two leaders that the graph has already. */
final class KnownMeetings {
    private static final String QUERY = """
            SELECT ?event ?class ?start (max(?last) AS ?end) (group_concat(DISTINCT str(?who)) AS ?people)
                   (group_concat(DISTINCT str(?where)) AS ?places)
            WHERE {
              VALUES (?class ?part) { (tri:Visit tri:visitor) (tri:Summit tri:attendee) }
              GRAPH ?file { ?event a ?class ; tri:start ?start }
              FILTER (!strstarts(str(?file), ?own))
              ?event ?part ?who .
              OPTIONAL { ?event tri:end ?ends }
              BIND (coalesce(?ends, ?start) AS ?last)
              OPTIONAL { ?event tri:heldAt ?where }
            }
            GROUP BY ?event ?class ?start
            ORDER BY ?event ?class
            """;

    private final List<Meeting> meetings;

    private KnownMeetings(List<Meeting> meetings) {
        this.meetings = meetings;
    }

    /** All but those in named graphs that begin so. */
    static KnownMeetings of(KnowledgeGraph graph, String own) {
        return new KnownMeetings(Rows.select(graph, QUERY, Map.of("own", own), row -> new Meeting(
                Rows.thing(row, "event").orElseThrow(), Rows.thing(row, "class").orElseThrow().endsWith("#Visit>"),
                Rows.day(row, "start", LocalDate.MIN), Rows.day(row, "end", LocalDate.MAX),
                Rows.things(row, "people"), Rows.things(row, "places"))));
    }

    /** The visit of a person to one of the places on some of the days. */
    Optional<String> visit(String visitor, Set<String> places, LocalDate first, LocalDate last) {
        return meetings.stream()
                .filter(meeting -> meeting.visit() && meeting.people().contains(visitor))
                .filter(meeting -> meeting.places().stream().anyMatch(places::contains))
                .filter(meeting -> !meeting.start().isAfter(last) && !meeting.end().isBefore(first))
                .map(Meeting::event).findFirst();
    }

    /** The meeting of these two, and of nobody else, that began on one of the days. */
    Optional<String> summit(String one, String other, LocalDate first, LocalDate last) {
        return meetings.stream()
                .filter(meeting -> !meeting.visit() && meeting.people().equals(Set.of(one, other)))
                .filter(meeting -> !meeting.start().isBefore(first) && !meeting.start().isAfter(last))
                .map(Meeting::event).findFirst();
    }

    private record Meeting(String event, boolean visit, LocalDate start, LocalDate end,
            Set<String> people, Set<String> places) {
    }
}
