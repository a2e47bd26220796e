package org.w3id.trilateral.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.w3id.trilateral.graph.KnowledgeGraph;

/** The places that the graph has, found by their English names. */
final class KnownPlaces {
    private static final String QUERY = """
            SELECT ?place ?name
            WHERE {
              GRAPH ?file { ?place a tri:Place }
              FILTER (!strstarts(str(?file), ?own))
              ?place rdfs:label|skos:altLabel ?name .
              FILTER (lang(?name) = "en")
            }
            ORDER BY ?place ?name
            """;

    private final List<Place> places;

    private KnownPlaces(List<Place> places) {
        this.places = places;
    }

    /** All places but those in named graphs that begin so. */
    static KnownPlaces of(KnowledgeGraph graph, String own) {
        return new KnownPlaces(Rows.select(graph, QUERY, Map.of("own", own),
                row -> new Place(Rows.thing(row, "place").orElseThrow(), NameWords.folded(Rows.text(row, "name")))));
    }

    /** The place that is called so. */
    Optional<String> named(String name) {
        String folded = NameWords.folded(name);
        return places.stream().filter(place -> place.name().equals(folded)).map(Place::iri).findFirst();
    }

    /**
     * The places whose names stand in a text, in its order. One that directly follows another only says where that is:
     * Hyde Park, New York.
     */
    Set<String> within(String text) {
        String folded = NameWords.folded(text);
        List<Place> found = new ArrayList<>(places.stream().filter(place -> folded.contains(place.name())).toList());
        found.sort(Comparator.comparing(place -> folded.indexOf(place.name())));
        Set<String> names = new LinkedHashSet<>();
        int end = -1;
        for (Place place : found) {
            int begin = folded.indexOf(place.name());
            if (begin + 1 != end) {
                names.add(place.iri());
            }
            end = begin + place.name().length();
        }
        return names;
    }

    private record Place(String iri, String name) {
    }
}
