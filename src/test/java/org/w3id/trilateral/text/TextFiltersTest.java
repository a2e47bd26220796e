package org.w3id.trilateral.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.mem2.GraphMem2Roaring;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TextFiltersTest {
    private static final int VALUES = 5_000;
    private static final String SEARCH = "?s :label ?l FILTER (CONTAINS(STR(?l), \"no. 47 \"))";

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', value = {
        "CONTAINS(?l, 'Camp'); \"Camp\" in ?l", "CONTAINS(LCASE(STR(?l)), 'camp'); \"camp\" in ?l",
        "STRSTARTS(STR(?l), 'Camp'); \"Camp\" in ?l", "STRENDS(UCASE(?l), 'CAMP'); \"CAMP\" in ?l",
        "REGEX(?l, '^camp.*david summit', 'i'); \"david summit\" in ?l",
        "REGEX(?l, 'seoul|tokyo'); \"seoul\" or \"tokyo\" in ?l",
        "STR(?l) = 'Camp'; \"Camp\" in ?l", "CONTAINS(?l, 'b') || REGEX(?l, 'a'); \"a\" or \"b\" in ?l",
        "CONTAINS(?l, 'a') && CONTAINS(?l, 'bc'); \"bc\" in ?l",
        "CONTAINS(?m, 'abc') && CONTAINS(?l, 'bc'); \"bc\" in ?l",
        "CONTAINS(?l, 'a') && ?m > 3; \"a\" in ?l"})
    void aConditionThatNeedsATextIsSearched(String condition, String line) {
        assertEquals("text " + line + " of <urn:x:label>\n",
                explained("?m :at ?s . ?s :label ?l FILTER (" + condition + ")"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', value = {
        "CONTAINS(?l, '')", "CONTAINS(?l, ?m)", "!CONTAINS(?l, 'a')", "CONTAINS(?l, 'a') || ?m > 3", "?l = 'a'",
        "CONTAINS(?l, 'a') || CONTAINS(?m, 'a')", "REGEX(?l, '(a|b)')",
        "CONTAINS(CONCAT(?l, 'a'), 'a')", "CONTAINS(?m, 'a')"})
    void anotherIsNot(String condition) {
        assertEquals("", explained("?s :label ?l ; ?p ?m FILTER (" + condition + ")"));
    }

    @ParameterizedTest
    @EnumSource(Datasets.class)
    void theValuesAreReadOnceAndKept(Datasets kind) {
        DatasetGraph data = kind.of(quads());
        AtomicInteger looks = new AtomicInteger();
        KeptTexts kept = new KeptTexts(1 << 24);
        Context context = TextFilters_EquivalenceTest.context(kept);
        Runnable onLook = looks::incrementAndGet;
        context.set(TextFilters.ON_LOOK, onLook);

        assertEquals(1, rows(data, SEARCH, context));
        long held = kept.bytesHeld();
        assertEquals(1, rows(data, SEARCH, context));
        assertEquals(1, rows(data, SEARCH.replace("47", "48"), context));

        assertTrue(held > VALUES * 20, "bytes " + held);
        assertEquals(held, kept.bytesHeld());
        assertTrue(looks.get() >= 3 * VALUES / Block.SIZE, "looks " + looks);
    }

    @ParameterizedTest
    @EnumSource(Datasets.class)
    void noMoreIsKeptThanIsAllowed(Datasets kind) {
        DatasetGraph data = kind.of(quads());
        KeptTexts kept = new KeptTexts(100_000);
        Context context = TextFilters_EquivalenceTest.context(kept);

        assertEquals(1, rows(data, SEARCH, context));
        assertEquals(1, rows(data, SEARCH, context));

        assertEquals(0, kept.bytesHeld());
    }

    @Test
    void whatWasNotUsedForLongestIsForgottenFirst() {
        DatasetGraph data = Datasets.MEMORY.of(quads());
        KeptTexts all = new KeptTexts(1 << 24);
        rows(data, SEARCH, TextFilters_EquivalenceTest.context(all));
        KeptTexts kept = new KeptTexts(all.bytesHeld() * 5 / 2);
        Context context = TextFilters_EquivalenceTest.context(kept);

        for (String property : List.of(":label", ":other", ":label", ":third", ":label")) {
            assertEquals(1, rows(data, SEARCH.replace(":label", property), context));
            assertTrue(kept.bytesHeld() <= all.bytesHeld() * 5 / 2);
        }

        kept.clear();
        assertEquals(0, kept.bytesHeld());
    }

    @Test
    void aQueryThatIsStoppedLeavesNothingHalfRead() {
        DatasetGraph data = Datasets.DATABASE.of(quads());
        KeptTexts kept = new KeptTexts(1 << 24);
        Context context = TextFilters_EquivalenceTest.context(kept);
        AtomicInteger looks = new AtomicInteger();
        Runnable stopping = () -> {
            if (looks.incrementAndGet() == 3) {
                throw new QueryCancelledException();
            }
        };
        context.set(TextFilters.ON_LOOK, stopping);

        assertThrows(QueryCancelledException.class, () -> rows(data, SEARCH, context));
        assertEquals(0, kept.bytesHeld());

        assertEquals(1, rows(data, SEARCH, context));
        assertTrue(kept.bytesHeld() > 0);
    }

    @Test
    void aQueryThatNeedsNoMoreLeavesTheRestUnread() {
        DatasetGraph data = Datasets.DATABASE.of(quads());
        KeptTexts kept = new KeptTexts(1 << 24);
        Context context = TextFilters_EquivalenceTest.context(kept);

        assertEquals(2, rows(data, "{ SELECT * { ?s :label ?l FILTER (CONTAINS(STR(?l), '47')) } LIMIT 2 }", context));

        assertEquals(0, kept.bytesHeld());
        assertEquals(1, rows(data, SEARCH, context));
        assertTrue(kept.bytesHeld() > 0);
    }

    @Test
    void whatAnotherPatternFindsQuickerIsNotSearched() {
        DatasetGraph data = Datasets.DATABASE.of(quads());
        KeptTexts kept = new KeptTexts(1 << 24);
        Context context = TextFilters_EquivalenceTest.context(kept);
        context.remove(TextFilters.FEW_ROWS);

        assertEquals(1, rows(data, "?s a :Rare . " + SEARCH, context));
        assertEquals(0, kept.bytesHeld());
    }

    @Test
    void aTextThatIsInMostValuesIsNotSearched() {
        KeptTexts kept = new KeptTexts(1 << 24);

        assertEquals(VALUES, rows(Datasets.MEMORY.of(quads()), SEARCH.replace("no. 47 ", "meeting"),
                TextFilters_EquivalenceTest.context(kept)));
        assertEquals(0, kept.bytesHeld());
    }

    @Test
    void valuesOfAnOlderVersionAreNotUsed() {
        Graph graph = new GraphMem2Roaring();
        DatasetGraph data = new DatasetGraphMapLink(graph);
        quads().forEach(quad -> graph.add(quad.asTriple()));
        AtomicInteger version = new AtomicInteger();
        Context context = TextFilters_EquivalenceTest.context(new KeptTexts(1 << 24, version::get));

        assertEquals(1, rows(data, SEARCH, context));
        graph.add(Triple.create(node("s9"), node("label"), NodeFactory.createLiteralString("no. 47 again")));
        version.incrementAndGet();

        assertEquals(2, rows(data, SEARCH, context));
        assertEquals(2, rows(data, SEARCH, context));
    }

    @Test
    void whatAGraphHidesStaysHidden() {
        Graph graph = new GraphMem2Roaring();
        quads().forEach(quad -> graph.add(quad.asTriple()));
        Context context = TextFilters_EquivalenceTest.context(new KeptTexts(1 << 24));

        assertEquals(1, rows(new DatasetGraphMapLink(graph), SEARCH, context));
        assertEquals(0, rows(new DatasetGraphMapLink(new Nothing(graph)), SEARCH, context));
        assertEquals(1, rows(DatasetGraphFactory.wrap(graph), SEARCH, context));
    }

    @Test
    void longTextsOnTheDiskAreFoundWherever(@TempDir Path folder) {
        DatasetGraph database = DatabaseMgr.connectDatasetGraph(Location.create(folder));
        List<Integer> lengths = List.of(1, 900, 1_023, 1_025, 60_000, 65_536, 70_000, 200_000, 3);
        Txn.executeWrite(database, () -> IntStream.range(0, 900).forEach(i -> {
            String text = "x".repeat(lengths.get(i % lengths.size())) + "é no. " + i + " ";
            database.add(node("g"), node("s" + i), node("label"), NodeFactory.createLiteralString(text));
        }));
        Context context = TextFilters_EquivalenceTest.context(new KeptTexts(1 << 30));

        for (int i = 0; i < 30; i++) {
            assertEquals(1, rows(new Datasets.Union(database), SEARCH.replace("47", String.valueOf(29 * i)), context));
        }
        TDBInternal.expel(database, true);
    }

    /** A graph that hides everything. */
    private static final class Nothing extends WrappedGraph {
        Nothing(Graph graph) {
            super(graph);
        }

        @Override
        public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
            return Graph.emptyGraph.find();
        }

        @Override
        public ExtendedIterator<Triple> find(Triple pattern) {
            return Graph.emptyGraph.find();
        }
    }

    private static List<Quad> quads() {
        List<Quad> quads = new ArrayList<>();
        for (String property : List.of("label", "other", "third")) {
            IntStream.range(0, VALUES).forEach(i -> quads.add(new Quad(node("g"), node("s" + i), node(property),
                    NodeFactory.createLiteralString("meeting no. " + i + " in Tokyo"))));
        }
        quads.add(new Quad(node("g"), node("s47"),
                NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), node("Rare")));
        return quads;
    }

    private static Node node(String name) {
        return NodeFactory.createURI("urn:x:" + name);
    }

    private static Query query(String pattern) {
        return QueryFactory.create("PREFIX : <urn:x:> SELECT * { " + pattern + " }");
    }

    private static String explained(String pattern) {
        Context context = ARQ.getContext().copy();
        TextFilters.install(context);
        return TextFilters.explain(query(pattern), context);
    }

    private static int rows(DatasetGraph data, String pattern, Context context) {
        return TextFilters_EquivalenceTest.rows(data, query(pattern), context).size();
    }
}
