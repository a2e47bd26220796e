package org.w3id.trilateral.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

import org.w3id.trilateral.graph.Names;
import org.w3id.trilateral.graph.Terms;

/**
 * What stands around a thing: its life, its links, the events before and after it. Lives no longer than one read of the
 * graph.
 */
final class Surroundings {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final int NEAREST = 3;
    private static final int MOST_LINKS = 80;
    private static final int MOST_DATED = 400;
    private static final int MOST_A_DAY = 1_000;

    private final Graph union;
    private final Names names;
    private final Statements statements;
    private final Labels labels;
    private final Optional<EventDays> days;

    Surroundings(Graph union, Names names, Statements statements, Optional<EventDays> days) {
        this.days = days;
        this.union = union;
        this.names = names;
        this.statements = statements;
        this.labels = statements.labels();
    }

    Around of(Node thing) {
        String day = first(thing, Terms.START);
        boolean isDated = DAY.matcher(day).matches() && isEvent(thing);
        List<Picture> pictures = new ArrayList<>();
        names.local(thing.getURI()).ifPresent(name -> {
            Collection<Node> joined = joined(thing);
            if (joined.stream().anyMatch(other -> union.contains(other, Terms.START, Node.ANY))) {
                pictures.add(new Picture("timeline", "/life/" + name));
            }
            if (!placesOf(thing).isEmpty()) {
                pictures.add(new Picture("map", "/places/" + name));
            }
            if (joined.size() > 1) {
                pictures.add(new Picture("network", "/links/" + name));
            }
        });
        return new Around(day, isDated ? dated(nearest(thing, LocalDate.parse(day), true)) : List.of(),
                isDated ? dated(nearest(thing, LocalDate.parse(day), false)) : List.of(),
                union.contains(Node.ANY, Terms.SOURCE, thing) ? SourcesView.contents(labels.href(thing))
                : "", pictures);
    }

    /**
     * The thing, its parts and the things it is joined with, as far as they have a beginning; the lane is their kind.
     */
    Grid life(Node thing) {
        List<List<List<Ref>>> rows = new ArrayList<>();
        row(thing, kind(thing), labels.ref(thing)).addTo(rows);
        for (Triple triple : union.find(thing, Node.ANY, Node.ANY).toList()) {
            if (Labels.isPart(triple.getObject())) {
                row(triple.getObject(), labels.ref(triple.getPredicate()), partName(triple.getObject())).addTo(rows);
            }
        }
        joined(thing).stream().limit(MOST_DATED)
                .forEach(other -> row(other, kind(other), labels.ref(other)).addTo(rows));
        return grid(List.of("lane", "thing", "since", "until"), rows);
    }

    /** The statements that join the thing with others of this graph. */
    Grid links(Node thing) {
        Set<Triple> links = new LinkedHashSet<>();
        Stream.concat(union.find(thing, Node.ANY, Node.ANY).toList().stream(),
                statements.incoming(thing).triples().stream())
                .filter(statements::isStated)
                .filter(triple -> isThing(triple.getSubject()) && isThing(triple.getObject())).limit(MOST_LINKS)
                .forEach(links::add);
        return grid(List.of("subject", "property", "value"),
                links.stream().map(triple -> List.of(List.of(labels.ref(triple.getSubject())),
                List.of(labels.ref(triple.getPredicate())), List.of(labels.ref(triple.getObject())))).toList());
    }

    /** The thing where it is a place, else the places that it names. */
    Grid places(Node thing) {
        return grid(List.of("event", "place", "latitude", "longitude"), placesOf(thing).stream()
                .map(place -> List.of(List.of(labels.ref(thing)), List.of(labels.ref(place)),
                        List.of(Ref.plain(first(place, Terms.LATITUDE))),
                        List.of(Ref.plain(first(place, Terms.LONGITUDE))))).toList());
    }

    private List<Node> placesOf(Node thing) {
        return Stream.concat(Stream.of(thing), statements.outgoing(thing).stream().map(Triple::getObject)).distinct()
                .filter(place -> union.contains(place, Terms.LATITUDE, Node.ANY)).toList();
    }

    private Collection<Node> joined(Node thing) {
        Set<Node> joined = new LinkedHashSet<>();
        statements.incoming(thing).triples().stream().map(triple -> Labels.owner(triple.getSubject()))
                .filter(this::isThing)
                .forEach(joined::add);
        union.find(thing, Node.ANY, Node.ANY).mapWith(Triple::getObject).filterKeep(this::isThing).forEach(joined::add);
        joined.remove(thing);
        return joined;
    }

    private Row row(Node node, Ref lane, Ref name) {
        String since = first(node, Terms.START);
        String until = first(node, Terms.END);
        boolean isPoint = until.isEmpty() && isEvent(node);
        return new Row(since, List.of(List.of(lane), List.of(name), List.of(Ref.plain(since)),
                List.of(Ref.plain(isPoint ? since : until))));
    }

    private Ref kind(Node thing) {
        return statements.types(thing).stream().findFirst().orElse(Ref.plain(""));
    }

    /** A part has no name; what it says beside its days, such as a status, stands for one. */
    private Ref partName(Node part) {
        return statements.stated(part).stream().flatMap(line -> line.values().stream()).map(Value::ref)
                .filter(ref -> !ref.text().isFigure()).findFirst().map(ref -> new Ref(ref.text(), "", ""))
                .orElse(labels.ref(part));
    }

    /**
     * The events before or after one, in the order of their days and, within a day, of their names; only those near are
     * looked at.
     */
    private List<Node> nearest(Node event, LocalDate day, boolean isBefore) {
        List<Node> found = new ArrayList<>();
        List<Node> same = events(day);
        int at = same.indexOf(event);
        found.addAll(isBefore ? same.subList(0, Math.max(at, 0)) : same.subList(at + 1, same.size()));
        Optional<LocalDate> next = Optional.of(day);
        while (found.size() < NEAREST) {
            LocalDate from = next.get();
            next = days.flatMap(known -> isBefore ? known.before(from) : known.after(from));
            if (next.isEmpty()) {
                break;
            }
            found.addAll(isBefore ? 0 : found.size(), events(next.get()));
        }
        return isBefore ? found.subList(Math.max(0, found.size() - NEAREST), found.size())
                : found.subList(0, Math.min(NEAREST, found.size()));
    }

    private List<Node> events(LocalDate day) {
        return Iter.asStream(union.find(Node.ANY, Terms.START,
                        NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate))).limit(MOST_A_DAY)
                .map(Triple::getSubject).toList().stream().filter(this::isEvent).distinct()
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }

    private List<Ref> dated(List<Node> events) {
        return events.stream().map(event -> labels.ref(event).withNote(first(event, Terms.START))).toList();
    }

    private boolean isEvent(Node node) {
        return union.contains(node, RDF.type.asNode(), Terms.EVENT);
    }

    private boolean isThing(Node node) {
        return node.isURI() && !Labels.isPart(node) && names.local(node.getURI()).isPresent();
    }

    private String first(Node node, Node property) {
        return labels.of(node, property).stream().map(Text::words).min(Comparator.naturalOrder()).orElse("");
    }

    private static Grid grid(List<String> columns, List<List<List<Ref>>> rows) {
        return new Grid(Ref.plain(""), columns, columns.stream().map(Ref::plain).toList(), rows);
    }

    private record Row(String since, List<List<Ref>> cells) {
        void addTo(List<List<List<Ref>>> rows) {
            if (!since.isEmpty()) {
                rows.add(cells);
            }
        }
    }
}
