package org.w3id.trilateral.ingest;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.w3id.trilateral.graph.KnowledgeGraph;

/** The launches of ballistic missiles and satellites that the graph has already. */
final class KnownLaunches {
    private static final String QUERY = """
            SELECT ?event ?start (group_concat(DISTINCT str(?where)) AS ?places)
                   (group_concat(DISTINCT ?type ; separator = "|") AS ?types)
                   (group_concat(DISTINCT str(?property)) AS ?stated) (count(DISTINCT ?attestation) AS ?attested)
            WHERE {
              GRAPH ?file { ?event tri:start ?start ; tri:actor trid:north-korea ; a ?class }
              FILTER (!strstarts(str(?file), ?own))
              FILTER (?class IN (tri:MissileLaunch, tri:BallisticMissileLaunch, tri:SatelliteLaunch))
              OPTIONAL { GRAPH ?file { ?event tri:heldAt ?where } }
              OPTIONAL { GRAPH ?file { ?event tri:missileType ?type } }
              OPTIONAL {
                VALUES ?property { tri:heldAt tri:missileType tri:missileCount tri:testOutcome }
                GRAPH ?file { ?event ?property ?value }
              }
              OPTIONAL {
                GRAPH ?file { ?event tri:attestation ?attestation . ?attestation tri:source trid:source-cns-missile-tests }
              }
            }
            GROUP BY ?event ?start
            ORDER BY ?start ?event
            """;
    private static final String TERMS = "https://w3id.org/trilateral/ontology#";

    private final List<Launch> launches;

    private KnownLaunches(List<Launch> launches) {
        this.launches = launches;
    }

    /** All but those in named graphs that begin so. */
    static KnownLaunches of(KnowledgeGraph graph, String own) {
        return new KnownLaunches(Rows.select(graph, QUERY, Map.of("own", own), row -> new Launch(
                Rows.thing(row, "event").orElseThrow(), Rows.day(row, "start", LocalDate.MIN),
                Rows.things(row, "places"),
                Set.copyOf(Arrays.asList(Rows.text(row, "types").split("\\|"))),
                Set.copyOf(Arrays.asList(Rows.text(row, "stated").replace(TERMS, "tri:").split(" "))),
                !Rows.text(row, "attested").equals("0"))));
    }

    /** In the order of their days. */
    List<Launch> all() {
        return launches;
    }

    /**
     * A launch.
     *
     * @param event    in Turtle, as are the places
     * @param types    names of missiles; empty text where none is stated
     * @param stated   those of the properties a data set of tests could add that are stated, in Turtle
     * @param attested whether the data set of tests is among its sources
     */
    record Launch(String event, LocalDate day, Set<String> places, Set<String> types, Set<String> stated,
            boolean attested) {
    }
}
