package org.w3id.trilateral.publish;

import java.util.List;
import java.util.Optional;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

import org.w3id.trilateral.graph.DatasetInfo;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.query.PackagedQuery;

/** The citations of what a graph holds, each with version and fingerprint. Safe for any number of threads. */
public final class Citations {
    private static final String PART = "--";

    private final KnowledgeGraph graph;
    private final DataHash hash;

    /** Citations of the things of a graph. */
    public Citations(KnowledgeGraph graph, DataHash hash) {
        this.graph = graph;
        this.hash = hash;
    }

    /** The data set as a whole. */
    public Citation dataset() {
        return citation(graph.info().title(), "", graph.info().iri());
    }

    /** A thing or, by the IRI of an attestation, a statement. */
    public Citation thing(Node thing) {
        int part = thing.getURI().indexOf(PART);
        String owner = part < 0 ? thing.getURI() : thing.getURI().substring(0, part);
        String label = graph.read(data -> label(owner, data.getDefaultGraph()));
        return citation(part < 0 ? label : label + " (one attestation)", graph.info().title(), thing.getURI());
    }

    /** A packaged query, or its answer to the values in the address. */
    public Citation query(PackagedQuery query, String url) {
        return citation(query.header().summary(), graph.info().title(), url);
    }

    private Citation citation(String title, String container, String url) {
        DatasetInfo info = graph.info();
        String author = info.creator().isEmpty() ? info.title() : info.creator();
        return new Citation(title, container, author, info.modified(), info.version(), hash.brief(), url);
    }

    private static String label(String iri, Graph union) {
        Node node = NodeFactory.createURI(iri);
        return List.of(RDFS.label.asNode(), SKOS.prefLabel.asNode(), DCTerms.title.asNode()).stream()
                .map(property -> english(union.find(node, property, Node.ANY).mapWith(t -> t.getObject()).toList()))
                .flatMap(Optional::stream).findFirst().orElse(iri);
    }

    private static Optional<String> english(List<Node> labels) {
        return labels.stream().filter(Node::isLiteral)
                .filter(label -> label.getLiteralLanguage().isEmpty() || label.getLiteralLanguage().equals("en"))
                .map(Node::getLiteralLexicalForm).sorted().findFirst();
    }
}
