package org.w3id.trilateral.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.w3id.trilateral.Fixture;
import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.KnowledgeGraph;

class ExecutionTest {
    private static final KnowledgeGraph GRAPH = Fixture.graph();

    @BeforeAll
    static void shutTheDoors() {
        Lockdown.apply();
    }

    @Test
    void anotherServiceIsNotCalled() {
        assertEquals(Fault.REFUSED, fault(Limits.SERVICE, "SELECT ?s { SERVICE <http://localhost:9/> { ?s ?p ?o } }"));
    }

    @Test
    void anAnswerBeyondTheRowLimitIsAnErrorAndNotAShorterAnswer() {
        assertEquals(Fault.TOO_LARGE, fault(new Limits(Duration.ofSeconds(20), 10), "SELECT ?s { ?s ?p ?o }"));
    }

    @Test
    void aQueryBeyondTheTimeLimitIsStopped() {
        assertEquals(Fault.TIMEOUT, fault(new Limits(Duration.ofMillis(50), 100),
                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"));
    }

    @Test
    void theRowsThatATimeWindowJoinKeepsAreWeighed() {
        String pairs = "SELECT (COUNT(*) AS ?n) { ?a <https://w3id.org/trilateral/ontology#startDay> ?x . "
                + "?b <https://w3id.org/trilateral/ontology#startDay> ?y . FILTER (?y > ?x && ?y < ?x + 7) }";

        assertEquals(Fault.TOO_LARGE, fault(new Limits(Duration.ofSeconds(20), 10, Duration.ofSeconds(20), 10, 1000), pairs));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT ?s { ?s a", "SELECT ?s ?s2 { ?s a tri:Summit ", "INSERT DATA { <urn:a> <urn:b> 1 }"})
    void aQueryThatDoesNotParseIsToldWithItsPlaceInOneLine(String text) {
        TrilateralException failure = assertThrows(TrilateralException.class, () -> SparqlText.parse(text, GRAPH.info().prefixes()));

        assertEquals(Fault.BAD_QUERY, failure.fault());
        assertTrue(failure.getMessage().contains("line 1, column"), failure.getMessage());
        assertTrue(failure.getMessage().matches("(line 1, column \\d+: )?[^\\n]{1,100}"), failure.getMessage());
    }

    @Test
    void thePrefixesOfTheDataSetNeedNotBeDeclared() {
        Answer answer = new Execution(GRAPH, Limits.SERVICE)
                .run(SparqlText.parse("ASK { trid:japan a tri:State }", GRAPH.info().prefixes()));

        assertEquals(new Answer.Truth(true), answer);
    }

    private static Fault fault(Limits limits, String text) {
        return assertThrows(TrilateralException.class,
                () -> new Execution(GRAPH, limits).run(SparqlText.parse(text, Map.of()))).fault();
    }
}
