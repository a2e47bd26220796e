package org.w3id.trilateral.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.sse.SSE;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.w3id.trilateral.Fixture;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.KnowledgeGraph;

/** Joins with sub-selects, and conditions on basic patterns, have the solutions of plain ARQ. */
class NarrowingTest {
    private static final String PREFIX = "PREFIX : <http://example.org/> ";
    private static final Limits WIDE = new Limits(Duration.ofSeconds(60), 1_000_000);

    @BeforeAll
    static void shutTheDoors() {
        Lockdown.apply();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "SELECT * { ?a :p :n1 { SELECT ?a (COUNT(*) AS ?n) { ?a :q ?b } GROUP BY ?a } }",
        "SELECT * { ?a :p ?x { SELECT ?a ?x (MIN(?b) AS ?n) { ?a :q ?b . ?a :p ?x } GROUP BY ?a ?x } }",
        "SELECT * { { SELECT ?a (COUNT(*) AS ?n) { ?a :q ?b } GROUP BY ?a } ?a :p :n1 }",
        "SELECT * { ?a :p :n1 OPTIONAL { SELECT ?a (COUNT(DISTINCT ?b) AS ?n) { ?a :q ?b } GROUP BY ?a } }",
        "SELECT * { ?a :p :n1 { SELECT ?a (COUNT(?b) AS ?n) { ?a :p ?c OPTIONAL { ?a :q ?b } } GROUP BY ?a } }",
        "SELECT * { ?b :p :n1 { SELECT ?b (COUNT(?a) AS ?n) { ?a :p ?c OPTIONAL { ?a :q ?b } } GROUP BY ?b } }",
        "SELECT * { ?z :v ?x { SELECT ?x (COUNT(*) AS ?n) { ?a :v ?x } GROUP BY ?x } }",
        "SELECT * { ?a :p ?x OPTIONAL { ?a :q ?y } { SELECT ?y (COUNT(*) AS ?n) { ?y :p ?b } GROUP BY ?y } }",
        "SELECT * { ?a :p :n1 { SELECT ?a (COUNT(*) AS ?n) { ?a :q ?b } GROUP BY ?a HAVING (COUNT(*) > 1) } }",
        "SELECT * { ?a :p :n1 { SELECT ?a (SUM(?k) AS ?n) { { ?a :v ?k } UNION { ?a :q ?b . ?b :v ?k } } GROUP BY ?a } }",
        "SELECT * { ?a :p :n1 { SELECT DISTINCT ?a ?b { ?a :q/:p ?b } ORDER BY ?b } }",
        "SELECT * { ?a :p :n1 { SELECT ?a ?b { ?a :q ?b } ORDER BY ?b ?a LIMIT 7 } }",
        "SELECT * { ?a :p :n1 { SELECT (?b AS ?a) (COUNT(*) AS ?n) { ?b :q ?c } GROUP BY ?b } }",
        "SELECT * { ?a :p ?x { SELECT ?x ?y (COUNT(*) AS ?n) { ?x :q ?b BIND (:n1 AS ?y) } GROUP BY ?x ?y } }",
        "SELECT * { ?a :p ?x FILTER NOT EXISTS { { SELECT ?x (COUNT(*) AS ?n) { ?x :q ?b } GROUP BY ?x } } }",
        "SELECT * { ?a :p ?x MINUS { SELECT ?x (COUNT(*) AS ?n) { ?x :q ?b } GROUP BY ?x } }",
        "SELECT * { GRAPH ?g { ?a :p :n1 { SELECT ?a (COUNT(*) AS ?n) { ?a :q ?b } GROUP BY ?a } } }",
        "SELECT * { ?a :p ?x GRAPH ?g { { SELECT ?a (COUNT(*) AS ?n) { ?a :q ?b } GROUP BY ?a } } }",
        "SELECT * { ?a :p ?b . ?b :q ?c . ?a :v ?k . ?c :p :n1 FILTER (?k > 3 && ?b != ?c) }",
        "SELECT * { VALUES ?c { :n2 :n3 } ?a :p ?b . ?b :q ?c . ?a :v ?k FILTER (?k > 3) FILTER (isIRI(?c) && ?k < 9) }",
        "SELECT * { ?a :p ?b . ?a :v ?k FILTER (?k > 3 || EXISTS { ?b :q ?a }) OPTIONAL { ?b :v ?l . ?b :q ?d FILTER (?l > ?k) } }"
    })
    void solutionsAreThoseOfPlainArq(String text) {
        for (int seed = 1; seed <= 12; seed++) {
            DatasetGraph data = random(new Random(seed));
            Query query = SparqlText.parse(PREFIX + text, Map.of());
            List<String> plain;
            try (QueryExec execution = QueryExec.dataset(data).query(query).build()) {
                plain = rows(execution.select());
            }
            assertEquals(plain, hardened(query, data), () -> text);
        }
    }

    @Test
    void groupsThatNobodyAsksForAreNotMade() {
        KnowledgeGraph graph = Fixture.graph();
        Query query = SparqlText.parse("""
                SELECT * {
                  VALUES ?s { trid:camp-david-summit-2023 }
                  ?s a tri:Event
                  { SELECT ?s (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o } GROUP BY ?s }
                }""", graph.info().prefixes());
        Limits narrow = new Limits(Duration.ofSeconds(60), 1_000, Duration.ofSeconds(1), 2_000, 1_000_000);

        assertEquals(1, new Execution(graph, narrow).run(query).size());
    }

    /** There is room to keep twelve solutions; the answer is known to be too long at the eleventh. */
    @Test
    void anAnswerThatIsTooLongIsRefusedBeforeItIsSorted() {
        KnowledgeGraph graph = Fixture.graph();
        Query query = SparqlText.parse("SELECT ?s { ?s a ?type } ORDER BY ?s", graph.info().prefixes());
        Limits few = new Limits(Duration.ofSeconds(60), 10, Duration.ofSeconds(1), 12 * GuardedExecutor.KEPT + 40,
                1_000_000);

        TrilateralException failure =
                assertThrows(TrilateralException.class, () -> new Execution(graph, few).run(query));
        assertTrue(failure.getMessage().contains("more than 10 rows"), failure.getMessage());
    }

    private static List<String> hardened(Query query, DatasetGraph data) {
        Guard guard = new Guard(WIDE);
        try (QueryExec execution = QueryExec.dataset(new GuardedDataset(data, guard)).query(query)
                .context(Hardening.context(new PreparedQuery(query), data.getContext(), guard)).build()) {
            return rows(execution.select());
        }
    }

    private static List<String> rows(RowSet rows) {
        List<String> texts = new ArrayList<>();
        for (Binding row : (Iterable<Binding>) () -> rows) {
            texts.add(rows.getResultVars().stream().map(v -> v + "=" + row.get(v)).collect(Collectors.joining(" ")));
        }
        return texts.stream().sorted().toList();
    }

    private static DatasetGraph random(Random random) {
        DatasetGraph data = DatasetGraphFactory.createTxnMem();
        Node graph = NodeFactory.createURI("http://example.org/g");
        for (int i = 0; i < 60; i++) {
            Node subject = node(random);
            Node value = SSE.parseNode(random.nextBoolean() ? "'" + random.nextInt(9) + "'"
                    : random.nextInt(9) + (random.nextBoolean() ? ".0" : ""));
            boolean isValue = random.nextInt(3) == 0;
            Node property = NodeFactory.createURI("http://example.org/" + (isValue ? "v"
                    : random.nextBoolean() ? "p" : "q"));
            Node object = isValue ? value : node(random);
            data.getDefaultGraph().add(subject, property, object);
            if (random.nextBoolean()) {
                data.add(graph, subject, property, object);
            }
        }
        return data;
    }

    private static Node node(Random random) {
        return NodeFactory.createURI("http://example.org/n" + random.nextInt(8));
    }
}
