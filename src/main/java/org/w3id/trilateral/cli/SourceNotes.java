package org.w3id.trilateral.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

import org.w3id.trilateral.graph.Terms;

/**
 * Where the statements of one thing are attested, numbered: one note for all attestations of the same source that vouch
 * for the same properties.
 */
final class SourceNotes {
    private static final Set<Node> SAID_APART = Set.of(RDF.type.asNode(), Terms.SOURCE, Terms.LOCATOR, Terms.SUPPORTS,
            NodeFactory.createURI(Terms.TRI + "paragraph"), NodeFactory.createURI(Terms.TRI + "anchor"));

    private final Graph graph;
    private final Graph derived;
    private final Labels labels;
    private final List<Note> notes = new ArrayList<>();

    /** One numbered note. */
    private record Note(String source, List<Node> supported, List<String> places) {
    }

    /** @param derived what follows by the rules; it is nothing that a source says */
    SourceNotes(Graph graph, Graph derived, Labels labels, Node entity) {
        this.graph = graph;
        this.derived = derived;
        this.labels = labels;
        Map<String, Note> bySource = new TreeMap<>();
        graph.find(entity, Terms.ATTESTATION, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .sorted(Comparator.comparing(this::order))
                .forEach(attestation -> {
                    List<Node> supported = objects(attestation, Terms.SUPPORTS);
                    Note note = bySource.computeIfAbsent(source(attestation) + supported,
                            none -> new Note(source(attestation), supported, new ArrayList<>()));
                    note.places().add(place(attestation));
                });
        notes.addAll(bySource.values());
    }

    /** The numbers of the notes that vouch for a property, such as {@code [1] [3]}; empty when there are none. */
    String marks(Node property) {
        return IntStream.range(0, notes.size())
                .filter(i -> notes.get(i).supported().isEmpty() || notes.get(i).supported().contains(property))
                .mapToObj(i -> "[" + (i + 1) + "]").collect(Collectors.joining(" "));
    }

    /** One line a note. */
    List<String> lines() {
        return IntStream.range(0, notes.size()).mapToObj(i -> "[" + (i + 1) + "] " + words(notes.get(i))).toList();
    }

    /** The places of one attested thing in one line, without numbers. */
    String inWords() {
        return notes.stream().map(this::words).collect(Collectors.joining("; "));
    }

    private String words(Note note) {
        String vouched = note.supported().isEmpty() ? "" : " (for: "
                + note.supported().stream().map(labels::of).collect(Collectors.joining(", ")) + ")";
        return note.source() + ": " + String.join("; ", note.places()) + vouched;
    }

    private String source(Node attestation) {
        return objects(attestation, Terms.SOURCE).stream().map(labels::of).collect(Collectors.joining(", "));
    }

    private String place(Node attestation) {
        String locator = objects(attestation, Terms.LOCATOR).stream().map(labels::of).collect(Collectors.joining(", "));
        String more = graph.find(attestation, Node.ANY, Node.ANY).toList().stream()
                .filter(t -> !SAID_APART.contains(t.getPredicate()) && !derived.contains(t))
                .map(t -> labels.of(t.getPredicate()) + ": " + labels.of(t.getObject()))
                .sorted().collect(Collectors.joining(", "));
        return (locator.isEmpty() ? "no place given" : locator) + (more.isEmpty() ? "" : " (" + more + ")");
    }

    /** Attestations in the order of their paragraphs, as far as they have any. */
    private String order(Node attestation) {
        String paragraph = objects(attestation, NodeFactory.createURI(Terms.TRI + "paragraph")).stream()
                .map(Node::getLiteralLexicalForm).findFirst().orElse("");
        return String.format("%6s %s", paragraph, Objects.toString(attestation));
    }

    private List<Node> objects(Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .sorted(Comparator.comparing(Node::toString)).toList();
    }
}
