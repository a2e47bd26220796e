package org.w3id.trilateral.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.w3id.trilateral.Fixture;
import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;

class QueryCatalogueTest {
    private static final KnowledgeGraph GRAPH = Fixture.graph();
    private static final QueryCatalogue CATALOGUE = QueryCatalogue.load(Fixture.home(), GRAPH.info());

    @Test
    void theFilesOfTheFolderAreTheQueriesInOrder() {
        assertEquals(List.of("any-summit-since", "events-in-span", "meetings-of-person", "summits-after-provocations"),
                CATALOGUE.all().stream().map(PackagedQuery::id).toList());
    }

    @Test
    void aParameterHasTypeDefaultDescriptionAndChoices() {
        List<Parameter> parameters = CATALOGUE.get("events-in-span").parameters();

        assertEquals(List.of(ParameterType.DATE, ParameterType.DATE, ParameterType.TEXT, ParameterType.IRI),
                parameters.stream().map(Parameter::type).toList());
        assertEquals("1990-01-01", parameters.get(0).defaultValue().orElseThrow().getLiteralLexicalForm());
        assertTrue(parameters.get(3).defaultValue().isEmpty());
        assertEquals("https://w3id.org/trilateral/ontology#Place", parameters.get(3).choices().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "#+ sumary: x                                        | unknown key 'sumary'; allowed are description, expect, page, params, question, summary, tags, view",
        "#+ summary: x                                       | 'question' must be text",
        "#+ summary: [x                                      | its header is not YAML",
        "SELECT * {}                                         | no header: its first lines must be",
        "#+ summary: x\\n#+ question: y                      | 'expect' must be nonEmpty, empty or a number of rows",
        "#+ summary: x\\n#+ question: y\\n#+ view: pie       | view 'pie'; allowed are table",
        "#+ summary: x\\n#+ question: y\\n#+ expect: empty\\n#+ params:\\n#+   - z: w      | parameter 'z' needs a block 'VALUES ?z { default }'",
        "#+ summary: x\\n#+ question: y\\n#+ expect: empty\\n#+ params:\\n#+   - format: w | no parameter may be called 'format'",
        "#+ summary: x\\n#+ question: y\\n#+ expect: empty\\n#+ page: top                  | 'page' takes of (a parameter), heading, place",
        "#+ summary: x\\n#+ question: y\\n#+ expect: empty\\n#+ page: { of: z, heading: h, place: 1 } | 'page' is of 'z', which is no parameter with choices",
        "#+ summary: x\\n#+ question: y\\n#+ expect: empty\\n\\nASK {                        | line 5, column 5: Encountered",
    })
    void aFileThatIsNotRightStopsTheStartByName(String header, String message, @TempDir Path folder) {
        Home home = Fixture.with(folder, "queries/wrong.rq", header.replace("\\n", "\n")
                + (header.endsWith("{") || header.contains("SELECT") ? "" : "\n\nSELECT ?s { ?s ?p ?o }"));

        TrilateralException failure =
                assertThrows(TrilateralException.class, () -> QueryCatalogue.load(home, GRAPH.info()));

        assertEquals(Fault.MALFORMED_SOURCE, failure.fault());
        assertTrue(failure.getMessage().startsWith("queries/wrong.rq: " + message), failure.getMessage());
    }

    @Test
    void anUnknownQueryIsAnsweredWithTheNearestName() {
        TrilateralException failure =
                assertThrows(TrilateralException.class, () -> CATALOGUE.get("summits-after-provocation"));

        assertEquals(Fault.UNKNOWN_QUERY, failure.fault());
        assertTrue(failure.getMessage().endsWith("Did you mean 'summits-after-provocations'?"), failure.getMessage());
    }

    @Test
    void aMistypedParameterIsRefusedByName() {
        TrilateralException failure = assertThrows(TrilateralException.class,
                () -> CATALOGUE.get("summits-after-provocations").with(Map.of("withinDay", "3"), GRAPH));

        assertEquals(Fault.UNKNOWN_PARAMETER, failure.fault());
        assertTrue(failure.getMessage().contains("Did you mean 'withinDays'?"), failure.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "summits-after-provocations, withinDays, ten", "summits-after-provocations, withinDays, 1.5",
        "events-in-span, from, 2023-02-30", "events-in-span, from, yesterday", "events-in-span, at, a place",
    })
    void aValueOfTheWrongTypeIsRefusedByName(String id, String parameter, String value) {
        TrilateralException failure = assertThrows(TrilateralException.class,
                () -> CATALOGUE.get(id).with(Map.of(parameter, value), GRAPH));

        assertEquals(Fault.BAD_PARAMETER, failure.fault());
        assertTrue(failure.getMessage().contains("'" + value + "'"), failure.getMessage());
    }

    @Test
    void aValueChangesTheAnswerAndLeavesTheQueryAsItWas() {
        PackagedQuery query = CATALOGUE.get("summits-after-provocations");

        assertEquals(0, rows(query, Map.of("withinDays", "30")));
        assertEquals(1, rows(query, Map.of()));
        assertEquals(1, rows(query, Map.of("withinDays", "")));
    }

    @Test
    void aTextThatLooksLikeSparqlIsOnlyText() {
        PackagedQuery query = CATALOGUE.get("events-in-span");

        assertEquals(0, rows(query, Map.of("labelled", "\" } } DROP ALL # \\u0022 }")));
        assertEquals(0, rows(query, Map.of("labelled", "\"))} UNION { ?event ?start ?place } #")));
        assertEquals(4, rows(query, Map.of("labelled", "summit")));
    }

    @Test
    void aParameterWithoutDefaultLeavesItsVariableFreeUntilItIsGiven() {
        PackagedQuery query = CATALOGUE.get("events-in-span");

        assertEquals(1, rows(query, Map.of("at", "camp-david")));
        assertEquals(1, rows(query, Map.of("at", "https://w3id.org/trilateral/id/camp-david")));
        assertEquals(4, rows(query, Map.of("at", "")));
    }

    private static int rows(PackagedQuery query, Map<String, String> values) {
        Answer answer = new Execution(GRAPH, Limits.SERVICE).run(query.with(values, GRAPH));
        return ((Answer.Table) answer).rows().size();
    }
}
