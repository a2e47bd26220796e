package org.w3id.trilateral.temporal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemporalJoinsTest {
    private static final String PAIRS = "?a :began ?x . ?b :met ?y . FILTER (?y > ?x && ?y <= ?x + 2)";
    private static final String SAME_STATE = "?a :began ?x ; :state ?s . ?b :met ?y ; :state ?s . FILTER (?y > ?x)";

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", value = {
        "?a :began ?x . ?b :met ?y . FILTER (?y > ?x && ?y <= ?x + 7) => pairs [?y > ?x] [?y <= (+ ?x 7)]",
        "?a :began ?x . ?b :met ?y . FILTER (?x + 7 >= ?y) => pairs [?y <= (+ ?x 7)]",
        "?a :began ?x . ?b :met ?y . FILTER (?y - ?x <= 7) => pairs [?y <= (+ ?x 7)]",
        "?a :began ?x . ?b :met ?y . FILTER (7 > ?x - ?y) => pairs [?y > (- ?x 7)]",
        "?a :began ?x . ?b :met ?y . FILTER (abs(?y - ?x) < 7) => pairs [?y < (+ ?x 7)] [?y > (- ?x 7)]",
        "?a :began ?x . ?b :met ?y . BIND (?x + 7 AS ?l) FILTER (?y < ?l) => pairs [?y < ?l]",
        "?a :began ?x . ?b :met ?y . BIND (?y - ?x AS ?g) FILTER (?g < 7) => pairs [?y < (+ ?x 7)]",
        "VALUES ?n { 7 } ?a :began ?x . ?b :met ?y . FILTER (?y <= ?x + ?n) => pairs [?y <= (+ ?x ?n)]",
        "?a :began ?x ; :state ?s . ?b :met ?y ; :state ?s . FILTER (?y > ?x) => pairs [?y > ?x] same [?s]",
        "?a :began ?x . ?b :met ?y . FILTER (?y > ?x && ?a != ?b) => pairs [?y > ?x] filter [(!= ?a ?b)]",
        "?a :began ?x . OPTIONAL { ?a :ended ?e } ?b :met ?y . FILTER (?x <= ?y && (!bound(?e) || ?e >= ?y))"
            + " => pairs [?y >= ?x] [?y <= ?e, open]",
        "?a :began ?x . OPTIONAL { ?b :met ?y FILTER (?y > ?x) } => optional [?y > ?x]",
        "?a :began ?x . FILTER EXISTS { ?b :met ?y FILTER (?y > ?x) } => exists [?y > ?x]",
        "?a :began ?x . FILTER NOT EXISTS { ?b :met ?y FILTER (?y > ?x) } => not-exists [?y > ?x]",
        "GRAPH ?g { ?a :began ?x . ?b :met ?y . FILTER (?y > ?x) } => pairs [?y > ?x]"})
    void aComparisonOfTwoPartsIsSeenHoweverItIsWritten(String pattern, String join) {
        assertEquals(join, TemporalJoins.explain(query("SELECT * { " + pattern + " }")).lines().findFirst()
                .orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", value = {
        "?a :began ?x ; :ended ?y . FILTER (?y > ?x)",
        "?a :began ?x . ?b :after ?a ; :met ?y . FILTER (?y > ?x)",
        "?a :began ?x . OPTIONAL { ?a :ended ?y FILTER (?y > ?x) }",
        "?a :began ?x . ?b :met ?y . FILTER (?y > ?x + rand())",
        "?a :began ?x . ?b :met ?y . FILTER (str(?a) = ?z)"})
    void whatLookUpsDoBetterStaysAsItIs(String pattern) {
        assertTrue(TemporalJoins.explain(query("SELECT * { " + pattern + " }")).startsWith("no time-window join\n"));
    }

    @Test
    void theNearestOfSeveralIsLookedForAndNotAllPairs() {
        String nearest = "SELECT * { ?a :began ?x . ?b :met ?y . FILTER (?y > ?x) FILTER NOT EXISTS { ?o :met ?w FILTER (?w > ?x && ?w < ?y) } }";
        List<Binding> kept = new ArrayList<>();

        assertEquals(19, count(data(DatasetGraphFactory.create(), Quad.defaultGraphIRI), nearest, context(kept::add)));

        assertTrue(TemporalJoins.explain(query(nearest)).contains(" nearest\n"));
        assertTrue(TemporalJoins.explain(query("SELECT ?a (MIN(?y) AS ?first) { ?a :began ?x . ?b :met ?y . FILTER (?y > ?x) } GROUP BY ?a"))
                .startsWith("least [?y > ?x]"));
        assertEquals(60, kept.size());
    }

    @Test
    void whatCannotBeKeptRunsAsPlainArqWould() {
        DatasetGraph data = data(DatasetGraphFactory.create(), Quad.defaultGraphIRI);
        Context context = context(row -> { });
        context.set(TemporalJoins.MAX_ROWS, 3);

        assertEquals(37, count(data, "SELECT * { " + PAIRS + " }", context));
    }

    @Test
    void whoIsToldOfTheRowsKeptMayStopTheQuery() {
        DatasetGraph data = data(DatasetGraphFactory.create(), Quad.defaultGraphIRI);
        Context context = context(row -> {
            throw new UnsupportedOperationException("too many");
        });

        assertThrows(UnsupportedOperationException.class, () -> count(data, "SELECT * { " + PAIRS + " }", context));
    }

    @Test
    void aJoinOfManyCandidatesAndNoResultEndsInTime() {
        DatasetGraph data = DatasetGraphFactory.create();
        for (int i = 0; i < 20_000; i++) {
            add(data, Quad.defaultGraphIRI, i, "began", i);
            add(data, Quad.defaultGraphIRI, i, "met", i);
        }
        Context context = context(row -> { });

        assertThrows(QueryCancelledException.class, () -> {
            try (QueryExec execution = QueryExec.dataset(data).query(query("SELECT * { "
                    + PAIRS.replace("?y <= ?x + 2", "CONTAINS(STR(?a), CONCAT(STR(?b), \"/\"))") + " }"))
                    .context(context).timeout(200, TimeUnit.MILLISECONDS).build()) {
                execution.select().hasNext();
            }
        });
    }

    @Test
    void bothSidesStandInTheSameGraphOfATdb2Dataset() {
        DatasetGraph data = DatabaseMgr.createDatasetGraph();
        Txn.executeWrite(data, () -> {
            data(data, NodeFactory.createURI("urn:g1"));
            data(data, NodeFactory.createURI("urn:g2"));
        });

        assertEquals(2 * 37, Txn.calculateRead(data,
                () -> count(data, "SELECT * { GRAPH ?g { " + PAIRS + " } }", context(row -> { }))));
        assertEquals(37, Txn.calculateRead(data,
                () -> count(data, "SELECT * { GRAPH <urn:g1> { " + PAIRS + " } }", context(row -> { }))));
        assertEquals(0, Txn.calculateRead(data, () -> count(data, "SELECT * { " + PAIRS + " }", context(row -> { }))));
    }

    @Test
    void aFewRowsAreLookedUpAndNotJoined() {
        DatasetGraph data = data(DatasetGraphFactory.create(), Quad.defaultGraphIRI);
        List<Binding> kept = new ArrayList<>();
        Context lookUps = context(kept::add);
        lookUps.set(TemporalJoins.FEW_ROWS, 20);

        assertEquals(90, count(data, "SELECT * { " + SAME_STATE + " }", lookUps));
        assertEquals(0, kept.size());
        assertEquals(90, count(data, "SELECT * { " + SAME_STATE + " }", context(kept::add)));
        assertEquals(20, kept.size());
    }

    @Test
    void rowsAreKeptOfTheWholeDatasetAndOfNoOther() {
        DatasetGraph data = new DatasetGraphMapLink(GraphMemFactory.createDefaultGraph());
        data(data, Quad.defaultGraphIRI);
        data.addGraph(NodeFactory.createURI("urn:g1"), GraphMemFactory.createDefaultGraph());
        List<Binding> read = new ArrayList<>();
        Context context = context(read::add);
        context.set(TemporalJoins.KEPT_ROWS, new KeptRows(data, 1_000_000));

        for (int i = 0; i < 3; i++) {
            assertEquals(37, count(data, "SELECT * { " + PAIRS + " }", context));
        }
        assertEquals(20, read.size());
        assertEquals(0, count(data, "SELECT * FROM <urn:g1> { " + PAIRS + " }", context));
        assertEquals(0, count(data, "SELECT * { GRAPH <urn:g1> { " + PAIRS + " } }", context));
        assertEquals(0, count(data, "SELECT * { GRAPH ?g { " + PAIRS + " } }", context));
        assertEquals(0, count(new Nothing(data), "SELECT * { " + PAIRS + " }", context));
    }

    @Test
    void rowsOfAnOlderVersionAreNotUsed() {
        DatasetGraph data = data(DatasetGraphFactory.createTxnMem(), Quad.defaultGraphIRI);
        AtomicInteger version = new AtomicInteger();
        KeptRows kept = new KeptRows(data, 1_000_000, version::get);
        Context context = context(row -> { });
        context.set(TemporalJoins.KEPT_ROWS, kept);
        String query = "SELECT * { " + PAIRS + " }";

        assertEquals(37, count(data, query, context));
        assertEquals(37, count(data, query, context));
        add(data, Quad.defaultGraphIRI, 5, "met", 100);
        add(data, Quad.defaultGraphIRI, 5, "began", 99);
        version.incrementAndGet();

        assertEquals(38, count(data, query, context));
        assertEquals(38, count(data, query, context));
    }

    @Test
    void noMoreIsKeptThanIsAllowed() {
        DatasetGraph data = data(DatasetGraphFactory.create(), Quad.defaultGraphIRI);
        KeptRows kept = new KeptRows(data, 20_000);
        Context context = context(row -> { });
        context.set(TemporalJoins.KEPT_ROWS, kept);

        for (int i = 0; i < 40; i++) {
            count(data, "SELECT * { ?a :began ?x" + i + " . ?b :met ?y . FILTER (?y > ?x" + i + ") }", context);
            assertTrue(kept.bytesHeld() <= 20_000);
        }
        assertTrue(kept.bytesHeld() > 5_000);
        kept.clear();
        assertEquals(0, kept.bytesHeld());
    }

    @Test
    void whatChangesByItselfIsNotKept() {
        DatasetGraph data = data(DatasetGraphFactory.create(), Quad.defaultGraphIRI);
        KeptRows kept = new KeptRows(data, 1_000_000);
        Context context = context(row -> { });
        context.set(TemporalJoins.KEPT_ROWS, kept);

        count(data, "SELECT * { ?a :began ?x . ?b :met ?y . FILTER (?y > ?x && ?y < ?x + year(now())) }", context);

        assertEquals(0, kept.bytesHeld());
    }

    /** A view that hides everything. */
    private static final class Nothing extends DatasetGraphReadOnly implements DatasetGraphWrapperView {
        Nothing(DatasetGraph data) {
            super(data);
        }

        @Override
        public Graph getDefaultGraph() {
            return Graph.emptyGraph;
        }
    }

    private static DatasetGraph data(DatasetGraph data, Node graph) {
        for (int i = 0; i < 20; i++) {
            add(data, graph, i, "began", i);
            add(data, graph, i, "met", i);
            data.add(graph, RandomData.iri("e" + i), RandomData.iri("state"), RandomData.iri("s" + i % 2));
        }
        return data;
    }

    private static void add(DatasetGraph data, Node graph, int event, String property, int day) {
        data.add(graph, RandomData.iri("e" + event), RandomData.iri(property),
                NodeFactory.createLiteralDT(String.valueOf(day), XSDDatatype.XSDinteger));
    }

    private static Context context(Consumer<Binding> onKeep) {
        Context context = ARQ.getContext().copy();
        TemporalJoins.install(context);
        context.set(TemporalJoins.ON_KEEP, onKeep);
        context.set(TemporalJoins.FEW_ROWS, 0);
        return context;
    }

    private static int count(DatasetGraph data, String text, Context context) {
        try (QueryExec execution = QueryExec.dataset(data).query(query(text)).context(context).build()) {
            return (int) execution.select().stream().count();
        }
    }

    private static Query query(String text) {
        return QueryFactory.create("PREFIX : <" + RandomData.NS + "> " + text);
    }
}
