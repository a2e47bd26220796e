package org.w3id.trilateral.page;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

import org.w3id.trilateral.graph.Names;
import org.w3id.trilateral.graph.Terms;
import org.w3id.trilateral.page.OntologyView.Branch;
import org.w3id.trilateral.page.OntologyView.Term;

/** Gathers what the ontology says of its own terms. Lives no longer than one read of the graph. */
final class OntologyReader {
    private static final List<Node> SHOWN = Stream.of(RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range,
            OWL.inverseOf, SKOS.scopeNote, SKOS.example).map(property -> property.asNode()).toList();

    /** What a term of an ontology may be. */
    static final List<Node> KINDS = Stream.of(OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty,
            OWL.AnnotationProperty).map(kind -> kind.asNode()).toList();

    private final Graph union;
    private final Statements statements;
    private final Labels labels;
    private final Optional<TermUses> uses;

    /** @param uses how often the terms are used; empty as long as that is not counted */
    OntologyReader(DatasetGraph data, Names names, Language language, Optional<TermUses> uses) {
        this.union = data.getDefaultGraph();
        this.uses = uses;
        this.statements = new Statements(data, new Labels(union, names, language.tag()));
        this.labels = statements.labels();
    }

    OntologyView read() {
        return new OntologyView(narrower(Optional.empty(), Set.of()), terms(KINDS.subList(0, 1)),
                terms(KINDS.subList(1, KINDS.size())));
    }

    /** Classes joined by a property that has both as domain and range. */
    Grid diagram() {
        List<List<List<Ref>>> rows = union.find(Node.ANY, RDFS.domain.asNode(), Node.ANY).toList().stream()
                .flatMap(domain -> union.find(domain.getSubject(), RDFS.range.asNode(), Node.ANY).toList().stream()
                        .map(range -> List.of(domain.getObject(), domain.getSubject(), range.getObject())))
                .filter(row -> row.stream().allMatch(OntologyReader::isOwn))
                .map(row -> row.stream().map(node -> List.of(labels.ref(node))).toList()).toList();
        List<String> columns = List.of("subject", "property", "value");
        return new Grid(Ref.plain(""), columns, columns.stream().map(Ref::plain).toList(), rows);
    }

    private static boolean isOwn(Node node) {
        return node.isURI() && node.getURI().startsWith(Terms.TRI);
    }

    /** The classes just below one, or those below none; those above it are left out, so that a circle ends. */
    private List<Branch> narrower(Optional<Node> wider, Set<Node> above) {
        return union.find(Node.ANY, RDF.type.asNode(), OWL.Class.asNode()).mapWith(Triple::getSubject).toList().stream()
                .filter(OntologyReader::isOwn).distinct().filter(type -> !above.contains(type))
                .filter(type -> wider.map(node -> widerOnes(type).contains(node))
                .orElseGet(() -> widerOnes(type).isEmpty()))
                .sorted(statements.readingOrder()).map(type -> branch(type, above)).toList();
    }

    private Branch branch(Node type, Set<Node> above) {
        Set<Node> passed = new HashSet<>(above);
        passed.add(type);
        return new Branch(labels.ref(type), number(type),
                narrower(Optional.of(type), passed));
    }

    private OptionalInt number(Node term) {
        return uses.map(known -> OptionalInt.of(known.of(term).number())).orElseGet(OptionalInt::empty);
    }

    private List<Node> widerOnes(Node type) {
        return union.find(type, RDFS.subClassOf.asNode(), Node.ANY).mapWith(Triple::getObject)
                .filterKeep(OntologyReader::isOwn).toList();
    }

    private List<Term> terms(List<Node> kinds) {
        return kinds.stream()
                .flatMap(kind -> union.find(Node.ANY, RDF.type.asNode(), kind).toList().stream())
                .map(triple -> triple.getSubject())
                .filter(OntologyReader::isOwn).distinct()
                .sorted(statements.readingOrder())
                .map(this::term).toList();
    }

    private Term term(Node node) {
        Optional<Ref> example = uses.flatMap(known -> known.of(node).example()).map(labels::ref);
        return new Term(node.getURI().substring(Terms.TRI.length()), labels.all(node),
                labels.of(node, SKOS.definition.asNode()),
                statements.stated(node, SHOWN), number(node), example);
    }
}
