package org.w3id.trilateral.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

import org.w3id.trilateral.graph.Terms;
import org.w3id.trilateral.page.When.Moment;

/** Reads when things were. Lives no longer than one read of the graph. */
final class Times {
    /** What a date is told by, and so no statement of its own. */
    static final List<Node> PROPERTIES = List.of(Terms.START, Terms.END, Terms.START_PRECISION, Terms.END_PRECISION,
            Terms.START_EARLIEST, Terms.START_LATEST, Terms.END_EARLIEST, Terms.END_LATEST);
    private static final int FIRST_MONTH = 1;
    private static final int LAST_MONTH = 12;

    private final Graph union;
    private final Labels labels;

    Times(Graph union, Labels labels) {
        this.union = union;
        this.labels = labels;
    }

    /** When a thing was, and who says so; empty where it has no beginning. */
    Optional<When> of(Node thing, Evidence evidence) {
        String start = first(thing, Terms.START);
        if (start.isEmpty()) {
            return Optional.empty();
        }
        String end = first(thing, Terms.END);
        Moment from = moment(start, first(thing, Terms.START_EARLIEST), first(thing, Terms.START_LATEST),
                precision(thing, Terms.START_PRECISION));
        Optional<Moment> to = Optional.of(end).filter(day -> !day.isEmpty() && !day.equals(start)).map(day ->
                moment(day, first(thing, Terms.END_EARLIEST), first(thing, Terms.END_LATEST),
                precision(thing, Terms.END_PRECISION)));
        boolean isPoint = end.equals(start) || end.isEmpty() && union.contains(thing, RDF.type.asNode(), Terms.EVENT);
        return Optional.of(new When(from, to, isPoint, evidence.sourcesOf(thing).apply(Terms.START),
                evidence.stated(thing)));
    }

    /** A beginning or an end of a thing, no more exact than it is known; empty where it has none. */
    String shown(Node thing, Node property) {
        String day = first(thing, property);
        boolean isStart = property.equals(Terms.START);
        return shown(day, first(thing, isStart ? Terms.START_EARLIEST : Terms.END_EARLIEST),
                first(thing, isStart ? Terms.START_LATEST : Terms.END_LATEST));
    }

    private static Moment moment(String day, String earliest, String latest, Text precision) {
        return new Moment(shown(day, earliest, latest), day, precision, earliest, latest);
    }

    /** The year or the month where the bounds are just those of one; else the day. */
    private static String shown(String day, String earliest, String latest) {
        try {
            LocalDate from = LocalDate.parse(earliest);
            LocalDate to = LocalDate.parse(latest);
            boolean isWhole = from.getYear() == to.getYear() && from.getDayOfMonth() == 1
                    && to.getDayOfMonth() == to.lengthOfMonth();
            if (isWhole && from.getMonthValue() == FIRST_MONTH && to.getMonthValue() == LAST_MONTH) {
                return String.valueOf(from.getYear());
            }
            return isWhole && from.getMonth() == to.getMonth() ? earliest.substring(0, earliest.lastIndexOf('-')) : day;
        } catch (DateTimeException e) {
            return day;
        }
    }

    private Text precision(Node thing, Node property) {
        return union.find(thing, property, Node.ANY).mapWith(triple -> labels.text(triple.getObject()))
                .toList().stream()
                .findFirst().orElse(Text.plain(""));
    }

    private String first(Node thing, Node property) {
        return Stream.of(property).flatMap(p -> labels.of(thing, p).stream()).map(Text::words)
                .min(Comparator.naturalOrder()).orElse("");
    }
}
