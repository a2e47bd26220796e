package org.w3id.trilateral.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;

import org.w3id.trilateral.Fixture;
import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.KnowledgeGraph;

class SittingTest {
    private static final KnowledgeGraph GRAPH = Fixture.graph();
    private static final Query QUICK = SparqlText.parse("SELECT ?s { ?s a ?type } LIMIT 5", GRAPH.info().prefixes());
    private static final Limits SHORT = new Limits(Duration.ofMillis(400), 1_000);

    @Test
    void theQuestionsOfAPageHaveTogetherTheTimeOfOne() {
        Sitting sitting = new QueryDesk(GRAPH, SHORT, new Lanes(0)).sitting();
        List<Answer> answers = new ArrayList<>();

        long begun = System.nanoTime();
        TrilateralException failure = assertThrows(TrilateralException.class, () -> {
            while (true) {
                answers.add(sitting.run(QUICK));
            }
        });

        assertEquals(Fault.TIMEOUT, failure.fault());
        assertEquals("the page took longer than 0.4 s and was stopped; ask for less, or for a shorter time span",
                failure.getMessage());
        assertFalse(answers.isEmpty());
        assertTrue(System.nanoTime() - begun >= SHORT.time().toNanos());
    }

    @Test
    void whatIsReadForAPageIsInsideItsTime() {
        Sitting sitting = new QueryDesk(GRAPH, SHORT, new Lanes(0)).sitting();

        TrilateralException failure = assertThrows(TrilateralException.class, () -> sitting.read(data -> {
            while (true) {
                assertTrue(data.getDefaultGraph().find().toList().size() > 0);
                assertTrue(data.find(Quad.ANY).hasNext());
            }
        }));

        assertEquals(Fault.TIMEOUT, failure.fault());
    }
}
