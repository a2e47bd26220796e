package org.w3id.trilateral.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.w3id.trilateral.Fixture;
import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.graph.Version;

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

    /** Hash joins, sorts and groups that are cancelled before, while and after they are filled. */
    @ParameterizedTest
    @ValueSource(strings = {"SELECT * { { SELECT ?s ?p { ?s ?p ?x . ?y ?p ?z } } { SELECT ?s ?o { ?s ?q ?o } } }",
        "SELECT * { ?s ?p ?o OPTIONAL { { SELECT ?s ?a { ?s ?b ?a } } { SELECT ?a ?c { ?c ?d ?a } } } } ORDER BY ?o",
        "SELECT ?p (COUNT(*) AS ?n) { { ?s ?p ?o } MINUS { { SELECT ?s { ?s ?p ?x } } { SELECT ?s { ?x ?p ?s } } } } GROUP BY ?p",
        "SELECT ?s ?l { ?s rdfs:label ?l FILTER (CONTAINS(LCASE(?l), 'summit') || REGEX(?l, 'test')) }",
        "SELECT DISTINCT ?s ?t { ?s (!a)+ ?t }"})
    void aQueryThatIsStoppedAtAnyMomentGivesAllOrATimeOut(String text) {
        Query query = SparqlText.parse(text, GRAPH.info().prefixes());
        Answer whole = new Execution(GRAPH, new Limits(Duration.ofSeconds(60), 1_000_000)).run(query);

        for (int millis = 1; millis < 40; millis += 3) {
            try {
                assertEquals(whole, new Execution(GRAPH, new Limits(Duration.ofMillis(millis), 1_000_000)).run(query));
            } catch (TrilateralException e) {
                assertEquals(Fault.TIMEOUT, e.fault(), e.getMessage());
            }
        }
    }

    /** A database knows no {@code 08}: the one month that went through it would not be that which did not. */
    @Test
    void partsOfADateAreIntegersInTheirCanonicalForm() {
        Query query = SparqlText.parse("""
                SELECT (CONCAT(STR(month(?t)), " ", STR(day(?t)), " ", STR(hours(?t)), " ", STR(minutes(?t))) AS ?parts) {
                  VALUES ?t { "2012-08-09T05:06:07"^^xsd:dateTime }
                }""", GRAPH.info().prefixes());

        assertEquals("8 9 5 6", ((Answer.Table) new Execution(GRAPH, Limits.SERVICE).run(query)).rows().get(0)
                .get("parts").getLiteralLexicalForm());
    }

    @Test
    void whateverFailsWhenTheTimeIsOverIsTheTimeLimit() {
        Guard late = new Guard(new Limits(Duration.ofNanos(1), 1));
        TrilateralException failure = assertThrows(TrilateralException.class, () -> late.watch("the query", () -> {
            throw new NullPointerException("hashTable");
        }));
        assertEquals(Fault.TIMEOUT, failure.fault());
        assertEquals(Fault.TIMEOUT,
                assertThrows(TrilateralException.class, () -> late.watch("the query", () -> "a part")).fault());

        Guard early = new Guard(Limits.SERVICE);
        assertThrows(NullPointerException.class, () -> early.watch("the query", () -> {
            throw new NullPointerException("a fault of ours");
        }));
    }

    @Test
    void whateverAQueryMeetsAfterItsTimeIsToldAsItsTimeBeingUp() {
        long begun = System.nanoTime();
        KnowledgeGraph breaking = KnowledgeGraph.over(DatasetGraphFactory.wrap(new GraphBase() {
            @Override
            protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
                while (System.nanoTime() - begun < Duration.ofMillis(300).toNanos()) {
                    Thread.onSpinWait();
                }
                throw new IllegalStateException("closed by another thread");
            }
        }), GRAPH.info(), Version.fixed("breaking", 0));
        Query query = SparqlText.parse("SELECT ?s { ?s ?p ?o }", Map.of());

        assertEquals(Fault.TIMEOUT, assertThrows(TrilateralException.class,
                () -> new Execution(breaking, new Limits(Duration.ofMillis(100), 100)).run(query)).fault());
        assertThrows(IllegalStateException.class, () -> new Execution(breaking, Limits.SERVICE).run(query));
    }

    @Test
    void theRowsThatATimeWindowJoinKeepsAreWeighed() {
        String pairs = "SELECT (COUNT(*) AS ?n) { ?a <https://w3id.org/trilateral/ontology#startDay> ?x . "
                + "?b <https://w3id.org/trilateral/ontology#startDay> ?y . FILTER (?y > ?x && ?y < ?x + 7) }";

        assertEquals(Fault.TOO_LARGE,
                fault(new Limits(Duration.ofSeconds(20), 10, Duration.ofSeconds(20), 10, 1000), pairs));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DESCRIBE ?s { ?s a ?type }", "DESCRIBE * { ?s a ?type . ?s ?p ?o }",
            "DESCRIBE ?s { ?s a ?type } ORDER BY ?s LIMIT 2",
        "DESCRIBE <https://w3id.org/trilateral/id/nothing>",
        "DESCRIBE ?o <https://w3id.org/trilateral/dataset> { ?s ?p ?o }"})
    void whatIsDescribedIsWhatJenaDescribes(String text) {
        Query query = SparqlText.parse(text, GRAPH.info().prefixes());
        Set<Triple> expected =
                GRAPH.read(data -> QueryExec.dataset(data).query(query).build().describe().find().toSet());

        Answer.Triples found = (Answer.Triples) new Execution(GRAPH, Limits.SERVICE).run(query);

        assertEquals(expected, Set.copyOf(found.triples()));
    }

    @Test
    void aQueryThatWasStoppedRunsAgainUnderAnotherGuard() {
        PreparedQuery query = new PreparedQueries(GRAPH.info().prefixes())
                .get("SELECT (GROUP_CONCAT(?t; separator='|') AS ?all) { "
                + "SELECT ?t { ?s ?p ?o . FILTER (REGEX(STR(?s), '^h.*')) BIND (CONCAT(REPLACE(STR(?p), 'a', 'b'), ENCODE_FOR_URI('ä'), "
                + "STR(2.5 * 2.0)) AS ?t) } ORDER BY ?t LIMIT 5 }", List.of(), List.of());
        Execution execution = new Execution(GRAPH, Limits.SERVICE);

        assertEquals(Fault.TIMEOUT, assertThrows(TrilateralException.class,
                () -> execution.run(query, new Guard(new Limits(Duration.ofNanos(1), 100)))).fault());

        Answer first = execution.run(query, new Guard(Limits.SERVICE));
        assertTrue(((Answer.Table) first).rows().toString().contains("%C3%A45.0"), first.toString());
        assertEquals(first, execution.run(query, new Guard(Limits.SERVICE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT ?s { ?s a", "SELECT ?s ?s2 { ?s a tri:Summit ",
            "INSERT DATA { <urn:a> <urn:b> 1 }"})
    void aQueryThatDoesNotParseIsToldWithItsPlaceInOneLine(String text) {
        TrilateralException failure =
                assertThrows(TrilateralException.class, () -> SparqlText.parse(text, GRAPH.info().prefixes()));

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
