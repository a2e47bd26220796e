package org.w3id.trilateral.publish;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

import org.w3id.trilateral.query.Answer;

/** Triples that are being collected for a description. For one thread. */
final class Facts {
    private final Set<Triple> triples = new LinkedHashSet<>();
    private final Map<String, String> prefixes = new LinkedHashMap<>();

    Facts prefix(String prefix, String namespace) {
        prefixes.put(prefix, namespace);
        return this;
    }

    Facts add(Node subject, Node property, Node value) {
        triples.add(Triple.create(subject, property, value));
        return this;
    }

    Facts addAll(Facts others) {
        triples.addAll(others.triples);
        prefixes.putAll(others.prefixes);
        return this;
    }

    Facts addAll(Answer.Triples others) {
        triples.addAll(others.triples());
        prefixes.putAll(others.prefixes());
        return this;
    }

    /** The triples, to be written. */
    Answer.Triples triples() {
        return Answer.Triples.of(triples, prefixes);
    }

    /** The triples, to be asked. */
    Graph graph() {
        Graph graph = GraphFactory.createDefaultGraph();
        triples.forEach(graph::add);
        return graph;
    }

    static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }

    static Node english(String text) {
        return NodeFactory.createLiteralLang(text, "en");
    }

    static Node number(long number) {
        return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
    }

    static Node size(long bytes) {
        return NodeFactory.createLiteralDT(Long.toString(bytes), XSDDatatype.XSDnonNegativeInteger);
    }

    static Node bytes(String hexadecimal) {
        return NodeFactory.createLiteralDT(hexadecimal, XSDDatatype.XSDhexBinary);
    }

    static Node day(String day) {
        return NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate);
    }

    static Node link(String iri) {
        return NodeFactory.createLiteralDT(iri, XSDDatatype.XSDanyURI);
    }
}
