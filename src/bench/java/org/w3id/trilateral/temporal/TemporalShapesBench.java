package org.w3id.trilateral.temporal;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.apache.jena.graph.Graph;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;

/**
 * Runs the questions of {@code temporal/shapes.rq} with and without time-window joins and prints how long each takes.
 * Arguments: events, seconds for each.
 */
public final class TemporalShapesBench {
    private TemporalShapesBench() {
    }

    /** Prints one line for each question. */
    public static void main(String[] args) {
        int events = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        String only = args.length > 2 ? args[2] : "";
        Graph graph = TimedEvents.graph(events, args.length > 3);
        DatasetGraph data = new DatasetGraphMapLink(graph);
        data.addGraph(RandomData.iri("g1"), graph);
        KeptRows none = new KeptRows(data, 0);
        KeptRows kept = new KeptRows(data, 1L << 30);
        System.out.printf("%-55s %9s %9s %9s %9s  %s%n", "question", "plain ms", "joins ms", "kept ms", "rows", "join");
        for (Shape shape : Shape.all()) {
            if (!shape.name().contains(only)) {
                continue;
            }
            Run plain = run(data, shape.query(), Optional.empty(), seconds);
            Run joined = run(data, shape.query(), Optional.of(none), seconds);
            Run again = run(data, shape.query(), Optional.of(none), seconds);
            run(data, shape.query(), Optional.of(kept), seconds);
            Run warm = run(data, shape.query(), Optional.of(kept), seconds);
            warm = run(data, shape.query(), Optional.of(kept), seconds);
            kept.clear();
            String join = TemporalJoins.explain(shape.query()).split("\n\n")[0].replace("\n", " / ");
            String verdict = plain.rows < 0 || joined.rows < 0 || plain.rows == joined.rows
                    && plain.hash == joined.hash && plain.rows == warm.rows && plain.hash == warm.hash ? ""
                    : "  DIFFERENT: " + plain.rows;
            boolean slow = !join.startsWith(shape.join());
            System.out.printf("%-55s %9.1f %9.1f %9.1f %9d  %s%s%s%n", shape.name(), plain.millis,
                    Math.min(joined.millis, again.millis), warm.millis, joined.rows, slow ? "*** " : "", join, verdict);
        }
    }

    private record Run(long rows, long hash, double millis) {
    }

    private static Run run(DatasetGraph data, Query query, Optional<KeptRows> joins, int seconds) {
        Context context = ARQ.getContext().copy();
        joins.ifPresent(kept -> {
            TemporalJoins.install(context);
            context.set(TemporalJoins.KEPT_ROWS, kept);
        });
        long begun = System.nanoTime();
        long[] sum = {0, 0};
        try (QueryExec execution = QueryExec.dataset(data).query(query).context(context)
                .timeout(seconds, TimeUnit.SECONDS).build()) {
            if (query.isAskType()) {
                sum[0] = execution.ask() ? 1 : 0;
            } else if (query.isConstructType()) {
                execution.constructTriples().forEachRemaining(triple -> {
                    sum[0]++;
                    sum[1] += triple.hashCode();
                });
            } else {
                RowSet rows = execution.select();
                rows.forEachRemaining(row -> {
                    sum[0]++;
                    long[] hash = {0};
                    row.forEach((variable, term) -> hash[0] += 31L * variable.hashCode() ^ term.hashCode());
                    sum[1] += hash[0] * hash[0];
                });
            }
        } catch (QueryCancelledException e) {
            sum[0] = -1;
        }
        return new Run(sum[0], sum[1], (System.nanoTime() - begun) / 1e6);
    }
}
