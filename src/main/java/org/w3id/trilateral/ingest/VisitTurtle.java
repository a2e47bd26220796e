package org.w3id.trilateral.ingest;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.w3id.trilateral.ingest.Journey.Kind;
import org.w3id.trilateral.ingest.KnownPeople.Person;

/** Visits as Turtle, in our own words. */
final class VisitTurtle {
    /** Where a visit was by the notes of the list when the row says nothing else. */
    static final String WASHINGTON = "trid:washington-dc";
    private static final String TRAVELS = "trid:source-historyatstate-travels";
    private static final String VISITS = "trid:source-historyatstate-visits";
    private static final String NOTES = "trid:source-office-of-the-historian-notes-on-visits-2009";
    private static final String HEADER = """
            # Visits from the lists of the Office of the Historian: %s.
            # Blocks by first day; a block without a class adds to an event of another file. A visit that is a summit too has the
            # days of the visit; the talks were on one of them.
            # From the XML files of github.com/HistoryAtState/%s (CC0), converted with "trilateral ingest hsg-travels-visits".
            # The remarks of the rows are not taken over.

            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX tri:  <https://w3id.org/trilateral/ontology#>
            PREFIX trid: <https://w3id.org/trilateral/id/>
            PREFIX xsd:  <http://www.w3.org/2001/XMLSchema#>
            """;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_MONTH = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final PreferredDays days;
    private final Map<String, TurtleBlock> blocks = new LinkedHashMap<>();
    private final Set<Kind> kinds = new LinkedHashSet<>();

    VisitTurtle(PreferredDays days) {
        this.days = days;
    }

    /** Adds a visit, and with a counterpart a summit. */
    void add(TravelsVisits.Visit visit, Optional<Person> counterpart) {
        Journey row = visit.row();
        String undated = visit.visitor().iri() + "-" + visit.host().id() + "-visit-";
        LocalDate first = days.first(undated, row.first());
        String name = undated + first;
        LocalDate last = days.last(name, row.last());
        TurtleBlock block = new TurtleBlock(name)
                .add("a", counterpart.isPresent() ? new String[] {"tri:Visit", "tri:Summit"}
                : new String[] {"tri:Visit"})
                .add("rdfs:label", TurtleBlock.text(label(visit, counterpart) + ", " + span(first, last), "en"))
                .add("tri:start", TurtleBlock.date(first));
        if (last.isAfter(first)) {
            block.add("tri:end", TurtleBlock.date(last));
        }
        block.add("tri:visitor", visit.visitor().iri());
        counterpart.ifPresent(other -> block
                .add("tri:attendee", visit.visitor().iri(), other.iri())
                .add("tri:party", Side.UNITED_STATES.iri(), visit.side().iri()));
        block.add("tri:host", visit.host().iri())
                .add("tri:heldAt", visit.places().toArray(String[]::new));
        counterpart.ifPresent(other -> block.add("tri:level", "trid:level-leaders")
                .add("tri:format", "trid:format-bilateral"));
        attest(block, visit, counterpart.isPresent());
        blocks.put(name, block);
        kinds.add(row.kind());
    }

    private static void attest(TurtleBlock block, TravelsVisits.Visit visit, boolean summit) {
        Journey row = visit.row();
        block.attestation(List.of("tri:source " + source(row), "tri:locator " + TurtleBlock.quoted(locator(row))));
        if (row.kind() != Kind.LEADER_IN_THE_UNITED_STATES) {
            return;
        }
        Remarks remarks = new Remarks(row.remarks());
        if (remarks.implyWashington() && visit.places().equals(Set.of(WASHINGTON))) {
            block.attestation(List.of("tri:supports tri:heldAt", "tri:source " + NOTES,
                    "tri:locator \"Notes, first point\""));
        }
        if (summit && (remarks.giveRank() || remarks.tellOfTalks())) {
            block.attestation(List.of("tri:supports tri:attendee", "tri:source " + NOTES,
                    "tri:locator \"Notes, fifth point\""));
        }
    }

    /** Names the row as a source of an event of another file, for one of its properties. */
    void supplement(String event, Journey row, String property) {
        blocks.computeIfAbsent(event, TurtleBlock::new)
                .attestation(List.of("tri:supports " + property, "tri:source " + source(row),
                        "tri:locator " + TurtleBlock.quoted(locator(row)),
                        "tri:dateAsStated " + TurtleBlock.text(row.first() + " to " + row.last(), "en")));
        kinds.add(row.kind());
    }

    /** The whole file. */
    String text() {
        List<String> parts = new ArrayList<>();
        String contents = String.join(" and ", kinds.stream().map(kind -> switch (kind) {
            case PRESIDENT_ABROAD -> "presidents of the United States in Japan, Korea, China and Russia";
            case SECRETARY_ABROAD -> "American secretaries of state in Japan and South Korea";
            case LEADER_IN_THE_UNITED_STATES -> "leaders of Japan, Korea, China and Russia in the United States";
        }).toList());
        parts.add(HEADER.formatted(contents, kinds.contains(Kind.LEADER_IN_THE_UNITED_STATES) ? "visits" : "travels"));
        blocks.values().forEach(block -> parts.add(block.toString()));
        return String.join("\n", parts);
    }

    private static String source(Journey row) {
        return row.kind() == Kind.LEADER_IN_THE_UNITED_STATES ? VISITS : TRAVELS;
    }

    private static String locator(Journey row) {
        String what = row.kind() == Kind.LEADER_IN_THE_UNITED_STATES ? "visit" : "trip";
        return row.file() + ", " + what + (row.ids().size() > 1 ? "s " : " ") + String.join(" and ", row.ids());
    }

    private static String label(TravelsVisits.Visit visit, Optional<Person> counterpart) {
        return "Visit of " + visit.visitor().name() + " to " + visit.host().label()
                + counterpart.map(other -> " and talks with " + other.name()).orElse("");
    }

    /** A span of days: 7–8 May 2023, 30 May – 3 June 1990. */
    private static String span(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return first.format(FULL);
        }
        if (first.getYear() != last.getYear()) {
            return first.format(FULL) + " – " + last.format(FULL);
        }
        return first.getMonth() == last.getMonth() ? first.format(DAY) + "–" + last.format(FULL)
                : first.format(DAY_MONTH) + " – " + last.format(FULL);
    }
}
