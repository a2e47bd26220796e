package org.w3id.trilateral.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

import org.w3id.trilateral.graph.KnowledgeGraph;

/**
 * The canonical names of blank nodes by <a href="https://www.w3.org/TR/rdf-canon/#canon-algorithm">RDFC-1.0</a> with
 * SHA-256.
 *
 * <p>The names of the methods are those of the specification. The cost grows with the factorial of the number of blank
 * nodes that nothing but their place tells apart; in curated data these are few. For one thread.
 */
final class BlankNodeNames {
    private static final Node SELF = NodeFactory.createBlankNode("a");
    private static final Node OTHER = NodeFactory.createBlankNode("z");

    private final Map<Node, List<Quad>> quads = new LinkedHashMap<>();
    private final Map<Node, String> firstDegree = new HashMap<>();
    private final Issuer canonical = new Issuer("c14n", Map.of());

    private BlankNodeNames(Collection<Quad> all) {
        all.forEach(quad -> blanks(quad).distinct()
                .forEach(node -> quads.computeIfAbsent(node, n -> new ArrayList<>()).add(quad)));
    }

    /** The names in all named graphs of the data. */
    static Map<Node, Node> of(KnowledgeGraph graph) {
        return graph.read(data -> {
            List<Quad> mentions = new ArrayList<>();
            graph.dataGraphs().forEach(name -> data.getGraph(name).find().forEach(triple -> {
                if (triple.getSubject().isBlank() || triple.getObject().isBlank()) {
                    mentions.add(Quad.create(name, triple));
                }
            }));
            return of(mentions);
        });
    }

    /**
     * Blank node to blank node with its canonical label. {@code all} holds at least the quads that mention a blank
     * node.
     */
    static Map<Node, Node> of(Collection<Quad> all) {
        BlankNodeNames names = new BlankNodeNames(all);
        names.issue();
        return names.canonical.issued.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> NodeFactory.createBlankNode(e.getValue())));
    }

    private void issue() {
        TreeMap<String, List<Node>> byHash = new TreeMap<>();
        quads.keySet().forEach(node -> byHash.computeIfAbsent(hashFirstDegree(node), h -> new ArrayList<>()).add(node));
        byHash.values().stream().filter(nodes -> nodes.size() == 1).forEach(nodes -> canonical.issue(nodes.get(0)));
        byHash.values().stream().filter(nodes -> nodes.size() > 1).forEach(nodes -> nodes.stream()
                .filter(node -> !canonical.has(node))
                .map(node -> {
                    Issuer temporary = new Issuer("b", Map.of());
                    temporary.issue(node);
                    return hashNDegree(node, temporary);
                })
                .sorted(Comparator.comparing(Result::hash)).toList()
                .forEach(result -> result.issuer().issued.keySet().forEach(canonical::issue)));
    }

    private String hashFirstDegree(Node node) {
        String known = firstDegree.get(node);
        if (known == null) {
            known = hash(quads.get(node).stream()
                    .map(quad -> NQuadLine.of(quad, n -> !n.isBlank() ? n : n.equals(node) ? SELF : OTHER))
                    .sorted(BlankNodeNames::byCodePoints).collect(Collectors.joining()));
            firstDegree.put(node, known);
        }
        return known;
    }

    private Result hashNDegree(Node node, Issuer given) {
        Issuer issuer = given;
        StringBuilder data = new StringBuilder();
        for (Map.Entry<String, List<Node>> related : related(node, given).entrySet()) {
            Result chosen = null;
            for (List<Node> permutation : permutations(related.getValue())) {
                Result path = path(permutation, issuer, chosen);
                chosen = chosen == null || path.hash().compareTo(chosen.hash()) < 0 ? path : chosen;
            }
            data.append(related.getKey()).append(chosen.hash());
            issuer = chosen.issuer();
        }
        return new Result(hash(data.toString()), issuer);
    }

    /** The path of a permutation; cut short as soon as it cannot be chosen any more. */
    private Result path(List<Node> permutation, Issuer given, Result chosen) {
        Issuer issuer = given.copy();
        StringBuilder path = new StringBuilder();
        List<Node> open = new ArrayList<>();
        for (Node related : permutation) {
            if (canonical.has(related)) {
                path.append("_:").append(canonical.issue(related));
            } else {
                if (!issuer.has(related)) {
                    open.add(related);
                }
                path.append("_:").append(issuer.issue(related));
            }
        }
        for (Node related : open) {
            if (chosen != null && path.length() >= chosen.hash().length()
                    && path.toString().compareTo(chosen.hash()) > 0) {
                break;
            }
            Result result = hashNDegree(related, issuer);
            path.append("_:").append(issuer.issue(related)).append('<').append(result.hash()).append('>');
            issuer = result.issuer();
        }
        return new Result(path.toString(), issuer);
    }

    private TreeMap<String, List<Node>> related(Node node, Issuer issuer) {
        TreeMap<String, List<Node>> related = new TreeMap<>();
        for (Quad quad : quads.get(node)) {
            Map<String, Node> places = Map.of("s", quad.getSubject(), "o", quad.getObject(), "g", quad.getGraph());
            places.forEach((place, other) -> {
                if (other.isBlank() && !other.equals(node)) {
                    related.computeIfAbsent(hashRelated(other, quad, issuer, place), h -> new ArrayList<>()).add(other);
                }
            });
        }
        return related;
    }

    private String hashRelated(Node related, Quad quad, Issuer issuer, String place) {
        String name = canonical.has(related) ? "_:" + canonical.issue(related)
                : issuer.has(related) ? "_:" + issuer.issue(related) : hashFirstDegree(related);
        return hash(place + (place.equals("g") ? "" : "<" + quad.getPredicate().getURI() + ">") + name);
    }

    private static List<List<Node>> permutations(List<Node> nodes) {
        if (nodes.size() < 2) {
            return List.of(nodes);
        }
        List<List<Node>> all = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            List<Node> rest = new ArrayList<>(nodes);
            Node first = rest.remove(i);
            permutations(rest).forEach(tail -> all.add(Stream.concat(Stream.of(first), tail.stream()).toList()));
        }
        return all;
    }

    private static Stream<Node> blanks(Quad quad) {
        return Stream.of(quad.getSubject(), quad.getObject(), quad.getGraph()).filter(Node::isBlank);
    }

    private static int byCodePoints(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A hash, or a path on the way to one, with the names that were given while it was made. */
    private record Result(String hash, Issuer issuer) {
    }

    /** Gives names in the order in which they are asked for. */
    private static final class Issuer {
        private final String prefix;
        private final Map<Node, String> issued;

        Issuer(String prefix, Map<Node, String> issued) {
            this.prefix = prefix;
            this.issued = new LinkedHashMap<>(issued);
        }

        boolean has(Node node) {
            return issued.containsKey(node);
        }

        String issue(Node node) {
            return issued.computeIfAbsent(node, n -> prefix + issued.size());
        }

        Issuer copy() {
            return new Issuer(prefix, issued);
        }
    }
}
