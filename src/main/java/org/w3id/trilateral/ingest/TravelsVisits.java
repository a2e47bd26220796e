package org.w3id.trilateral.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.ingest.Journey.Kind;
import org.w3id.trilateral.ingest.KnownPeople.Person;

/**
 * Journeys between the United States and its partners and neighbours in Northeast Asia since 1990: one visit a row.
 *
 * <p>A visit is also a summit where the row shows that two leaders talked: it names the other with the title, speaks of
 * talks without a name, or gives a leader's visit to the United States a rank to which a meeting with the president
 * belongs. Leaders are those who held the office then, by the tenures of the graph; days are those of the whole
 * journey. Where the graph has the meeting already, the journey stays a visit and the row becomes one more source of
 * the meeting.
 */
final class TravelsVisits {
    private static final LocalDate SINCE = LocalDate.of(1990, 1, 1);
    private static final String OWN = KnowledgeGraph.GRAPHS + "data/visits/";

    private final List<Journey> journeys;
    private final KnownPeople people;
    private final KnownPlaces places;
    private final KnownMeetings meetings;
    private final VisitTurtle turtle;
    private final List<String> notes = new ArrayList<>();

    TravelsVisits(List<Journey> journeys, KnowledgeGraph graph) {
        this.journeys = journeys;
        this.people = KnownPeople.of(graph);
        this.places = KnownPlaces.of(graph, OWN);
        this.meetings = KnownMeetings.of(graph, OWN);
        this.turtle = new VisitTurtle(new PreferredDays(graph));
    }

    /** The whole file, by day. */
    Conversion convert() {
        journeys.stream().filter(row -> !row.first().isBefore(SINCE)).forEach(row -> {
            Optional<Side> side = Side.of(row.country());
            if (side.filter(state -> ofInterest(row.kind(), state)).isPresent()) {
                convert(row, side.get());
            } else if (row.kind() != Kind.SECRETARY_ABROAD && row.country().name().equals("U.S.S.R.")) {
                notes.add(row.label() + ": the graph has no Soviet Union");
            }
        });
        return new Conversion(turtle.text(), notes);
    }

    /** Secretaries of state travel much: only their visits to the two allies are taken over. */
    private static boolean ofInterest(Kind kind, Side side) {
        return kind != Kind.SECRETARY_ABROAD || side == Side.JAPAN || side == Side.SOUTH_KOREA;
    }

    private void convert(Journey row, Side side) {
        Remarks remarks = new Remarks(row.remarks());
        Optional<Person> traveller = traveller(row, side);
        Optional<Person> counterpart = traveller.flatMap(person -> counterpart(row, side, person, remarks));
        if (row.kind() != Kind.SECRETARY_ABROAD && remarks.tellOfThreeSides()) {
            notes.add(row.label() + ": leaders of three states met; not taken over");
        } else if (row.kind() == Kind.LEADER_IN_THE_UNITED_STATES && remarks.tellOfConference()
                && counterpart.isEmpty()) {
            notes.add(row.label() + ": a conference, without talks that the row shows");
        } else if (journeys.stream().anyMatch(row::contradicts)) {
            notes.add(row.label() + ": another row has the traveller in another country on the same days");
        } else if (traveller.isEmpty()) {
            notes.add(row.label() + ": the graph has nobody of that name");
        } else {
            add(new Visit(row, traveller.get(), side, places(row, remarks)), counterpart);
        }
    }

    private void add(Visit visit, Optional<Person> counterpart) {
        Journey row = visit.row();
        Optional<String> summit = counterpart
                .flatMap(other -> meetings.summit(visit.visitor().iri(), other.iri(), row.first(), row.last()));
        summit.ifPresent(event -> turtle.supplement(event, row, "tri:attendee"));
        Optional<String> same = meetings.visit(visit.visitor().iri(), visit.places(), row.first(), row.last());
        if (same.isPresent()) {
            turtle.supplement(same.get(), row, "tri:visitor");
        } else {
            turtle.add(visit, summit.isPresent() ? Optional.empty() : counterpart);
        }
    }

    private Optional<Person> traveller(Journey row, Side side) {
        Side home = row.kind() == Kind.LEADER_IN_THE_UNITED_STATES ? side : Side.UNITED_STATES;
        String office = row.kind() == Kind.SECRETARY_ABROAD ? KnownPeople.FOREIGN_MINISTER : KnownPeople.LEADER;
        return people.holders(office, home.iri(), row.first(), row.last()).stream()
                .filter(person -> person.mayBeCalled(row.traveller())).findFirst()
                .or(() -> people.named(row.traveller(), home.iri()));
    }

    /** The leader of the other side whom the traveller, a leader too, is shown to have met. */
    private Optional<Person> counterpart(Journey row, Side side, Person traveller, Remarks remarks) {
        boolean abroad = row.kind() == Kind.PRESIDENT_ABROAD;
        List<Person> ours = people.holders(KnownPeople.LEADER, Side.UNITED_STATES.iri(), row.first(), row.last());
        List<Person> theirs = people.holders(KnownPeople.LEADER, side.iri(), row.first(), row.last());
        List<Person> own = abroad ? ours : theirs;
        List<Person> others = abroad ? theirs : ours;
        if (row.kind() == Kind.SECRETARY_ABROAD || !own.contains(traveller)) {
            return Optional.empty();
        }
        Optional<Person> named = others.stream().filter(other -> remarks.tellOfTalksWith(other::mayBeCalled))
                .findFirst();
        boolean unnamed = remarks.tellOfTalks() || !abroad && remarks.giveRank();
        return named.isPresent() || !unnamed || others.size() != 1 ? named : Optional.of(others.get(0));
    }

    private Set<String> places(Journey row, Remarks remarks) {
        Set<String> found = new LinkedHashSet<>();
        if (row.kind() == Kind.LEADER_IN_THE_UNITED_STATES) {
            found.addAll(places.within(remarks.ofTheVisitItself()));
            if (found.isEmpty() && remarks.implyWashington()) {
                found.add(VisitTurtle.WASHINGTON);
            }
            return found;
        }
        for (String part : row.locale().replaceAll("[()]", ",").split(",")) {
            Optional<String> place = places.named(part);
            place.ifPresent(found::add);
            if (place.isEmpty() && !part.isBlank()) {
                notes.add(row.label() + ": the graph has no place " + part.strip());
            }
        }
        return found;
    }

    /** A visit as far as it is resolved: the guest, the state that is not the United States, and places in Turtle. */
    record Visit(Journey row, Person visitor, Side side, Set<String> places) {
        Side host() {
            return row.kind() == Kind.LEADER_IN_THE_UNITED_STATES ? Side.UNITED_STATES : side;
        }
    }
}
