package org.w3id.trilateral.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.junit.jupiter.api.Test;

import org.w3id.trilateral.Fixture;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.graph.Terms;
import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.query.QueryCatalogue;
import org.w3id.trilateral.result.ResultFormat;

class DescriptionsTest {
    private static final String ORIGIN = "https://example.org/graph";
    private static final KnowledgeGraph GRAPH = Fixture.graph();
    private static final Descriptions DESCRIPTIONS =
            new Descriptions(GRAPH, QueryCatalogue.load(Fixture.home(), GRAPH.info()));

    @Test
    void theFiguresAreThoseOfTheData() {
        Graph figures = graph(DESCRIPTIONS.voidDescription(ORIGIN));

        int triples = GRAPH.read(data -> data.getDefaultGraph().size());
        assertEquals(triples, number(figures, dataset(), VOID.triples.asNode()));
        for (Node partition : objects(figures, dataset(), VOID.classPartition.asNode())) {
            Node type = objects(figures, partition, VOID._class.asNode()).get(0);
            int things = GRAPH.read(data -> data.getDefaultGraph().find(Node.ANY, RDF.type.asNode(), type).toList()
                    .size());
            assertEquals(things, number(figures, partition, VOID.entities.asNode()), type.toString());
        }
    }

    /** The query that the SIB editor asks for its completions. */
    @Test
    void anEditorLearnsWhichClassHasWhichPropertyToWhichClassOrDatatype() {
        List<String> rows = rows(graph(DESCRIPTIONS.voidDescription(ORIGIN)), """
                PREFIX void: <http://rdfs.org/ns/void#>
                PREFIX void-ext: <http://ldf.fi/void-ext#>
                SELECT (CONCAT(STR(?subject), " ", STR(?property), " ", STR(?value)) AS ?row) WHERE {
                  { ?cp void:class ?subject ; void:propertyPartition ?pp . ?pp void:property ?property .
                    ?pp void:classPartition [ void:class ?value ] }
                  UNION { ?cp void:class ?subject ; void:propertyPartition ?pp . ?pp void:property ?property .
                    ?pp void-ext:datatypePartition [ void-ext:datatype ?value ] } }""");

        assertTrue(rows.contains(Terms.TRI + "Summit " + Terms.TRI + "attendee " + Terms.TRI + "Person"),
                rows.toString());
        assertTrue(rows.contains(Terms.TRI + "Summit " + Terms.TRI + "start http://www.w3.org/2001/XMLSchema#date"),
                rows.toString());
        assertEquals(rows.stream().distinct().count(), rows.size());
    }

    @Test
    void linksToOtherDataSetsAreLinksets() {
        Graph figures = graph(DESCRIPTIONS.voidDescription(ORIGIN));

        List<Node> linksets = objects(figures, dataset(), VOID.subset.asNode());

        assertFalse(linksets.isEmpty());
        assertTrue(linksets.stream()
                .allMatch(linkset -> figures.contains(linkset, VOID.linkPredicate.asNode(), Node.ANY)
                && figures.contains(linkset, VOID.objectsTarget.asNode(), Node.ANY)
                && number(figures, linkset, VOID.triples.asNode()) > 0));
    }

    @Test
    void theCatalogueNamesEveryFileAndService() {
        Graph catalog = graph(DESCRIPTIONS.catalog(ORIGIN));

        assertEquals(18, objects(catalog, dataset(), DCAT.distribution.asNode()).size());
        assertTrue(catalog.contains(iri(ORIGIN + "/downloads/dataset.nq.gz"), DCAT.compressFormat.asNode(), Node.ANY));
        assertTrue(catalog.contains(iri(ORIGIN + "/sparql"), DCAT.servesDataset.asNode(), dataset()));
        assertTrue(catalog.contains(Node.ANY, iri(DCAT.NS + "startDate"), Node.ANY));
    }

    @Test
    void everyPackagedQueryIsAnExampleThatParses() {
        List<String> texts = rows(graph(DESCRIPTIONS.examples(ORIGIN)), """
                PREFIX sh: <http://www.w3.org/ns/shacl#>
                PREFIX schema: <https://schema.org/>
                SELECT ?text WHERE { ?q a sh:SPARQLExecutable ; <http://www.w3.org/2000/01/rdf-schema#comment> ?comment ;
                  schema:target <https://example.org/graph/sparql> ; sh:select|sh:ask|sh:construct|sh:describe ?text }""");

        assertEquals(4, texts.size());
        texts.forEach(QueryFactory::create);
    }

    @Test
    void queriesSeeTheDescriptionsAndDumpsDoNot() {
        KnowledgeGraph described = GRAPH.describedBy(() -> DESCRIPTIONS.graphs(ORIGIN));

        assertTrue(described.graphNames().contains(iri(ORIGIN + Descriptions.VOID_PATH)));
        assertTrue(hasPartition(described));
        assertFalse(hasPartition(GRAPH));
        assertEquals(new DataHash(GRAPH).hex(), new DataHash(described).hex());
        assertEquals(dump(GRAPH), dump(described));
    }

    private static boolean hasPartition(KnowledgeGraph graph) {
        return graph.read(data -> data.getDefaultGraph().contains(Node.ANY, VOID.classPartition.asNode(), Node.ANY));
    }

    private static String dump(KnowledgeGraph graph) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Dump(graph).write(ResultFormat.NTRIPLES, Optional.empty(), out, Progress.unheard());
        return out.toString();
    }

    private static Node dataset() {
        return iri(GRAPH.info().iri());
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    private static Graph graph(Answer.Triples triples) {
        return new Facts().addAll(triples).graph();
    }

    private static List<Node> objects(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).mapWith(t -> t.getObject()).toList();
    }

    private static int number(Graph graph, Node subject, Node property) {
        return (int) objects(graph, subject, property).get(0).getLiteralValue();
    }

    private static List<String> rows(Graph graph, String query) {
        try (QueryExec execution = QueryExec.graph(graph).query(query).build()) {
            return execution.select().materialize().stream()
                    .map(row -> row.get(row.vars().next()).getLiteralLexicalForm()).toList();
        }
    }
}
