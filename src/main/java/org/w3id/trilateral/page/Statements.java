package org.w3id.trilateral.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.graph.Terms;
import org.w3id.trilateral.page.Value.Line;

/** The triples of a node as lines to read, told apart by whether they are stated or follow by rule. */
final class Statements {
    private static final List<Node> SHOWN_APART =
            List.of(RDF.type.asNode(), RDFS.label.asNode(), SKOS.prefLabel.asNode(),
            SKOS.altLabel.asNode(), Terms.ATTESTATION);
    private static final List<Node> FIRST = List.of(Terms.SOURCE, Terms.LOCATOR, Terms.VALUE, Terms.START, Terms.END);
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final int MOST_INCOMING = 100;

    private final DatasetGraph data;
    private final Graph union;
    private final Graph inferred;
    private final Labels labels;
    private final Map<Node, Incoming> incoming = new HashMap<>();

    Statements(DatasetGraph data, Labels labels) {
        this.data = data;
        this.union = data.getDefaultGraph();
        this.inferred = data.getGraph(KnowledgeGraph.INFERRED);
        this.labels = labels;
    }

    Labels labels() {
        return labels;
    }

    /** What is stated of a node, but for its names, types and attestations. */
    List<Line> stated(Node node) {
        return lines(own(node, triple -> !inferred.contains(triple)), true);
    }

    /** What is stated of a node by some properties, in the order of these. */
    List<Line> stated(Node node, List<Node> properties) {
        return stated(node, properties, property -> List.of());
    }

    /** The same, each line with who says so. */
    List<Line> stated(Node node, List<Node> properties, Function<Node, List<Ref>> sources) {
        return properties.stream()
                .map(property -> lines(own(node, t -> t.getPredicate().equals(property) && !inferred.contains(t)),
                true, sources))
                .flatMap(List::stream).toList();
    }

    /**
     * The properties by which something is stated of a node beside its names, types and attestations, as they are
     * shown.
     */
    List<Node> told(Node node) {
        return ordered(own(node, triple -> !inferred.contains(triple)).stream().map(Triple::getPredicate).toList());
    }

    /** What follows by rule of a node. */
    List<Line> derived(Node node) {
        return lines(own(node, inferred::contains), false);
    }

    /** The stated objects of a property, in reading order. */
    List<Node> objects(Node subject, Node property) {
        return union.find(subject, property, Node.ANY).toList().stream().filter(t -> !inferred.contains(t))
                .map(Triple::getObject).sorted(readingOrder()).toList();
    }

    /** The properties that something is stated by. */
    List<Node> properties(Node subject) {
        return union.find(subject, Node.ANY, Node.ANY).toList().stream().filter(t -> !inferred.contains(t))
                .map(Triple::getPredicate).distinct().toList();
    }

    /** The stated triples that name a node. */
    Incoming incoming(Node node) {
        return incoming.computeIfAbsent(node, n -> Incoming.of(n, data));
    }

    /** The stated triples of a node. */
    List<Triple> outgoing(Node node) {
        return union.find(node, Node.ANY, Node.ANY).toList().stream().filter(this::isStated).toList();
    }

    /** Whether a triple is stated, and does not follow by rule. */
    boolean isStated(Triple triple) {
        return !inferred.contains(triple);
    }

    /** The classes that are stated. */
    List<Ref> types(Node node) {
        return objects(node, RDF.type.asNode()).stream().map(labels::ref).toList();
    }

    /** The classes that follow by rule. */
    List<Ref> derivedTypes(Node node) {
        return union.find(node, RDF.type.asNode(), Node.ANY).toList().stream().filter(inferred::contains)
                .map(Triple::getObject).sorted(readingOrder()).map(labels::ref).toList();
    }

    /** Properties in the order in which they are shown. */
    List<Node> ordered(Collection<Node> properties) {
        return properties.stream().distinct()
                .sorted(Comparator.comparingInt(Statements::place).thenComparing(p -> labels.text(p).words())
                        .thenComparing(node -> node.toString()))
                .toList();
    }

    /**
     * Lists of the things that name a node, one a property, in order of time where they have one.
     *
     * @param more how many there are of a property besides, where there are so many that not all were read
     */
    List<Line> lists(Node node, Map<Node, List<Node>> byProperty, Map<Node, Integer> more) {
        return ordered(byProperty.keySet()).stream().map(property -> {
            Map<Node, String> days = new LinkedHashMap<>();
            byProperty.get(property).forEach(thing -> days.computeIfAbsent(thing, this::day));
            List<Node> things = days.keySet().stream()
                    .sorted(Comparator.comparing((Node thing) -> days.get(thing)).thenComparing(readingOrder()))
                    .toList();
            List<Value> shown = things.stream().limit(MOST_INCOMING)
                    .map(thing -> new Value(labels.ref(thing).withNote(day(thing)), List.of())).toList();
            Line line = new Line(labels.ref(property), shown, things.size() + more.getOrDefault(property, 0));
            return more.containsKey(property) ? line.withAll(EditorView.address(property, node)) : line;
        }).toList();
    }

    /** By label, numbers within it by size. */
    Comparator<Node> readingOrder() {
        return Comparator.comparing((Node node) -> DIGITS.matcher(labels.text(node).words())
                .replaceAll(m -> "0".repeat(Math.max(0, 9 - m.group().length())) + m.group()))
                .thenComparing(node -> node.toString());
    }

    private List<Triple> own(Node node, Predicate<Triple> isShown) {
        return union.find(node, Node.ANY, Node.ANY).toList().stream()
                .filter(triple -> !SHOWN_APART.contains(triple.getPredicate())).filter(isShown).toList();
    }

    private List<Line> lines(List<Triple> triples, boolean withParts) {
        return lines(triples, withParts, property -> List.of());
    }

    private List<Line> lines(List<Triple> triples, boolean withParts, Function<Node, List<Ref>> sources) {
        Map<Node, List<Node>> values = new LinkedHashMap<>();
        triples.forEach(t -> values.computeIfAbsent(t.getPredicate(), p -> new ArrayList<>()).add(t.getObject()));
        return ordered(values.keySet()).stream().map(property -> {
            List<Value> shown = values.get(property).stream().sorted(readingOrder())
                    .map(object -> new Value(labels.ref(object), withParts ? parts(object) : List.of())).toList();
            return new Line(labels.ref(property), shown, shown.size()).from(sources.apply(property));
        }).toList();
    }

    /**
     * What is stated of a part; its dates are no more exact than they are known, and the bounds are left to the data.
     */
    private List<Line> parts(Node object) {
        if (!Labels.isPart(object)) {
            return List.of();
        }
        Times times = new Times(union, labels);
        Stream<Line> dates = Stream.of(Terms.START, Terms.END).filter(date -> union.contains(object, date, Node.ANY))
                .map(date -> new Line(labels.ref(date),
                List.of(new Value(Ref.plain(times.shown(object, date)), List.of())), 1));
        return Stream.concat(lines(own(object,
                triple -> isStated(triple) && !Times.PROPERTIES.contains(triple.getPredicate())), false).stream(),
                dates).toList();
    }

    private String day(Node node) {
        return labels.of(node, Terms.START).stream().map(Text::words).min(Comparator.naturalOrder()).orElse("");
    }

    private static int place(Node property) {
        int place = FIRST.indexOf(property);
        return place >= 0 ? place : property.equals(Terms.ATTESTATION) ? FIRST.size() + 1 : FIRST.size();
    }
}
