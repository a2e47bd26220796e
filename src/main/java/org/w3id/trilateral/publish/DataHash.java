package org.w3id.trilateral.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

import org.w3id.trilateral.graph.KnowledgeGraph;

/**
 * SHA-256 of the data in canonical form (<a href="https://www.w3.org/TR/rdf-canon/">RDFC-1.0</a>): the same on every machine
 * and for every program that holds the same statements in the same named graphs. Counted when first asked for.
 * Safe for any number of threads.
 */
public final class DataHash {
    private static final int SHORT = 12;

    private final KnowledgeGraph graph;
    private String known = "";

    /** The hash of a graph. */
    public DataHash(KnowledgeGraph graph) {
        this.graph = Objects.requireNonNull(graph, "graph");
    }

    /** 64 lower-case hexadecimal digits. */
    public synchronized String hex() {
        if (known.isEmpty()) {
            known = graph.read(this::hash);
        }
        return known;
    }

    /** The first of its digits, enough to tell versions of one data set apart. */
    public String brief() {
        return hex().substring(0, SHORT);
    }

    private String hash(DatasetGraph data) {
        List<Quad> quads = new ArrayList<>();
        graph.dataGraphs().forEach(name -> data.getGraph(name).find().forEach(triple -> quads.add(Quad.create(name, triple))));
        Map<Node, Node> names = BlankNodeNames.of(graph);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            quads.stream().map(quad -> NQuadLine.of(quad, node -> names.getOrDefault(node, node)).getBytes(UTF_8))
                    .sorted(Arrays::compareUnsigned).forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
