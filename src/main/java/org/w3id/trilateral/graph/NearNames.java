package org.w3id.trilateral.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.Suggestion;
import org.w3id.trilateral.fault.TrilateralException;

/** What a person means by a name: the thing of that name or label, else "did you mean". */
public final class NearNames {
    private final Names names;
    private final Graph union;

    /**
     * Looks in a graph.
     *
     * @param union all that is known; read within the caller's transaction
     */
    public NearNames(Names names, Graph union) {
        this.names = names;
        this.union = union;
    }

    /** The failure for an IRI that the graph says nothing of; names the nearest that it knows, if there is one. */
    public TrilateralException unknown(Node entity) {
        return unknown(name(entity.getURI()));
    }

    private TrilateralException unknown(String given) {
        Optional<String> near = nearest(given);
        return new TrilateralException(Fault.UNKNOWN_RESOURCE, "the graph says nothing of '" + given + "'."
                + near.map(name -> " Did you mean '" + name + "'?").orElse(""), near.stream().toList());
    }

    /** The thing with exactly that label, in any language; upper and lower case are the same. */
    public Node labelled(String label) {
        return labelled(label, thing -> true).orElseThrow(() -> unknown(label));
    }

    /**
     * The thing that a value means: by its name or IRI, in the namespace of the things or of the ontology, or by its
     * label. Among the choices a name is sought first; an IRI of another data set is taken as it is.
     *
     * @param choices IRI of a class or concept scheme whose members are meant, if any
     * @throws TrilateralException {@link Fault#UNKNOWN_RESOURCE}, with the nearest name
     */
    public Node meant(String text, Optional<String> choices) {
        Predicate<Node> isChoice = thing -> choices.isPresent()
                && isMember(thing, NodeFactory.createURI(choices.get()));
        List<Node> named = named(text);
        return named.stream().filter(isChoice).findFirst()
                .or(() -> labelled(text, isChoice))
                .or(() -> named.stream().filter(this::isKnown).findFirst())
                .or(() -> labelled(text, thing -> true))
                .or(() -> named.stream().filter(thing -> names.local(thing.getURI()).isEmpty()
                        && !thing.getURI().startsWith(Terms.TRI)).findFirst())
                .orElseThrow(() -> unknown(text));
    }

    /** A label, where it means the same member of a class or concept scheme as a name does; else the name. */
    public String called(String label, String name, String group) {
        Optional<String> choices = Optional.of(group);
        return meant(label, choices).equals(meant(name, choices)) ? label : name;
    }

    private List<Node> named(String text) {
        try {
            Node thing = names.parse(text);
            return names.local(thing.getURI()).map(local -> List.of(thing, NodeFactory.createURI(Terms.TRI + local)))
                    .orElseGet(() -> List.of(thing));
        } catch (TrilateralException e) {
            return List.of();
        }
    }

    private boolean isKnown(Node thing) {
        return union.contains(thing, Node.ANY, Node.ANY);
    }

    private boolean isMember(Node thing, Node choices) {
        return union.contains(thing, RDF.type.asNode(), choices)
                || union.contains(thing, SKOS.inScheme.asNode(), choices);
    }

    private Optional<Node> labelled(String label, Predicate<Node> filter) {
        return union.find(Node.ANY, RDFS.label.asNode(), Node.ANY).toList().stream()
                .filter(t -> t.getSubject().isURI() && t.getObject().isLiteral()
                        && t.getObject().getLiteralLexicalForm().equalsIgnoreCase(label.strip()))
                .map(Triple::getSubject).filter(filter).min(Comparator.comparing(Node::getURI));
    }

    private Optional<String> nearest(String given) {
        Map<String, String> candidates = new TreeMap<>();
        union.find(Node.ANY, RDFS.label.asNode(), Node.ANY).forEach(t -> {
            if (t.getSubject().isURI() && t.getObject().isLiteral() && !t.getSubject().getURI().contains("--")) {
                String name = name(t.getSubject().getURI());
                candidates.put(name, name);
                candidates.putIfAbsent(hyphenated(t.getObject().getLiteralLexicalForm()), name);
            }
        });
        return Suggestion.nearest(hyphenated(given), List.copyOf(candidates.keySet())).map(candidates::get);
    }

    private String name(String iri) {
        return names.local(iri).orElseGet(() -> names.shorten(iri));
    }

    private static String hyphenated(String label) {
        return label.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s,.]+", "-");
    }
}
