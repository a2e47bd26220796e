package org.w3id.trilateral.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.w3id.trilateral.Fixture;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.publish.Description;
import org.w3id.trilateral.query.Execution;
import org.w3id.trilateral.query.Limits;
import org.w3id.trilateral.query.PackagedQuery;
import org.w3id.trilateral.query.QueryCatalogue;
import org.w3id.trilateral.result.ResultFormat;

class MainTest {
    private final Map<String, String> environment = new HashMap<>(Map.of("TRILATERAL_HOME", Fixture.FOLDER.toString()));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String input = "";

    @Test
    void askWithoutANameListsTheQuestionsByTheme() {
        assertEquals(0, run("ask"));

        assertTrue(printed().startsWith("chronology\n  events-in-span              What happened"), printed());
        assertTrue(printed().contains("\nsummits\n  any-summit-since"), printed());
    }

    @Test
    void askPrintsTheBytesOfTheFormat() {
        KnowledgeGraph graph = Fixture.graph();
        PackagedQuery query = QueryCatalogue.load(Fixture.home(), graph.info()).get("events-in-span");
        byte[] expected = ResultFormat.CSV.render(new Execution(graph, Limits.SERVICE)
                .run(query.with(Map.of("labelled", "정상"), graph)));

        assertEquals(0, run("ask", "events-in-span", "--labelled", "정상", "--format", "csv"));

        assertArrayEquals(expected, out.toByteArray());
        assertEquals("", said());
    }

    @Test
    void askPrintsATableOfLabelsFittedToTheTerminal() {
        environment.put("COLUMNS", "50");

        assertEquals(0, run("ask", "events-in-span", "--lang", "ko"));

        assertTrue(printed().lines().allMatch(line -> DisplayWidth.of(line) <= 50), printed());
        assertTrue(printed().contains("캠프 데이비드 정상회의"), printed());
        assertEquals("4 rows\n", said());
    }

    @Test
    void aTableOfNamesCanBeUsedInFurtherCommands() {
        run("ask", "summits-after-provocations", "--names");

        assertTrue(printed().contains("obuchi-kim-summit-1998"), printed());
    }

    @Test
    void theHelpOfAQuestionTellsEachParameterWithTypeDefaultAndAnExample() {
        assertEquals(0, run("ask", "summits-after-provocations", "--help"));

        assertTrue(printed().contains("--withinDays=<integer>"), printed());
        assertTrue(printed().contains("longest gap between provocation and summit, in whole days"), printed());
        assertTrue(printed().contains("(default: 180)"), printed());
        assertTrue(printed().contains("trilateral ask summits-after-provocations --withinDays 180 --format csv"),
                printed());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ask sumits-after-provocations                     | 'sumits-after-provocations' is not known here. Did you mean 'summits-after-provocations'?",
        "ask summits-after-provocations --withinDay 3      | there is no option '--withinDay'. Did you mean '--withinDays'?",
        "ask summits-after-provocations --withinDays x     | parameter 'withinDays' cannot be 'x': it takes a whole number, such as 180",
        "ask summits-after-provocations --withinDays 1 --withinDays 2 | the option '--withinDays' is given twice.",
        "ask summits-after-provocations --format ttl       | there is no format 'ttl' for this answer.",
        "descibe japan                                     | 'descibe' is not known here. Did you mean 'describe'?",
        "describe japn                                     | the graph says nothing of 'japn'. Did you mean 'japan'?",
        "describe                                          | Missing required parameter: 'NAME'.",
        "describe japan --format pdf                       | there is no format 'pdf' for this answer.",
        "export --graph links/exampels                     | there is no graph 'links/exampels'. Did you mean 'links/examples'?",
        "export --out trilateral.doc                       | there is no format 'doc' for this answer.",
        "query no-such-file.rq                             | cannot read the query file 'no-such-file.rq'",
        "serve --port 70000                                | '70000' is no port: --port takes 0 to 65535",
        "serve --port x                                    | Invalid value for option '--port': 'x' is not an int.",
        "ask --home no-such-folder                         | 'no-such-folder' is no home folder: it has no 'ontology' folder",
    })
    void aMistakeOfTheCallerIsOneLineAndExitCodeTwo(String line, String message) {
        assertEquals(2, run(line.split(" ")));

        assertTrue(said().startsWith("trilateral: " + message), said());
        assertEquals(1, said().lines().count(), said());
        assertEquals("", printed());
    }

    @Test
    void aMistakeInTheDataIsOneLineAndExitCodeOne(@TempDir Path folder) {
        Fixture.with(folder, "data/states/broken.ttl", "oops");
        environment.put("TRILATERAL_HOME", folder.toString());

        assertEquals(1, run("describe", "japan"));

        assertTrue(said().startsWith("trilateral: data/states/broken.ttl: [line: 1,"), said());
        assertEquals(1, said().lines().count(), said());
    }

    @Test
    void queryAnswersSparqlFromStandardInputWithThePrefixesOfTheDataSet() {
        input = "SELECT ?label { trid:japan rdfs:label ?label FILTER (lang(?label) = 'ja') }";

        assertEquals(0, run("query", "-", "--format", "csv"));

        assertEquals("label\r\n日本\r\n", printed());
    }

    @Test
    void queryDoesNotCallAnotherService() {
        input = "SELECT ?s { SERVICE <http://localhost:9/> { ?s ?p ?o } }";

        assertEquals(2, run("query", "-"));
        assertTrue(said().startsWith("trilateral: "), said());
    }

    @Test
    void explainTellsTheTimeWindowJoinOfAQuery() {
        input = "SELECT * { ?a tri:startDay ?x . ?b tri:startDay ?y FILTER (?y > ?x && ?y <= ?x + 7) }";

        assertEquals(0, run("explain", "-"));

        assertTrue(printed().startsWith("pairs [?y > ?x] [?y <= (+ ?x 7)]\n"), printed());
    }

    @Test
    void explainTellsTheTextFilterOfAQuery() {
        input = "SELECT * { ?a rdfs:label ?l FILTER (CONTAINS(LCASE(?l), 'summit')) }";

        assertEquals(0, run("explain", "-"));

        assertTrue(printed().startsWith("text \"summit\" in ?l of <http://www.w3.org/2000/01/rdf-schema#label>\n"),
                printed());
    }

    @Test
    void describeTellsLabelsKindSourcesAndAccounts() {
        assertEquals(0, run("describe", "nuclear-test-2013-02-12"));

        assertTrue(printed().startsWith("Nuclear test of 2013-02-12\nnuclear-test-2013-02-12: nuclear test\n"),
                printed());
        assertTrue(printed().contains("start  2013-02-12   [1] [2]"), printed());
        assertTrue(printed().contains("[2] An essay on cooperation: paragraph 7 (characterized as: provocation)"),
                printed());
        assertTrue(printed().contains("2013-02-11 (normal)     An essay on cooperation: paragraph 8  Local day of the writer."), printed());
    }

    @Test
    void describeTellsWhatIsClaimedOfAThingAndByWhom(@TempDir Path folder) {
        Fixture.with(folder, "data/claims/causes.ttl", """
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                PREFIX tri:  <https://w3id.org/trilateral/ontology#>
                PREFIX trid: <https://w3id.org/trilateral/id/>
                trid:claim-test a tri:Claim ; rdfs:label "The test brought the three together"@en ;
                  tri:antecedent trid:nuclear-test-2013-02-12 ; tri:claimant trid:japan ;
                  tri:attestation [ a tri:Attestation ; tri:source trid:source-essay ; tri:locator "paragraph 9" ] .
                """);

        assertEquals(0, run("describe", "nuclear-test-2013-02-12", "--home", folder.toString()));

        String claims = printed().substring(printed().indexOf("Claims about it"));
        assertTrue(claims.contains("The test brought the three together"), claims);
        assertTrue(claims.contains("Japan"), claims);
        assertTrue(claims.contains("An essay on cooperation: paragraph 9"), claims);
    }

    @Test
    void describePrintsTheBytesOfTheDescription() {
        KnowledgeGraph graph = Fixture.graph();

        assertEquals(0, run("describe", "Camp David summit", "--format", "ttl"));

        assertArrayEquals(ResultFormat.TURTLE.render(new Description(graph)
                .of(graph.names().parse("camp-david-summit-2023"))),
                out.toByteArray());
    }

    @Test
    void exportToAFileIsCompressedByItsNameAndLeavesNothingElse(@TempDir Path folder) throws IOException {
        assertEquals(0, run("export"));
        assertEquals(0, run("export", "--out", folder.resolve("all.nq.gz").toString()));

        try (GZIPInputStream file = new GZIPInputStream(Files.newInputStream(folder.resolve("all.nq.gz")))) {
            assertArrayEquals(out.toByteArray(), file.readAllBytes());
        }
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void validateReportsOnTheHomeFolder() {
        assertEquals(0, run("validate"), printed());

        assertFalse(printed().isBlank());
    }

    @Test
    void aPortInUseIsToldBeforeAnythingIsLoaded() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(2, run("serve", "--port", String.valueOf(taken.getLocalPort())));

            assertTrue(said().startsWith("trilateral: port " + taken.getLocalPort() + " cannot be used"), said());
        }
    }

    @Test
    void completionKnowsQuestionsAndTheirParameters() {
        assertEquals(0, run("completion", "bash"));

        assertTrue(printed().contains("summits-after-provocations"));
        assertTrue(printed().contains("--withinDays"));
        assertFalse(printed().contains("archive"));
    }

    @Test
    void theVersionNamesProgramAndData() {
        assertEquals(0, run("--version"));

        assertTrue(printed().matches("trilateral .*\ndata 0.0.1 of 2026-11-22\n"), printed());
    }

    @Test
    void withoutACommandTheHelpStandsOnStandardErrorAndTheExitCodeIsTwo() {
        assertEquals(2, run());

        assertTrue(said().contains("trilateral describe camp-david-summit-2023"), said());
        assertEquals("", printed());
    }

    @Test
    void aClassArchiveRunTouchesServerAndQuestions() {
        assertEquals(0, run("archive"), said());
    }

    private int run(String... args) {
        return Main.run(new Terminal(new ByteArrayInputStream(input.getBytes(UTF_8)), out,
                new PrintStream(err, true, UTF_8),
                environment), args);
    }

    private String printed() {
        return out.toString(UTF_8);
    }

    private String said() {
        return err.toString(UTF_8);
    }
}
