package org.w3id.trilateral.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidatorTest {
    private static final String BASE = "https://w3id.org/trilateral/id/";
    private static final String[] PLACE = {
        "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>", "PREFIX tri: <https://w3id.org/trilateral/ontology#>",
        "PREFIX trid: <https://w3id.org/trilateral/id/>", "trid:somewhere a tri:Place ; rdfs:label \"Somewhere\"@en ."};

    @TempDir
    private Path root;

    @Test
    void aFileThatDoesNotParseIsFoundByItsLineAndTheRestIsStillChecked() throws IOException {
        HomeFolder folder = HomeFolder.in(root).write("data/places.ttl", PLACE)
                .write("data/torn.ttl", "# one line", "<a> <b> ; .");

        Report report = new Validator().validate(folder.home());

        assertEquals(List.of("unreadable-file"), rulesIn(report, "data/torn.ttl:2"));
        assertTrue(rulesIn(report, "data/places.ttl").contains("attested"), report.findings().toString());
        assertFalse(report.passes());
    }

    @Test
    void aFindingNamesFileAndEntity() throws IOException {
        Report report = new Validator().validate(HomeFolder.in(root).write("data/places.ttl", PLACE).home());

        Finding finding = report.findings().stream().filter(f -> f.rule().equals("attested")).findFirst().orElseThrow();
        assertEquals(new Finding(Severity.VIOLATION, "data/places.ttl", "trid:somewhere", "attested",
                "A thing that is stated as a fact has at least one attestation. [tri:attestation]"), finding);
    }

    @Test
    void aBrokenDescriptionOfTheDataSetDoesNotHideOtherBrokenFiles() throws IOException {
        HomeFolder folder = HomeFolder.in(root).write("data/dataset.ttl", "<a> <b>")
                .write("data/torn.ttl", "<a> <b> ; .");

        Report report = new Validator().validate(folder.home());

        assertEquals(List.of("unreadable-file"), rulesIn(report, "data/torn.ttl:1"));
        assertEquals(1, report.findings().stream().filter(f -> f.file().startsWith("data/dataset.ttl")).count());
    }

    @Test
    void brokenRulesAreFoundAndTheOthersStillRun() throws IOException {
        HomeFolder folder = HomeFolder.in(root).write("data/places.ttl", PLACE)
                .write("queries/checks/torn-violation.rq", "SELECT ?entity", "WHERE {")
                .write("queries/checks/wordless-violation.rq", "SELECT ?entity WHERE { ?entity ?p ?o }")
                .write("ontology/shapes/torn.ttl", "<a> <b>")
                .write("ontology/rules/95-torn.rq", "CONSTRUCT {");

        Report report = new Validator().validate(folder.home());

        for (String file : List.of("queries/checks/torn-violation.rq", "queries/checks/wordless-violation.rq",
                "ontology/shapes/torn.ttl", "ontology/rules/95-torn.rq")) {
            assertTrue(report.findings().stream().filter(f -> f.rule().equals("unreadable-file"))
                    .anyMatch(f -> f.file().startsWith(file)), file);
        }
        assertTrue(rulesIn(report, "data/places.ttl").contains("attested"));
    }

    @Test
    void aLinkIsFoundInItsTable() throws IOException {
        Graph links = link("nowhere", "http://www.wikidata.org/entity/Q1");
        HomeFolder folder = HomeFolder.in(root).write("data/links/wikidata.sssom.tsv", "");

        Report report = new Validator(home -> Map.of("links/wikidata", links)).validate(folder.home());

        assertEquals(List.of("untyped-thing"), rulesIn(report, "data/links/wikidata.sssom.tsv"));
    }

    @Test
    void aFaultyLinkOfAThingIsFoundInTheTableAndNotWhereTheThingIsDescribed() throws IOException {
        Graph links = link("somewhere", "https://www.wikidata.org/wiki/Q1");
        HomeFolder folder = HomeFolder.in(root).write("data/places.ttl", PLACE)
                .write("data/links/wikidata.sssom.tsv", "");

        Report report = new Validator(home -> Map.of("links/wikidata", links)).validate(folder.home());

        assertEquals(List.of("malformed-identifier"), rulesIn(report, "data/links/wikidata.sssom.tsv"));
    }

    @Test
    void warningsDoNotFail() {
        Finding warning = new Finding(Severity.WARNING, "data/a.ttl", "trid:a", "orphan", "alone");

        assertTrue(Report.of(List.of(warning), 1, 1, 1, 1).passes());
    }

    private static Graph link(String name, String outside) {
        Graph graph = GraphFactory.createDefaultGraph();
        graph.add(NodeFactory.createURI(BASE + name), SKOS.exactMatch.asNode(), NodeFactory.createURI(outside));
        return graph;
    }

    private static List<String> rulesIn(Report report, String file) {
        return report.findings().stream().filter(f -> f.file().equals(file)).map(Finding::rule).distinct().toList();
    }
}
