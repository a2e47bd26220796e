package org.w3id.trilateral.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.w3id.trilateral.graph.Watch;
import org.w3id.trilateral.temporal.TemporalJoins;

/** A few events look for others in a database: whatever the values, as plain ARQ does, but past those out of reach. */
class DatabaseIndexTest {
    private static final String NS = "http://example.org/";
    private static final List<String> SHAPES = List.of(
            "VALUES ?a { :e%1$d } ?a :day ?x . ?b :day ?y ; :name ?n FILTER (?y >= ?x - %2$d && ?y < ?x + %2$d)",
            ":e%1$d :day ?x . ?b :day ?y ; :name ?n FILTER (?y - ?x > 0 && ?y - ?x <= %2$d)",
            ":e%1$d :day ?x OPTIONAL { ?b :day ?y ; :name ?n FILTER (?y > ?x && ?y <= ?x + %2$d) }",
            ":e%1$d :day ?x FILTER EXISTS { ?b :day ?y ; :name ?n FILTER (?y > ?x && ?y <= ?x + %2$d) }",
            ":e%1$d :day ?x FILTER NOT EXISTS { ?b :day ?y ; :name ?n FILTER (?y > ?x && ?y <= ?x + %2$d) }",
            ":e%1$d :day ?x . ?b :day ?y OPTIONAL { ?b :name ?n } FILTER (?y > ?x && ?y <= ?x + %2$d)",
            ":e%1$d :day ?x ; :name ?n . ?b :day ?y ; :name ?n FILTER (abs(?y - ?x) <= %2$d)",
            ":e%1$d :day ?x . ?b :day ?y FILTER (?y >= ?x && ?y <= ?x + \"P%2$dD\"^^xsd:dayTimeDuration)",
            ":e%1$d :day ?x . { SELECT DISTINCT ?y ?n { ?b :day ?y ; :name ?n } } FILTER (?y > ?x && ?y < ?x + %2$d)",
            "BIND (:e%1$d AS ?a) ?a :day ?x . ?b :day ?y ; :name ?n FILTER (?y > ?x && ?y < ?x + %2$d)",
            "?b :day ?y ; :name ?n FILTER (?y >= -%2$d && ?y < 5)",
            "VALUES (?x ?z) { (-%2$d 3) (%2$d UNDEF) (20 31) } ?b :day ?y ; :name ?n FILTER (?x <= ?y && ?z > ?y)",
            "BIND (%2$d - 10 AS ?x) ?b :day ?y OPTIONAL { ?b :name ?n } FILTER (?y >= ?x && ?y - ?x < 7)",
            "VALUES ?b { :e%1$d :e1 } ?b :day ?y FILTER (?y >= -%2$d)",
            ":e%1$d :name ?n . ?b :name ?n OPTIONAL { ?b :day ?y FILTER (?y > %2$d) }",
            "?b :day ?y ; :name ?n FILTER (?y > \"2020-02-04\"^^xsd:date && ?y <= \"2020-02-05\"^^xsd:date)",
            "?b :day ?y ; :name ?n FILTER (?n = \"1\" && ?y > \"2020-02-04\"^^xsd:date && ?b != :e%1$d)",
            "?a :name ?n FILTER NOT EXISTS { ?a :day ?y FILTER (?y < %2$d && ?y > 4) }",
            "{ ?b :day ?y FILTER (?y = %2$d) } UNION { ?b :day ?y FILTER (?y > 30) } ?b :name ?n");

    @TempDir
    private Path folder;
    private DatasetGraph data;

    @BeforeEach
    void open() {
        data = new UnionDataset(DatabaseMgr.createDatasetGraph(), StoreDirectory.open(folder.resolve("store")));
    }

    @AfterEach
    void close() {
        data.close();
    }

    @Test
    void whateverTheValuesTheSolutionsAreThoseOfPlainArq() {
        Random random = new Random(20231118);
        fill(random, 400);
        int answered = 0;

        for (int i = 0; i < 1_200; i++) {
            String inner = SHAPES.get(i % SHAPES.size()).formatted(random.nextInt(400), random.nextInt(30));
            String query = "PREFIX : <" + NS + "> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> SELECT * { "
                    + (random.nextInt(3) == 0 ? "GRAPH :g1 { " + inner + " }" : inner) + " }";
            List<String> plain = rows(query, ARQ.getContext().copy());

            assertEquals(plain, rows(query, joins(0)), query);
            answered += plain.isEmpty() ? 0 : 1;
        }
        assertTrue(answered > 400, "queries with an answer: " + answered);
    }

    @Test
    void ofManyOnlyThoseWithinReachAreRead() {
        Txn.executeWrite(data, () -> {
            for (int i = 0; i < 20_000; i++) {
                event(iri("g1"), i, integer(i - 10_000));
            }
        });
        long[] steps = new long[1];
        Runnable onStep = () -> steps[0]++;
        Context context = joins(10_000);
        context.set(Watch.ON_STEP, onStep);

        for (String pattern : List.of(
                "VALUES ?a { :e9998 } ?a :day ?x . ?b :day ?y ; :name ?n FILTER (?y > ?x && ?y <= ?x + 5)",
                "?b :day ?y ; :name ?n FILTER (?y > -2 && ?y <= 3)",
                "VALUES ?x { -2 } ?b :day ?y ; :name ?n OPTIONAL { ?b :none ?z } FILTER (?y > ?x && ?y <= ?x + 5)")) {
            steps[0] = 0;
            List<String> found = rows("PREFIX : <" + NS + "> SELECT ?b { " + pattern + " }", context);

            assertEquals(5, found.size(), pattern);
            assertTrue(steps[0] < 10_100, "the statements, counted up to what is many, and few more: " + steps[0]);
        }
    }

    private void fill(Random random, int events) {
        Txn.executeWrite(data, () -> {
            for (int i = 0; i < events; i++) {
                Node value = value(random);
                event(iri("g" + random.nextInt(2)), i, value);
                if (random.nextInt(4) == 0) {
                    event(iri("g2"), i, random.nextBoolean() ? value : value(random));
                }
            }
        });
    }

    private void event(Node graph, int number, Node value) {
        data.add(Quad.create(graph, iri("e" + number), iri("day"), value));
        data.add(Quad.create(graph, iri("e" + number), iri("name"),
                NodeFactory.createLiteralString(String.valueOf(number % 3))));
    }

    private static Node value(Random random) {
        int day = random.nextInt(9);
        String date = (random.nextInt(20) == 0 ? "0987" : "2020") + "-02-0" + (1 + day);
        return switch (random.nextInt(16)) {
            case 0 -> literal("-" + day + ".5", XSDDatatype.XSDdecimal);
            case 1 -> literal(String.valueOf(day), XSDDatatype.XSDint);
            case 2 -> literal(day + "e0", XSDDatatype.XSDdouble);
            case 3 -> literal("900719925474099" + day, XSDDatatype.XSDinteger);
            case 4 -> literal("9".repeat(30), XSDDatatype.XSDinteger);
            case 5 -> literal(date + "Z", XSDDatatype.XSDdate);
            case 6 -> literal(date + "+13:30", XSDDatatype.XSDdate);
            case 7 -> literal(date + "T12:30:00", XSDDatatype.XSDdateTime);
            case 8, 9, 10 -> literal(date, XSDDatatype.XSDdate);
            default -> integer(random.nextInt(80) - 40);
        };
    }

    private static Node integer(long value) {
        return literal(String.valueOf(value), XSDDatatype.XSDinteger);
    }

    private static Node literal(String text, XSDDatatype type) {
        return NodeFactory.createLiteralDT(text, type);
    }

    private static Node iri(String name) {
        return NodeFactory.createURI(NS + name);
    }

    private static Context joins(int many) {
        Context context = ARQ.getContext().copy();
        TemporalJoins.install(context);
        context.set(TemporalJoins.MANY_STATEMENTS, many);
        return context;
    }

    private List<String> rows(String query, Context context) {
        context.putAll(data.getContext());
        return Txn.calculateRead(data, () -> {
            List<String> rows = new ArrayList<>();
            try (QueryExec execution = QueryExec.dataset(data).query(query).context(context).build()) {
                execution.select().forEachRemaining(row -> {
                    TreeMap<String, String> values = new TreeMap<>();
                    row.forEach((variable, term) -> values.put(variable.getVarName(), term.toString()));
                    rows.add(values.toString());
                });
            }
            rows.sort(Comparator.naturalOrder());
            return rows;
        });
    }
}
