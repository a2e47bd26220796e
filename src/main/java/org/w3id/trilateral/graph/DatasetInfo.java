package org.w3id.trilateral.graph;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/**
 * What {@code data/dataset.ttl} says of the graph as a whole.
 *
 * @param iri         the dataset itself
 * @param title       its title in English
 * @param description one paragraph in English
 * @param creator     who made it, as one name; empty where it is not said
 * @param licence     IRI of the licence of ontology and data
 * @param version     semantic version of the data, e.g. {@code 0.1.0}
 * @param modified    day of the last change, {@code YYYY-MM-DD}
 * @param base        namespace of the things, e.g. {@code https://w3id.org/trilateral/id/}
 * @param prefixes    prefix to namespace, sorted by prefix
 */
public record DatasetInfo(String iri, String title, String description, String creator, String licence, String version,
        String modified,
                          String base, Map<String, String> prefixes) {
    public DatasetInfo {
        for (String text : List.of(iri, title, description, creator, licence, version, modified, base)) {
            Objects.requireNonNull(text);
        }
        prefixes = Collections.unmodifiableMap(new TreeMap<>(prefixes));
    }

    /**
     * Reads {@code data/dataset.ttl} of a home folder, and nothing else of it.
     *
     * @throws TrilateralException {@link Fault#MALFORMED_SOURCE}
     */
    public static DatasetInfo load(Home home) {
        return of(TurtleFile.read(home.root().resolve("data/dataset.ttl"), "data/dataset.ttl"));
    }

    /** Short forms of IRIs and back. */
    public Names names() {
        return new Names(this);
    }

    /** Reads the description of the one {@code void:Dataset} in the graph of {@code data/dataset.ttl}. */
    static DatasetInfo of(Graph graph) {
        List<Node> datasets = graph.find(Node.ANY, RDF.type.asNode(), VOID.Dataset.asNode())
                .mapWith(t -> t.getSubject()).toList();
        if (datasets.size() != 1) {
            throw malformed("it must describe exactly one void:Dataset, found " + datasets.size());
        }
        Node dataset = datasets.get(0);
        Map<String, String> prefixes = new TreeMap<>();
        graph.find(dataset, sh("declare"), Node.ANY).forEach(t -> prefixes.put(
                text(graph, t.getObject(), sh("prefix")), text(graph, t.getObject(), sh("namespace"))));
        return new DatasetInfo(dataset.getURI(),
                text(graph, dataset, DCTerms.title.asNode()),
                text(graph, dataset, DCTerms.description.asNode()),
                find(graph, dataset, DCTerms.creator.asNode()).orElse(""),
                text(graph, dataset, DCTerms.license.asNode()),
                text(graph, dataset, OWL.versionInfo.asNode()),
                text(graph, dataset, DCTerms.modified.asNode()),
                text(graph, dataset, VOID.uriSpace.asNode()),
                prefixes);
    }

    private static Node sh(String name) {
        return NodeFactory.createURI("http://www.w3.org/ns/shacl#" + name);
    }

    private static String text(Graph graph, Node subject, Node property) {
        return find(graph, subject, property)
                .orElseThrow(() -> malformed("it lacks <" + property.getURI() + "> (plain, IRI or English)"));
    }

    private static Optional<String> find(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).mapWith(t -> t.getObject())
                .filterKeep(o -> !o.isLiteral() || o.getLiteralLanguage().isEmpty()
                || o.getLiteralLanguage().equals("en"))
                .mapWith(o -> o.isLiteral() ? o.getLiteralLexicalForm() : o.getURI())
                .toList().stream().findFirst();
    }

    private static TrilateralException malformed(String what) {
        return new TrilateralException(Fault.MALFORMED_SOURCE, "data/dataset.ttl: " + what);
    }
}
