package org.w3id.trilateral.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Replaces the blank nodes of a file by IRIs that depend on nothing but the content.
 *
 * <p>A blank node is named after the one subject it hangs on: {@code <subject>--<ten hexadecimal digits>}, the digits
 * from SHA-256 over the linking property and the node's own triples, sorted. Two runs on two machines give the same
 * IRIs (<a href="https://www.w3.org/TR/rdf11-concepts/#section-skolemization">RDF 1.1 Concepts, 3.5</a>), and an
 * attestation can be cited. A blank node that hangs on none or several subjects, or on itself, is left as it is.
 */
final class Skolemizer {
    private static final int DIGITS = 10;

    private final Graph graph;
    private final Map<Node, Node> names = new HashMap<>();

    private Skolemizer(Graph graph) {
        this.graph = graph;
    }

    /** A copy of the graph with its tree-shaped blank nodes named; the graph itself where it has none. */
    static Graph skolemized(Graph graph) {
        boolean hasBlank = graph.stream().anyMatch(t -> t.getObject().isBlank() || t.getSubject().isBlank());
        return hasBlank ? new Skolemizer(graph).copy() : graph;
    }

    private Graph copy() {
        Graph copy = GraphFactory.createDefaultGraph();
        graph.stream().forEach(t ->
                copy.add(Triple.create(name(t.getSubject()), t.getPredicate(), name(t.getObject()))));
        return copy;
    }

    private Node name(Node node) {
        if (!node.isBlank()) {
            return node;
        }
        Node known = names.get(node);
        if (known == null) {
            names.put(node, node);
            known = newName(node);
            names.put(node, known);
        }
        return known;
    }

    private Node newName(Node blank) {
        List<Triple> links = graph.find(Node.ANY, Node.ANY, blank).toList();
        if (links.size() != 1) {
            return blank;
        }
        Triple link = links.get(0);
        Node parent = name(link.getSubject());
        return parent.isBlank() ? blank
                : NodeFactory.createURI(parent.getURI() + "--" + digits(link.getPredicate(), blank));
    }

    private String digits(Node property, Node blank) {
        String content = graph.find(blank, Node.ANY, Node.ANY)
                .mapWith(t -> NodeFmtLib.strNT(t.getPredicate()) + " " + NodeFmtLib.strNT(name(t.getObject())))
                .toList().stream().sorted()
                .reduce(NodeFmtLib.strNT(property), (text, line) -> text + "\n" + line);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
