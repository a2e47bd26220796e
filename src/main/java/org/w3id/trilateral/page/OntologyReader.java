package org.w3id.trilateral.page;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.graph.Names;
import org.w3id.trilateral.graph.Terms;
import org.w3id.trilateral.page.OntologyView.Branch;
import org.w3id.trilateral.page.OntologyView.Term;

/** Gathers what the ontology says of its own terms. Lives no longer than one read of the graph. */
final class OntologyReader {
    private static final List<Node> SHOWN = Stream.of(RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range,
            OWL.inverseOf, SKOS.scopeNote, SKOS.example).map(property -> property.asNode()).toList();

    private final Graph union;
    private final Statements statements;
    private final Labels labels;
    private final Names names;

    OntologyReader(DatasetGraph data, Names names, Language language) {
        this.union = data.getDefaultGraph();
        this.names = names;
        this.statements = new Statements(union, data.getGraph(KnowledgeGraph.INFERRED),
                new Labels(union, names, language.tag()));
        this.labels = statements.labels();
    }

    OntologyView read() {
        return new OntologyView(narrower(Optional.empty(), Set.of()), terms(OWL.Class.asNode()),
                terms(OWL.ObjectProperty.asNode(), OWL.DatatypeProperty.asNode(), OWL.AnnotationProperty.asNode()));
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
        return new Branch(labels.ref(type), union.find(Node.ANY, RDF.type.asNode(), type).toList().size(),
                narrower(Optional.of(type), passed));
    }

    private List<Node> widerOnes(Node type) {
        return union.find(type, RDFS.subClassOf.asNode(), Node.ANY).mapWith(Triple::getObject)
                .filterKeep(OntologyReader::isOwn).toList();
    }

    private List<Term> terms(Node... kinds) {
        return Stream.of(kinds)
                .flatMap(kind -> union.find(Node.ANY, RDF.type.asNode(), kind).toList().stream())
                .map(triple -> triple.getSubject())
                .filter(OntologyReader::isOwn).distinct()
                .sorted(statements.readingOrder())
                .map(this::term).toList();
    }

    private Term term(Node node) {
        List<Node> users = Stream.concat(union.find(Node.ANY, node, Node.ANY).toList().stream(),
                union.find(Node.ANY, RDF.type.asNode(), node).toList().stream()).map(triple -> triple.getSubject())
                .toList();
        Optional<Ref> example = users.stream().map(Labels::owner).filter(user -> Hits.isThing(user, names))
                .min(Comparator.comparing(user -> user.toString())).map(labels::ref);
        return new Term(node.getURI().substring(Terms.TRI.length()), labels.all(node),
                labels.of(node, SKOS.definition.asNode()),
                statements.stated(node, SHOWN), users.size(), example);
    }
}
