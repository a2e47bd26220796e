package org.w3id.trilateral.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/** What a person means by a name: the thing of that name or label, else "did you mean". */
public final class NearNames {
    private static final List<String> LANGUAGES = List.of("en", "ja", "ko", "");

    private final Names names;
    private final Graph union;
    private final Supplier<Optional<NameIndex>> index;

    /**
     * Looks in a graph.
     *
     * @param data the dataset of the graph, within the caller's transaction
     */
    public NearNames(KnowledgeGraph graph, DatasetGraph data) {
        this.names = graph.names();
        this.union = data.getDefaultGraph();
        this.index = graph::nameIndex;
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

    /** The things that have a name in an address or a label that is just this text. */
    public List<Node> exact(String text) {
        return Stream.concat(named(text).stream().filter(this::isKnown), exactly(text.strip())).distinct().toList();
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
                && isMember(thing, NodeFactory.createURI(choices.get()), union);
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

    /** Whether a thing is of a class or in a concept scheme. */
    public static boolean isMember(Node thing, Node choices, Graph union) {
        return union.contains(thing, RDF.type.asNode(), choices)
                || union.contains(thing, SKOS.inScheme.asNode(), choices);
    }

    private Optional<Node> labelled(String label, Predicate<Node> filter) {
        return index.get().map(known -> known.labelled(Spelling.folded(label)).stream()
                .filter(term -> isCalled(term, label.strip()))).orElseGet(() -> exactly(label.strip()))
                .filter(filter).min(Comparator.comparing(Node::getURI));
    }

    private boolean isCalled(Node term, String label) {
        return union.find(term, RDFS.label.asNode(), Node.ANY).toList().stream().map(Triple::getObject)
                .anyMatch(text -> text.isLiteral() && text.getLiteralLexicalForm().equalsIgnoreCase(label));
    }

    /** As long as the names are not gathered: the terms with just that label, in a language that labels are in. */
    private Stream<Node> exactly(String label) {
        return LANGUAGES.stream().map(tag -> tag.isEmpty() ? NodeFactory.createLiteralString(label)
                        : NodeFactory.createLiteralLang(label, tag))
                .flatMap(text -> union.find(Node.ANY, RDFS.label.asNode(), text).toList().stream())
                .map(Triple::getSubject).filter(Node::isURI);
    }

    private Optional<String> nearest(String given) {
        return index.get().flatMap(known -> known.nearest(given));
    }

    private String name(String iri) {
        return names.local(iri).orElseGet(() -> names.shorten(iri));
    }
}
