package org.w3id.trilateral.publish;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.vocabulary.DCAT;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import org.w3id.trilateral.Fixture;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.query.QueryCatalogue;

/** What the service says of its data, against shapes made after the specifications. */
class DescriptionShapesTest {
    private static final String ORIGIN = "https://example.org/graph";
    private static final KnowledgeGraph GRAPH = Fixture.graph();
    private static final QueryCatalogue QUERIES = QueryCatalogue.load(Fixture.home(), GRAPH.info());

    @TestFactory
    Stream<DynamicTest> everyDescriptionHasTheShapeOfItsSpecification(@TempDir Path folder) throws Exception {
        for (String version : new String[] {"0.9.0", "0.10.0"}) {
            Files.createDirectories(folder.resolve(version));
            Files.writeString(folder.resolve(version + "/release.json"), "{\"version\": \"" + version + "\"}");
        }
        Descriptions descriptions = new Descriptions(GRAPH, QUERIES, new Downloads(GRAPH), Releases.in(folder));
        Map<String, Answer.Triples> all =
                Map.of("dcat", descriptions.catalog(ORIGIN), "void", descriptions.voidDescription(ORIGIN),
                "examples", descriptions.examples(ORIGIN), "service", ServiceDescription.of(GRAPH, ORIGIN + "/sparql"));
        return all.entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
            ValidationReport report = validate(entry.getKey(), new Facts().addAll(entry.getValue()).graph());
            assertTrue(report.conforms(), report.getEntries().stream()
                    .map(one -> one.focusNode() + " " + one.resultPath() + " " + one.message())
                    .collect(Collectors.joining("\n")));
        }));
    }

    @Test
    void earlierVersionsAreAChainFromTheNewest(@TempDir Path folder) throws Exception {
        for (String version : new String[] {"0.9.0", "0.10.0"}) {
            Files.createDirectories(folder.resolve(version));
            Files.writeString(folder.resolve(version + "/release.json"), "{\"version\": \"" + version + "\"}");
        }
        Graph catalog = new Facts().addAll(new Descriptions(GRAPH, QUERIES, new Downloads(GRAPH), Releases.in(folder))
                .catalog(ORIGIN)).graph();
        Node previous = iri(DCAT.NS + "previousVersion");

        assertTrue(catalog.contains(iri(GRAPH.info().iri()), previous, iri(ORIGIN + "/releases/0.10.0")));
        assertTrue(catalog.contains(iri(ORIGIN + "/releases/0.10.0"), previous, iri(ORIGIN + "/releases/0.9.0")));
    }

    /** A shape that nothing can break shows nothing. */
    @Test
    void aCatalogueWithoutTitleOrAFileWithoutSizeIsNotAccepted() {
        Graph catalog = new Facts().addAll(new Descriptions(GRAPH, QUERIES).catalog(ORIGIN)).graph();
        catalog.remove(iri(ORIGIN + "/downloads/dataset.nq"), DCAT.byteSize.asNode(), Node.ANY);

        assertFalse(validate("dcat", catalog).conforms());
    }

    private static ValidationReport validate(String name, Graph graph) {
        return ShaclValidator.get().validate(Shapes.parse(RDFDataMgr.loadGraph("src/test/resources/descriptions/"
                + name + ".ttl")), graph);
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
