package org.w3id.trilateral.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.graph.Names;
import org.w3id.trilateral.graph.Terms;
import org.w3id.trilateral.query.Answer;

/**
 * The description of one thing as text for a person: what it is, what is stated, who says so, where they differ, what
 * is claimed.
 */
final class DescriptionText {
    private static final Set<Node> SAID_APART = Set.of(RDF.type.asNode(), RDFS.label.asNode(), Terms.ATTESTATION);
    private static final Node REASON = NodeFactory.createURI(Terms.TRI + "reason");

    private static final int INDENT = 2;

    private final Graph graph = GraphFactory.createDefaultGraph();
    private final Graph derived;
    private final Labels labels;
    private final ClaimsAbout claims;

    /**
     * @param data all that is known: what follows by the rules is told apart from what is stated, and claims are sought
     * in it
     */
    DescriptionText(Answer.Triples description, DatasetGraph data, Names names, String language) {
        description.triples().forEach(graph::add);
        this.derived = data.getGraph(KnowledgeGraph.INFERRED);
        this.labels = new Labels(graph, names, language);
        this.claims = new ClaimsAbout(data.getDefaultGraph(), derived,
                new Labels(data.getDefaultGraph(), names, language));
    }

    String of(Node entity, int width) {
        StringBuilder text = new StringBuilder(heading(entity));
        SourceNotes notes = new SourceNotes(graph, derived, labels, entity);
        append(text, "Stated", statements(entity, false, notes), width);
        append(text, "Follows by rule", statements(entity, true, notes), width);
        append(text, "Accounts that differ", accounts(entity), width);
        append(text, "Claims about it", claims.of(entity), width);
        if (!notes.lines().isEmpty()) {
            text.append("\nSources\n");
            notes.lines().forEach(line -> text.append(indented(line, width)));
        }
        return text.toString();
    }

    private String heading(Node entity) {
        StringBuilder text = new StringBuilder(labels.of(entity)).append('\n');
        List.of("en", "ja", "ko").forEach(tag -> labels.in(tag, entity)
                .filter(label -> !label.equals(labels.of(entity)))
                .ifPresent(label -> text.append(label).append(" (").append(tag).append(")\n")));
        text.append(labels.name(entity));
        String kinds = types(entity, false);
        return text.append(kinds.isEmpty() ? "" : ": " + kinds).append('\n').toString();
    }

    private String types(Node entity, boolean inferred) {
        return graph.find(entity, RDF.type.asNode(), Node.ANY).toList().stream()
                .filter(t -> derived.contains(t) == inferred)
                .map(t -> labels.of(t.getObject())).sorted().collect(Collectors.joining(", "));
    }

    private List<List<String>> statements(Node entity, boolean inferred, SourceNotes notes) {
        TreeMap<String, List<String>> rows = new TreeMap<>();
        graph.find(entity, Node.ANY, Node.ANY).toList().stream()
                .filter(t -> !SAID_APART.contains(t.getPredicate()) && derived.contains(t) == inferred)
                .sorted(Comparator.comparing(t -> labels.of(t.getObject())))
                .forEach(t -> rows.merge(labels.of(t.getPredicate()),
                        List.of(labels.of(t.getPredicate()), shown(t), inferred ? "" : notes.marks(t.getPredicate())),
                        (all, one) -> List.of(all.get(0), all.get(1) + ", " + one.get(1), all.get(2))));
        if (inferred && !types(entity, true).isEmpty()) {
            rows.put("", List.of("is also", types(entity, true), ""));
        }
        return List.copyOf(rows.values());
    }

    private String shown(Triple triple) {
        Node value = triple.getObject();
        String language = value.isLiteral() ? value.getLiteralLanguage() : "";
        return labels.of(value) + (language.isEmpty() ? "" : " (" + language + ")");
    }

    private List<List<String>> accounts(Node entity) {
        return graph.find(Node.ANY, Terms.ACCOUNT_OF, entity).mapWith(Triple::getSubject).toList().stream()
                .map(account -> List.of(all(account, Terms.ON_PROPERTY),
                all(account, Terms.VALUE) + brackets(account, Terms.RANK),
                        all(account, Terms.CLAIMANT), new SourceNotes(graph, derived, labels, account).inWords(),
                        all(account, REASON)))
                .sorted(Comparator.comparing(List::toString)).toList();
    }

    private String brackets(Node subject, Node property) {
        String text = all(subject, property);
        return text.isEmpty() ? "" : " (" + text + ")";
    }

    private String all(Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).mapWith(t -> labels.of(t.getObject())).toList().stream()
                .sorted().collect(Collectors.joining(", "));
    }

    private static void append(StringBuilder text, String title, List<List<String>> rows, int width) {
        if (!rows.isEmpty()) {
            int room = width == Terminal.UNLIMITED ? width : width - INDENT;
            text.append('\n').append(title).append('\n')
                    .append(new TextTable(List.of(), used(rows), Integer.MAX_VALUE).fitted(room).indent(INDENT));
        }
    }

    /** The rows without the columns that no row fills. */
    private static List<List<String>> used(List<List<String>> rows) {
        int[] columns = IntStream.range(0, rows.get(0).size())
                .filter(i -> rows.stream().anyMatch(row -> !row.get(i).isEmpty())).toArray();
        return rows.stream().map(row -> IntStream.of(columns).mapToObj(row::get).toList()).toList();
    }

    private static String indented(String line, int width) {
        int room = width == Terminal.UNLIMITED ? width : width - 3 * INDENT;
        return "  " + String.join("\n      ", DisplayWidth.wrapped(line, room, Integer.MAX_VALUE)) + "\n";
    }
}
