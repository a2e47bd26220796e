package org.w3id.trilateral.cli;

import java.util.Comparator;
import java.util.Optional;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;

import org.w3id.trilateral.graph.Names;

/** Terms as a person reads them: the label in the chosen language, else in English, else any, else the short name. */
final class Labels {
    private final Graph graph;
    private final Names names;
    private final String language;

    Labels(Graph graph, Names names, String language) {
        this.graph = graph;
        this.names = names;
        this.language = language;
    }

    /** The text for any term. */
    String of(Node term) {
        if (term.isLiteral()) {
            return term.getLiteralLexicalForm().replaceAll("\\s+", " ").strip();
        }
        return term.isURI() ? label(term).orElseGet(() -> name(term)) : "_:" + term.getBlankNodeLabel();
    }

    /** A thing's short name, as the command line takes it. */
    String name(Node iri) {
        return names.local(iri.getURI()).orElseGet(() -> names.shorten(iri.getURI()));
    }

    /** A thing's label in exactly that language. */
    Optional<String> in(String tag, Node iri) {
        return graph.find(iri, RDFS.label.asNode(), Node.ANY).mapWith(t -> t.getObject()).toList().stream()
                .filter(label -> label.isLiteral() && label.getLiteralLanguage().equals(tag))
                .map(Node::getLiteralLexicalForm).min(Comparator.naturalOrder());
    }

    /** Whether a thing has a label in any language. */
    boolean has(Node iri) {
        return label(iri).isPresent();
    }

    private Optional<String> label(Node iri) {
        return in(language, iri).or(() -> in("en", iri)).or(() -> graph.find(iri, RDFS.label.asNode(), Node.ANY)
                .mapWith(t -> t.getObject()).toList().stream().filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm).min(Comparator.naturalOrder()));
    }
}
