package org.w3id.trilateral.bench;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.apache.jena.mem2.GraphMem2Roaring;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.exec.QueryExec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.load.GeneratedEvents;
import org.w3id.trilateral.load.Shape;
import org.w3id.trilateral.temporal.KeptRows;
import org.w3id.trilateral.temporal.TemporalJoins;

/**
 * Plain SPARQL over events in memory, parsed beforehand and counted to its last row, beside the same joins written by
 * hand.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class JoinBenchmark {
    /** Number of events. */
    @Param("10000")
    public int events;

    /** The question. */
    @Param({"q01", "q03", "q04", "q05"})
    public String question;

    private DatasetGraph data;
    private HandWritten handWritten;
    private Query query;

    /** Generates the events, of the same seed as for all engines. */
    @Setup
    public void generate() {
        GraphMem2Roaring graph = new GraphMem2Roaring();
        new GeneratedEvents(events, Shape.UNIFORM, 7, false).write(new Home(Path.of("")), graph::add);
        data = new DatasetGraphMapLink(graph);
        TemporalJoins.register(data, new KeptRows(data, Runtime.getRuntime().maxMemory() / 4));
        handWritten = new HandWritten(graph);
        query = QueryFactory.create(Question.all().stream().filter(each -> each.id().equals(question)).findFirst()
                .orElseThrow().text());
    }

    /** By hand. */
    @Benchmark
    public long byHand() {
        return switch (question) {
            case "q01" -> handWritten.q01();
            case "q03" -> handWritten.q03();
            case "q04" -> handWritten.q04();
            default -> handWritten.q05();
        };
    }

    /** By the engine. */
    @Benchmark
    public long bySparql() {
        try (QueryExec execution = QueryExec.dataset(data).query(query).build()) {
            long[] rows = {0};
            execution.select().forEachRemaining(row -> rows[0]++);
            return rows[0];
        }
    }
}
