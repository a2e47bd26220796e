package org.w3id.trilateral.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.Home;

/**
 * The links of a home folder as named graphs, one for each {@code data/links/<target>.sssom.tsv}.
 *
 * <p>A mapping becomes the triple it states, and an {@code owl:Axiom} that says why it is held, as in
 * <a href="https://mapping-commons.github.io/sssom/spec-formats-owl/">SSSOM's RDF form</a>. The axiom has an IRI of
 * its own, made from its subject and its content, so that a link can be cited and two loads agree.
 */
public final class Linksets {
    private static final String ENDING = ".sssom.tsv";
    private static final int DIGITS = 10;

    private Linksets() {
    }

    /**
     * Reads all link tables.
     *
     * @return graphs by the local part of their names, {@code links/<target>}
     * @throws TrilateralException {@link Fault#MALFORMED_SOURCE} with file and line
     */
    public static Map<String, Graph> graphs(Home home) {
        Map<String, Graph> graphs = new TreeMap<>();
        for (Path file : home.files("data/links", ENDING)) {
            String name = home.relative(file);
            String target = name.substring("data/".length(), name.length() - ENDING.length());
            graphs.put(target, graph(SssomFile.read(file, name)));
        }
        return graphs;
    }

    private static Graph graph(SssomFile file) {
        Graph graph = GraphFactory.createDefaultGraph();
        Node set = NodeFactory.createURI(file.header().set());
        graph.add(set, RDF.type.asNode(), sssom("MappingSet"));
        graph.add(set, DCTerms.license.asNode(), NodeFactory.createURI(file.header().licence()));
        file.header().title().ifPresent(title ->
                graph.add(set, DCTerms.title.asNode(), NodeFactory.createLiteralString(title)));
        file.mappings().forEach(mapping -> add(graph, set, mapping));
        return graph;
    }

    private static void add(Graph graph, Node set, Mapping mapping) {
        Node axiom = NodeFactory.createURI(mapping.subject().getURI() + "--" + digits(mapping));
        graph.add(set, sssom("mappings"), axiom);
        graph.add(axiom, RDF.type.asNode(), OWL2.Axiom.asNode());
        mapping.values().forEach((slot, terms) -> terms.forEach(term -> graph.add(axiom, property(slot), term)));
        if (mapping.hasLiteral()) {
            graph.add(axiom, OWL2.annotatedTarget.asNode(), mapping.object());
        }
        if (mapping.holds()) {
            graph.add(mapping.subject(), mapping.predicate(), mapping.object());
        }
    }

    private static Node property(Slot slot) {
        return switch (slot) {
            case SUBJECT_ID -> OWL2.annotatedSource.asNode();
            case PREDICATE_ID -> OWL2.annotatedProperty.asNode();
            case OBJECT_ID -> OWL2.annotatedTarget.asNode();
            default -> sssom(slot.label());
        };
    }

    private static Node sssom(String name) {
        return NodeFactory.createURI(Mapping.SSSOM + name);
    }

    private static String digits(Mapping mapping) {
        StringBuilder content = new StringBuilder();
        mapping.values().forEach((slot, terms) -> terms.forEach(term ->
                content.append(slot.label()).append(' ').append(NodeFmtLib.strNT(term)).append('\n')));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.toString().getBytes(UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
