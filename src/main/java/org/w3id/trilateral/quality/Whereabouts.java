package org.w3id.trilateral.quality;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;

import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.graph.Names;
import org.w3id.trilateral.graph.Terms;

/** In which file a thing stands, and what to call it in a report. */
final class Whereabouts {
    /** The name that a blank node gets on loading: the thing it hangs on, and ten digits. */
    private static final Pattern PART = Pattern.compile("(.+?)--[0-9a-f]{10}(--[0-9a-f]{10})*");

    private static final Pattern IRI = Pattern.compile("<([a-z]+:[^<>\\s]+)>");

    private final Names names;
    private final DatasetGraph data;
    private final List<Node> graphs;
    private final Map<Node, String> files = new HashMap<>();

    Whereabouts(KnowledgeGraph graph, DatasetGraph data, Home home, List<Path> sources) {
        this.names = graph.names();
        this.data = data;
        this.graphs = graph.graphNames().stream().filter(name -> !name.equals(KnowledgeGraph.INFERRED))
                .sorted(Comparator.comparing(name -> name.getURI().startsWith(KnowledgeGraph.GRAPHS + "data/") ? 0 : 1))
                .toList();
        for (Node name : graphs) {
            files.put(name, fileOf(name.getURI().substring(KnowledgeGraph.GRAPHS.length()), home, sources));
        }
    }

    /**
     * The file that describes the thing best: gives its type, else says anything of it, else mentions it; else empty.
     */
    String file(Node entity) {
        return holding(entity, RDF.type.asNode(), Node.ANY)
                .or(() -> holding(entity, Node.ANY, Node.ANY))
                .or(() -> holding(Node.ANY, Node.ANY, entity))
                .or(() -> holding(Node.ANY, entity, Node.ANY))
                .map(files::get).orElse("");
    }

    /** The file that a named graph was read from; empty for what was derived. */
    String fileOf(Node graph) {
        return files.getOrDefault(graph, "");
    }

    /** Short name; of a part that has no name of its own, that of the thing it hangs on. */
    String name(Node entity) {
        if (!entity.isURI()) {
            return entity.isBlank() ? "a node without a name" : NodeFmtLib.displayStr(entity);
        }
        Matcher part = PART.matcher(entity.getURI());
        return names.shorten(part.matches() ? part.group(1) : entity.getURI());
    }

    /** Which part of a thing is meant, for the end of a message; empty for the thing itself. */
    String part(Node entity) {
        if (!entity.isURI() || !PART.matcher(entity.getURI()).matches()) {
            return "";
        }
        Graph union = data.getDefaultGraph();
        String source = text(union, entity, Terms.SOURCE);
        String locator = text(union, entity, Terms.LOCATOR);
        if (source.isEmpty() && locator.isEmpty()) {
            return " (the part with " + values(entity) + ")";
        }
        return " (attestation by " + (source + " " + locator).strip() + ")";
    }

    /** A value as it would be written in Turtle, with prefixed names. */
    String value(Node node) {
        return node.isURI() ? names.shorten(node.getURI()) : NodeFmtLib.displayStr(node);
    }

    /** A message in which every {@code <IRI>} has become a short name. */
    String shortened(String message) {
        return IRI.matcher(message).replaceAll(found -> Matcher.quoteReplacement(names.shorten(found.group(1))));
    }

    /** What its file says of a part, in one line. */
    private String values(Node part) {
        return holding(part, Node.ANY, Node.ANY).stream()
                .flatMap(name -> data.getGraph(name).stream(part, Node.ANY, Node.ANY))
                .filter(t -> !t.getPredicate().equals(RDF.type.asNode()))
                .map(t -> value(t.getPredicate()) + " " + value(t.getObject())).sorted()
                .collect(Collectors.joining(", "));
    }

    private String text(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).mapWith(t -> t.getObject()).toList().stream().findFirst()
                .map(o -> o.isLiteral() ? o.getLiteralLexicalForm() : value(o)).orElse("");
    }

    private Optional<Node> holding(Node subject, Node property, Node object) {
        return graphs.stream().filter(name -> data.getGraph(name).contains(subject, property, object)).findFirst();
    }

    private static String fileOf(String local, Home home, List<Path> sources) {
        return sources.stream().map(home::relative)
                .filter(file -> file.startsWith(local + ".") || file.startsWith("data/" + local + "."))
                .findFirst().orElse(local);
    }
}
