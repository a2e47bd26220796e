package org.w3id.trilateral.load;

import java.util.function.Consumer;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

import org.w3id.trilateral.graph.Terms;

/** Writes statements about one thing after another. Not thread-safe. */
final class Statements {
    private static final String THINGS = "https://w3id.org/trilateral/id/";

    private final Consumer<Triple> out;
    private Node subject;

    Statements(Consumer<Triple> out) {
        this.out = out;
    }

    /** Begins with another thing, of that class and English label. */
    Statements about(Node thing, String type, String label) {
        return about(thing, type).says(RDFS.Nodes.label, NodeFactory.createLiteralLang(label, "en"));
    }

    /** Begins with another thing, of that class. */
    Statements about(Node thing, String type) {
        subject = thing;
        return says(RDF.Nodes.type, tri(type));
    }

    /** Says one thing more. */
    Statements says(String property, Node object) {
        return says(tri(property), object);
    }

    /** Says one thing more, with a property of any vocabulary. */
    Statements says(Node property, Node object) {
        out.accept(Triple.create(subject, property, object));
        return this;
    }

    /** A term of the ontology. */
    static Node tri(String name) {
        return NodeFactory.createURI(Terms.TRI + name);
    }

    /** A thing that is in the curated graph as well. */
    static Node thing(String name) {
        return NodeFactory.createURI(THINGS + name);
    }

    /** A generated thing: {@code generated-event-17}. */
    static Node thing(String kind, long number) {
        return thing("generated-" + kind + "-" + number);
    }
}
