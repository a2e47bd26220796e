package org.w3id.trilateral.ingest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.jena.sparql.engine.binding.Binding;

import org.w3id.trilateral.graph.KnowledgeGraph;

/** The people that the graph has, found by the office they held on a day or by their names. */
final class KnownPeople {
    /** Who leads a state. */
    static final String LEADER = "trid:office-kind-leader";
    /** Who conducts a state's foreign affairs. */
    static final String FOREIGN_MINISTER = "trid:office-kind-foreign-minister";

    private static final String TENURES = """
            SELECT ?person ?name ?state ?kind ?start ?end
            WHERE {
              ?tenure tri:holder ?person ;
                      tri:office ?office ;
                      tri:start ?start .
              OPTIONAL { ?tenure tri:end ?end }
              ?office tri:officeKind ?kind ;
                      tri:officeOf ?state .
              ?person rdfs:label ?name .
              FILTER (lang(?name) = "en")
            }
            ORDER BY ?start ?person ?kind
            """;
    private static final String PEOPLE = """
            SELECT ?person ?name ?state
            WHERE {
              ?person a tri:Person ;
                      tri:nationality ?state ;
                      rdfs:label ?name .
              FILTER (lang(?name) = "en")
            }
            ORDER BY ?person
            """;

    private final List<Tenure> tenures;
    private final List<Person> people;

    private KnownPeople(List<Tenure> tenures, List<Person> people) {
        this.tenures = tenures;
        this.people = people;
    }

    static KnownPeople of(KnowledgeGraph graph) {
        return new KnownPeople(
                Rows.select(graph, TENURES, Map.of(), row -> new Tenure(
                        person(row), Rows.thing(row, "kind").orElseThrow(),
                        Rows.day(row, "start", LocalDate.MIN), Rows.day(row, "end", LocalDate.MAX))),
                Rows.select(graph, PEOPLE, Map.of(), KnownPeople::person));
    }

    private static Person person(Binding row) {
        return new Person(Rows.thing(row, "person").orElseThrow(), Rows.text(row, "name"),
                Rows.thing(row, "state").orElseThrow());
    }

    /** Those who held such an office of the state on one of the days at least, earlier tenures first. */
    List<Person> holders(String kind, String state, LocalDate first, LocalDate last) {
        return tenures.stream()
                .filter(tenure -> tenure.kind().equals(kind) && tenure.person().state().equals(state))
                .filter(tenure -> !tenure.start().isAfter(last) && !tenure.end().isBefore(first))
                .map(Tenure::person).distinct().toList();
    }

    /** The only person of that nationality all of whose names stand in a text. */
    Optional<Person> named(String text, String state) {
        Set<String> words = NameWords.of(text);
        List<Person> found = people.stream()
                .filter(person -> person.state().equals(state) && words.containsAll(NameWords.of(person.name())))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /**
     * A person.
     *
     * @param iri   in Turtle
     * @param name  in English
     * @param state whose office or nationality it is, in Turtle
     */
    record Person(String iri, String name, String state) {
        /**
         * Whether a name that somebody wrote has a word in common with this person's; enough for one who held office
         * then.
         */
        boolean mayBeCalled(String written) {
            return NameWords.of(written).stream().anyMatch(NameWords.of(name)::contains);
        }
    }

    private record Tenure(Person person, String kind, LocalDate start, LocalDate end) {
    }
}
