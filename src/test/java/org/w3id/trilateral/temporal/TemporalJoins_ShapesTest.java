package org.w3id.trilateral.temporal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.jena.graph.Graph;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each question of {@code temporal/shapes.rq} is seen, and answered as plain ARQ answers it: at first, and from what
 * was kept.
 */
class TemporalJoins_ShapesTest {
    private static final int EVENTS = 2_000;

    @TestFactory
    Stream<DynamicTest> eachQuestionIsAnsweredAsByPlainArq() {
        Graph graph = TimedEvents.graph(EVENTS, true);
        DatasetGraph data = new DatasetGraphMapLink(graph);
        data.addGraph(RandomData.iri("g1"), graph);
        KeptRows kept = new KeptRows(data, 100_000_000);
        return Shape.all().stream().map(shape -> dynamicTest(shape.name(), () -> {
            List<String> plain = rows(data, shape.query(), Optional.empty());

            assertTrue(TemporalJoins.explain(shape.query()).startsWith(shape.join()),
                    TemporalJoins.explain(shape.query()));
            for (int i = 0; i < 3; i++) {
                assertEquals(plain, rows(data, shape.query(), Optional.of(kept)));
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> eachQuestionIsAnsweredFromDiskAsInMemory() {
        Graph graph = TimedEvents.graph(EVENTS / 4, false);
        DatasetGraph memory = new DatasetGraphMapLink(graph);
        memory.addGraph(RandomData.iri("g1"), graph);
        DatasetGraph disk = DatabaseMgr.createDatasetGraph();
        Txn.executeWrite(disk, () -> memory.find().forEachRemaining(disk::add));
        KeptRows kept = new KeptRows(disk, 100_000_000);
        return Shape.all().stream().map(shape -> dynamicTest(shape.name(), () -> {
            List<String> plain = rows(memory, shape.query(), Optional.empty());

            for (int i = 0; i < 3; i++) {
                assertEquals(plain, Txn.calculateRead(disk, () -> rows(disk, shape.query(), Optional.of(kept))));
            }
            assertFalse(plain.isEmpty() && shape.query().isAskType());
        }));
    }

    private static List<String> rows(DatasetGraph data, Query query, Optional<KeptRows> joins) {
        Context context = ARQ.getContext().copy();
        joins.ifPresent(kept -> {
            TemporalJoins.install(context);
            context.set(TemporalJoins.KEPT_ROWS, kept);
        });
        try (QueryExec execution = QueryExec.dataset(data).query(query).context(context).build()) {
            List<String> rows = new ArrayList<>();
            if (query.isAskType()) {
                rows.add(String.valueOf(execution.ask()));
            } else if (query.isConstructType()) {
                execution.constructTriples().forEachRemaining(triple -> rows.add(triple.toString()));
            } else {
                execution.select().forEachRemaining(row -> rows.add(TemporalJoins_EquivalenceTest.text(row)));
            }
            rows.sort(Comparator.naturalOrder());
            return rows;
        }
    }
}
