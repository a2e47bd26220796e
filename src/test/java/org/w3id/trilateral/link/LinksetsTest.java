package org.w3id.trilateral.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.w3id.trilateral.Fixture;
import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.Home;

class LinksetsTest {
    private static final Node EXACT = NodeFactory.createURI("http://www.w3.org/2004/02/skos/core#exactMatch");
    private static final Node CONFIDENCE = NodeFactory.createURI(Mapping.SSSOM + "confidence");
    private static final String HEADER =
            "#mapping_set_id: https://example.org/set\n#license: https://example.org/licence\n"
            + "#curie_map:\n#  trid: https://w3id.org/trilateral/id/\n";
    private static final String COLUMNS =
            "subject_id\tpredicate_id\tobject_id\tmapping_justification\tconfidence\tmapping_date\n";

    private final Graph graph = Linksets.graphs(Fixture.home()).get("links/examples");

    @Test
    void aTableBecomesAGraphNamedAfterItsTarget() {
        assertEquals(Set.of("links/examples"), Linksets.graphs(Fixture.home()).keySet());
    }

    @Test
    void aMappingIsATripleAndAnAxiomWithItsJustification() {
        Node axiom = graph.find(Node.ANY, OWL2.annotatedSource.asNode(), trid("japan")).next().getSubject();

        assertTrue(graph.contains(trid("japan"), EXACT, NodeFactory.createURI("https://example.org/jp")));
        assertTrue(axiom.getURI().matches(trid("japan").getURI() + "--[0-9a-f]{10}"), axiom.getURI());
        assertEquals("1.0", graph.find(axiom, CONFIDENCE, Node.ANY).next().getObject().getLiteralLexicalForm());
    }

    @Test
    void aNegativeMappingAndAVainSearchAreKeptWithoutATriple() {
        assertFalse(graph.contains(trid("camp-david"), EXACT, Node.ANY));
        assertFalse(graph.contains(trid("south-korea"), EXACT, Node.ANY));
        assertEquals(3, graph.find(Node.ANY, OWL2.annotatedProperty.asNode(), EXACT).toList().size());
    }

    @Test
    void aQuotedCellIsReadAsWritten() {
        Node comment = NodeFactory.createURI(Mapping.SSSOM + "comment");

        assertEquals("a \"school\", not the place",
                graph.find(Node.ANY, comment, Node.ANY).next().getObject().getLiteralLexicalForm());
    }

    @Test
    void twoReadsGiveTheSameIris() {
        Graph again = GraphFactory.createDefaultGraph();
        Linksets.graphs(Fixture.home()).get("links/examples").stream().forEach(again::add);

        assertEquals(graph.find().toSet(), again.find().toSet());
    }

    @Test
    void anObjectMayBeAText(@TempDir Path folder) {
        Home home = Fixture.with(folder, "data/links/codes.sssom.tsv",
                HEADER + "#  dcterms: http://purl.org/dc/terms/\n"
                + "subject_id\tpredicate_id\tobject_type\tobject_label\tmapping_justification\n"
                + "trid:japan\tdcterms:identifier\trdfs literal\tCode: 740\tsemapv:ManualMappingCuration\n");

        Graph codes = Linksets.graphs(home).get("links/codes");

        Node text = NodeFactory.createLiteralString("Code: 740");
        assertTrue(codes.contains(trid("japan"), DCTerms.identifier.asNode(), text));
        assertTrue(codes.contains(Node.ANY, OWL2.annotatedTarget.asNode(), text));
    }

    @Test
    void aTextStandsInTheLabelOnly(@TempDir Path one, @TempDir Path other) {
        String columns = "subject_id\tpredicate_id\tobject_id\tobject_type\tobject_label\tmapping_justification\n";
        String row = "trid:japan\tskos:exactMatch\t%s\trdfs literal\t%s\tsemapv:ManualMappingCuration\n";
        String message = "data/links/wrong.sssom.tsv, line 6: an object of type 'rdfs literal' stands in 'object_label', and has no 'object_id'";

        assertEquals(message, failure(one, HEADER + columns + row.formatted("trid:x", "x")));
        assertEquals(message, failure(other, HEADER + columns + row.formatted("", "")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "trid:japan~skos:exactMatch~ex:jp~semapv:ManualMappingCuration~~         | line 6: the prefix of 'ex:jp' is not in the curie_map.",
        "trid:japan~skos:exactMatch~trid:x~~~                                    | line 6: 'mapping_justification' is empty",
        "trid:japan~skos:exactMatch                                              | line 6: it has 2 cells under 6 columns",
        "trid:japan~skos:exactMatch~trid:x~semapv:ManualMappingCuration~2~       | line 6: 'confidence' is '2'; it takes a number from 0 to 1",
        "trid:japan~skos:exactMatch~trid:x~semapv:ManualMappingCuration~~2023-02-30 | line 6: 'mapping_date' is '2023-02-30'; it takes a day",
        "japan~skos:exactMatch~trid:x~semapv:ManualMappingCuration~~             | line 6: 'japan' is not of the form prefix:name",
        "\"japan~skos:exactMatch~trid:x~semapv:ManualMappingCuration~~           | line 6: a quotation mark is not closed",
    })
    void aRowThatIsNotRightIsToldWithFileAndLine(String row, String message, @TempDir Path folder) {
        String failure = failure(folder, HEADER + COLUMNS + row.replace('~', '\t') + "\n");

        assertTrue(failure.startsWith("data/links/wrong.sssom.tsv, " + message), failure);
    }

    @Test
    void aHeaderThatIsNotRightIsToldWithFileAndLine(@TempDir Path a, @TempDir Path b, @TempDir Path c,
            @TempDir Path d) {
        String name = "data/links/wrong.sssom.tsv, ";

        assertEquals(name + "line 1: the header needs 'license', an absolute IRI",
                failure(a, HEADER.replace("#license: https://example.org/licence\n", "") + COLUMNS));
        assertTrue(failure(b, HEADER.replace("#license: https", "#license: [https") + COLUMNS)
                .contains("the header is not YAML"));
        assertEquals(name + "line 5: 'subjct_id' is no column of SSSOM. Did you mean 'subject_id'?",
                failure(c, HEADER + COLUMNS.replace("subject_id", "subjct_id")));
        assertEquals(name + "line 1: no header: its first lines must be '#key: value'", failure(d, COLUMNS));
    }

    private static String failure(Path folder, String text) {
        Home home = Fixture.with(folder, "data/links/wrong.sssom.tsv", text);
        TrilateralException failure = assertThrows(TrilateralException.class, () -> Linksets.graphs(home));
        assertEquals(Fault.MALFORMED_SOURCE, failure.fault());
        return failure.getMessage();
    }

    private static Node trid(String name) {
        return NodeFactory.createURI("https://w3id.org/trilateral/id/" + name);
    }
}
