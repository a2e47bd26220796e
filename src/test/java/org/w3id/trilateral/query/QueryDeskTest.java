package org.w3id.trilateral.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import org.w3id.trilateral.Fixture;
import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.KnowledgeGraph;

class QueryDeskTest {
    private static final KnowledgeGraph GRAPH = Fixture.graph();
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final Duration NEVER = Duration.ofHours(1);

    @Test
    void aQueryIsExpectedToBeAsQuickAsItWasWhenItRanLast() {
        PreparedQuery query = new PreparedQueries(GRAPH.info().prefixes())
                .get("SELECT * { ?s ?p ?o . ?o ?q ?x }", List.of(), List.of());

        desk(Duration.ofNanos(1), new Lanes(100)).run(query, Function.identity());
        assertTrue(query.isSlow());

        desk(NEVER, new Lanes(100)).run(query, Function.identity());
        assertFalse(query.isSlow());
    }

    @Test
    void aQueryThatWasSlowTakesNoQuickPlace() {
        Lanes lanes = new Lanes(0);
        PreparedQuery query = new PreparedQueries(GRAPH.info().prefixes())
                .get("SELECT * { ?s ?p ?o . ?o ?q ?x }", List.of(), List.of());
        desk(Duration.ofNanos(1), lanes).run(query, Function.identity());
        List<Lanes.Place> slow = fill(lanes);

        TrilateralException refusal =
                assertThrows(TrilateralException.class, () -> desk(NEVER, lanes).run(query, Function.identity()));

        assertEquals(Fault.OVERLOADED, refusal.fault());
        slow.forEach(Lanes.Place::close);
        assertEquals(Answer.Form.TABLE, desk(NEVER, lanes).run(query, Answer::form));
    }

    /** Takes all places of the slow lane. */
    private static List<Lanes.Place> fill(Lanes lanes) {
        List<Lanes.Place> places = new ArrayList<>();
        while (true) {
            Lanes.Place place = lanes.enter();
            try {
                place.slowDown();
                places.add(place);
            } catch (TrilateralException e) {
                place.close();
                return places;
            }
        }
    }

    private static QueryDesk desk(Duration quick, Lanes lanes) {
        return new QueryDesk(GRAPH, new Limits(TIME, 100_000, quick, 10_000_000, 100_000_000), lanes);
    }
}
