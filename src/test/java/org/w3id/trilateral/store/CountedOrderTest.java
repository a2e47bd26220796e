package org.w3id.trilateral.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.w3id.trilateral.graph.Watch;
import org.w3id.trilateral.store.StoreContent.Kind;

/** What is looked for first in a database, told by the steps that a query takes in it. */
class CountedOrderTest {
    private static final int EVENTS = 600;
    private static final int RARE = 3;

    @TempDir
    private Path folder;

    @Test
    void ofSeveralKnownValuesTheRarerIsLookedForFirst() {
        DatasetGraph data = filled();

        steps(data, "?e :participant :japan ; a :Rare");
        assertTrue(steps(data, "?e :participant :japan ; a :Rare") <= 4 * RARE);
        steps(data, "?e :participant :japan ; :place :rare ; a :Common");
        assertTrue(steps(data, "?e :participant :japan ; :place :rare ; a :Common") <= 4 * RARE);
        data.close();
    }

    @Test
    void aRarerClassThatIsNotMuchRarerIsLookedForLater() {
        DatasetGraph data = filled();

        steps(data, "?e a :Common ; :participant :japan");

        assertTrue(steps(data, "?e a :Common ; :participant :japan") >= EVENTS + EVENTS / 2);
        data.close();
    }

    @Test
    void aValueThatAnotherRowMayChangeIsNotCounted() {
        DatasetGraph data = filled();
        String query = "VALUES ?c { :Common :Rare } ?e :participant :japan ; a ?c";

        assertEquals(steps(data, query), steps(data, query));
        data.close();
    }

    private static long steps(DatasetGraph data, String pattern) {
        long[] steps = new long[1];
        Runnable onStep = () -> steps[0]++;
        long rows = Txn.calculateRead(data, () -> {
            try (QueryExec execution = QueryExec.dataset(data)
                    .query("PREFIX : <urn:x:> SELECT * { " + pattern + " }").set(Watch.ON_STEP, onStep).build()) {
                return Iter.count(execution.select());
            }
        });
        assertTrue(rows > 0, pattern);
        return steps[0];
    }

    private DatasetGraph filled() {
        StoreDirectory directory = StoreDirectory.open(folder.resolve("store"));
        directory.fill(database -> {
            Txn.executeWrite(database, () -> IntStream.range(0, EVENTS).forEach(i -> {
                Node event = node("e" + i);
                database.add(node("g"), event, node("participant"), node("japan"));
                database.add(node("g"), event, RDF.Nodes.type, node(i % 3 > 0 ? "Common" : "Other"));
                database.add(node("g"), event, node("place"), node(i % (EVENTS / RARE) == 1 ? "rare" : "often"));
                if (i % (EVENTS / RARE) == 0) {
                    database.add(node("g"), event, RDF.Nodes.type, node("Rare"));
                }
            }));
            return new StoreContent(Kind.LOADED, "0", "", 1, List.of());
        });
        return directory.dataset();
    }

    private static Node node(String name) {
        return NodeFactory.createURI("urn:x:" + name);
    }
}
