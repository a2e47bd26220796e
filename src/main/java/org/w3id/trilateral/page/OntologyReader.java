package org.w3id.trilateral.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.graph.Names;
import org.w3id.trilateral.graph.Terms;
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
        this.statements = new Statements(union, data.getGraph(KnowledgeGraph.INFERRED), new Labels(union, names, language.tag()));
        this.labels = statements.labels();
    }

    OntologyView read() {
        return new OntologyView(terms(OWL.Class.asNode()),
                terms(OWL.ObjectProperty.asNode(), OWL.DatatypeProperty.asNode(), OWL.AnnotationProperty.asNode()));
    }

    /** Each class with the wider one, and classes joined by a property that has both as domain and range. */
    Grid diagram() {
        Stream<List<Node>> wider = union.find(Node.ANY, RDFS.subClassOf.asNode(), Node.ANY).toList().stream()
                .map(triple -> List.of(triple.getSubject(), triple.getPredicate(), triple.getObject()));
        Stream<List<Node>> joined = union.find(Node.ANY, RDFS.domain.asNode(), Node.ANY).toList().stream()
                .flatMap(domain -> union.find(domain.getSubject(), RDFS.range.asNode(), Node.ANY).toList().stream()
                        .map(range -> List.of(domain.getObject(), domain.getSubject(), range.getObject())));
        List<List<List<Ref>>> rows = Stream.concat(wider, joined)
                .filter(row -> row.stream().filter(Node::isURI).count() == row.size()
                        && row.stream().filter(node -> node.getURI().startsWith(Terms.TRI)).count() > 1
                        && row.get(2).getURI().startsWith(Terms.TRI))
                .map(row -> row.stream().map(node -> List.of(labels.ref(node))).toList()).toList();
        List<String> columns = List.of("subject", "property", "value");
        return new Grid(Ref.plain(""), columns, columns.stream().map(Ref::plain).toList(), rows);
    }

    private List<Term> terms(Node... kinds) {
        return Stream.of(kinds)
                .flatMap(kind -> union.find(Node.ANY, RDF.type.asNode(), kind).toList().stream())
                .map(triple -> triple.getSubject())
                .filter(node -> node.isURI() && node.getURI().startsWith(Terms.TRI)).distinct()
                .sorted(statements.readingOrder())
                .map(this::term).toList();
    }

    private Term term(Node node) {
        List<Node> users = Stream.concat(union.find(Node.ANY, node, Node.ANY).toList().stream(),
                union.find(Node.ANY, RDF.type.asNode(), node).toList().stream()).map(triple -> triple.getSubject()).toList();
        Optional<Ref> example = users.stream().map(Labels::owner).filter(user -> Hits.isThing(user, names))
                .min(Comparator.comparing(user -> user.toString())).map(labels::ref);
        return new Term(node.getURI().substring(Terms.TRI.length()), labels.all(node), labels.of(node, SKOS.definition.asNode()),
                statements.stated(node, SHOWN), users.size(), example);
    }
}
