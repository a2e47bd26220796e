package org.w3id.trilateral.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.query.Execution;
import org.w3id.trilateral.query.Limits;
import org.w3id.trilateral.query.PackagedQuery;
import org.w3id.trilateral.temporal.TemporalJoins;

/**
 * The packaged queries over the graph of this repository: what their headers expect, and what scholars would check
 * first.
 */
class LiveQueriesTest {
    @TestFactory
    Stream<DynamicTest> eachQueryAnswersAsItsHeaderExpects() {
        return LiveGraph.QUERIES.all().stream().map(query -> dynamicTest(query.id(), () -> {
            Answer answer = answer(query, Map.of());

            switch (query.header().expect()) {
                case "nonEmpty" -> assertFalse(isEmpty(answer), query.header().question());
                case "empty" -> assertTrue(isEmpty(answer), query.header().question());
                default -> assertEquals(Integer.parseInt(query.header().expect()),
                        ((Answer.Table) answer).rows().size());
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> noRowIsGivenTwice() {
        return LiveGraph.QUERIES.all().stream().filter(query -> query.form() == Answer.Form.TABLE)
                .map(query -> dynamicTest(query.id(), () -> {
                    List<Binding> rows = ((Answer.Table) answer(query, Map.of())).rows();

                    assertEquals(new HashSet<>(rows).size(), rows.size());
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatAFormOffersIsThere() {
        return LiveGraph.QUERIES.all().stream().flatMap(query -> query.parameters().stream()
                .filter(parameter -> parameter.choices().isPresent())
                .map(parameter -> dynamicTest(query.id() + " " + parameter.name(), () -> {
                    Node choices = NodeFactory.createURI(parameter.choices().get());

                    boolean hasMembers = LiveGraph.GRAPH.read(data -> data.getDefaultGraph()
                            .contains(Node.ANY, RDF.type.asNode(), choices)
                            || data.getDefaultGraph().contains(Node.ANY, SKOS.inScheme.asNode(), choices));
                    assertTrue(hasMembers, parameter.choices().get());
                })));
    }

    @Test
    void aNameThatNothingHasIsRefusedAndNotAnsweredWithNothing() {
        TrilateralException refusal =
                assertThrows(TrilateralException.class, () -> rows("summits", Map.of("attendee", "kishida-fumyo")));

        assertEquals(Fault.BAD_PARAMETER, refusal.fault());
        assertTrue(refusal.getMessage().contains("kishida-fumio"), refusal.getMessage());
    }

    @Test
    void aThingMayBeNamedByItsLabel() {
        assertEquals(rows("leaders-on-a-day", Map.of("state", "south-korea")),
                rows("leaders-on-a-day", Map.of("state", "South Korea")));
    }

    @Test
    void theSummitAtTheHagueIsTheFirstOfTheThreeAfterTheThirdNuclearTest() {
        List<Binding> rows = rows("first-summit-after-each-provocation", Map.of());

        assertTrue(rows.stream().anyMatch(row -> row.get("provocation").getURI().endsWith("/nuclear-test-2013-02-12")
                && row.get("summit").getURI().endsWith("/hague-trilateral-summit-2014")
                && row.get("gapDays").getLiteralLexicalForm().equals("406")));
    }

    @Test
    void onTheDayOfTheIsletsVisitLeeNodaAndObamaLed() {
        List<String> leaders = rows("leaders-on-a-day", Map.of("day", "2012-08-10")).stream()
                .map(row -> row.get("person").getURI()).map(iri -> iri.substring(iri.lastIndexOf('/') + 1)).toList();

        assertTrue(leaders.containsAll(List.of("lee-myung-bak", "noda-yoshihiko", "obama-barack")), leaders.toString());
    }

    @Test
    void theWindowBetweenProvocationAndSummitIsSearchedAndNotCompared() {
        String plan = TemporalJoins.explain(LiveGraph.QUERIES.get("summits-after-provocations").query());

        assertTrue(plan.contains("?metDay > ?provokedDay"), plan);
        assertFalse(plan.startsWith("no time-window join"), plan);
    }

    @Test
    void aNarrowerWindowGivesFewerRows() {
        assertTrue(rows("summits-after-provocations", Map.of("withinDays", "10")).size()
                < rows("summits-after-provocations", Map.of("withinDays", "180")).size());
    }

    private static List<Binding> rows(String id, Map<String, String> values) {
        return ((Answer.Table) answer(LiveGraph.QUERIES.get(id), values)).rows();
    }

    private static Answer answer(PackagedQuery query, Map<String, String> values) {
        return new Execution(LiveGraph.GRAPH, Limits.SERVICE).run(query.with(values, LiveGraph.GRAPH));
    }

    private static boolean isEmpty(Answer answer) {
        return switch (answer.form()) {
            case TABLE -> ((Answer.Table) answer).rows().isEmpty();
            case GRAPH -> ((Answer.Triples) answer).triples().isEmpty();
            case BOOLEAN -> !((Answer.Truth) answer).value();
        };
    }
}
