package org.w3id.trilateral.temporal;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterRoot;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;

/**
 * Measures queries over {@link TimedEvents} without time-window joins, with them, with rows kept from the query before,
 * and the same by hand, in one process. Arguments: perhaps {@code bursty}, then numbers of events (default 10000
 * 100000); {@code -Dplain.seconds=N} stops plain ARQ earlier.
 */
public final class TemporalJoinsBench {
    private static final int RUNS = 12;
    private static final long PLAIN_NANOS = 5_000_000_000L;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final long WARM_NANOS = 1_000_000_000L;
    private static final long LIMIT_SECONDS = 100;
    private static final long PLAIN_SECONDS = Long.getLong("plain.seconds", 100);
    private static final String HEAD = "PREFIX : <" + RandomData.NS
            + "> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ";
    private static final Map<String, String> QUERIES = new LinkedHashMap<>();

    static {
        String pair = "?p a :Provocation ; :day ?x . ?s a :Summit ; :day ?y . ";
        QUERIES.put("q01 all pairs within 7 days, counted",
                "SELECT (COUNT(*) AS ?n) { " + pair + "FILTER (?y > ?x && ?y <= ?x + 7) }");
        QUERIES.put("q02 pairs of one state within 180 days",
                "SELECT ?p ?s ?x ?y { ?p a :Provocation ; :actor :state5 ; :day ?x . "
                + "?s a :Summit ; :actor :state5 ; :day ?y . FILTER (?y > ?x && ?y <= ?x + 180) }");
        QUERIES.put("q03 first summit after each provocation",
                "SELECT ?p (MIN(?y) AS ?first) { ?p a :Provocation ; :actor ?z ; :day ?x . "
                + "?s a :Summit ; :actor ?z ; :day ?y . FILTER (?y > ?x) } GROUP BY ?p");
        QUERIES.put("q03b the same by NOT EXISTS", "SELECT ?p ?s { " + pair + "FILTER (?y > ?x) "
                + "FILTER NOT EXISTS { ?o a :Summit ; :day ?w . FILTER (?w > ?x && ?w < ?y) } }");
        QUERIES.put("q04 founded while a grievance was active", "SELECT (COUNT(*) AS ?n) { ?m a :Mechanism ; :day ?d . "
                + "?g a :Grievance ; :day ?from . OPTIONAL { ?g :endDay ?to } FILTER (?from <= ?d && (!BOUND(?to) || ?to >= ?d)) }");
        QUERIES.put("q05 leader in office at each summit", "SELECT ?s ?z ?h { ?s a :Summit ; :actor ?z ; :day ?d . "
                + "?t a :Tenure ; :state ?z ; :holder ?h ; :day ?from ; :endDay ?to . FILTER (?from <= ?d && ?d < ?to) }");
        QUERIES.put("q05b the same, no end yet",
                "SELECT ?s ?z ?h { ?s a :Summit ; :actor ?z ; :day ?d . ?t a :Tenure ; :state ?z ; :holder ?h ; :day ?from . "
                + "OPTIONAL { ?t :endDay ?to } FILTER (?from <= ?d && (!BOUND(?to) || ?d < ?to)) }");
        QUERIES.put("q06 provocations per year and state",
                "SELECT ?z ?year (COUNT(*) AS ?n) { ?p a :Provocation ; :actor ?z ; :start ?d . "
                + "BIND (SUBSTR(STR(?d), 1, 4) AS ?year) } GROUP BY ?z ?year");
        QUERIES.put("q10 one state's summits in a period", "SELECT ?s ?d { ?s a :Summit ; :actor :state5 ; :start ?d . "
                + "FILTER (?d >= \"2000-01-01\"^^xsd:date && ?d < \"2003-01-01\"^^xsd:date) } ORDER BY ?d LIMIT 50");
        QUERIES.put("q11 as q02, by date and duration",
                "SELECT ?p ?s ?x ?y { ?p a :Provocation ; :actor :state5 ; :start ?x . ?s a :Summit ; "
                + ":actor :state5 ; :start ?y . FILTER (?y > ?x && ?y <= ?x + \"P180D\"^^xsd:dayTimeDuration) }");
    }

    private TemporalJoinsBench() {
    }

    /** Prints one table for each number of events. */
    public static void main(String[] args) {
        boolean bursty = args.length > 0 && args[0].equals("bursty");
        String[] sizes = bursty ? Arrays.copyOfRange(args, 1, args.length) : args;
        for (String size : sizes.length == 0 ? new String[] {"10000", "100000"} : sizes) {
            int events = Integer.parseInt(size);
            DatasetGraph data = DatasetGraphFactory.wrap(TimedEvents.graph(events, bursty));
            System.out.printf("%nN = %,d events, %,d triples; CPU time, ms: least of up to %d runs; kept, join and by hand of a second's runs%n", events, data.getDefaultGraph().size(), RUNS);
            System.out.printf("%-40s %10s %10s %10s %10s %10s %8s %10s%n", "query", "plain", "joins", "kept", "join",
                    "by hand", "j/hand", "rows");
            HandWritten byHand = new HandWritten(data.getDefaultGraph());
            Map<String, LongSupplier> hands = Map.of("q01", byHand::pairs, "q03 ", byHand::firstAfter, "q04",
                    byHand::active, "q05b", byHand::leaders);
            QUERIES.forEach((name, text) -> measure(data, name, text, hands.entrySet().stream()
                    .filter(hand -> name.startsWith(hand.getKey())).map(Map.Entry::getValue).findFirst()));
        }
    }

    private static void measure(DatasetGraph data, String name, String text, Optional<LongSupplier> hand) {
        KeptRows kept = new KeptRows(data, 1L << 30);
        double[] least = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
        double[] rows = {0, 0, 0};
        long begun = System.nanoTime();
        for (int i = 0; i < RUNS; i++) {
            for (int way = 0; way < 3; way++) {
                if (way == 0 && i > 0 && System.nanoTime() - begun > PLAIN_NANOS) {
                    continue;
                }
                Optional<KeptRows> joins = way == 0 ? Optional.empty()
                        : Optional.of(way == 1 ? new KeptRows(data, 0) : kept);
                long start = CLOCK.getCurrentThreadCpuTime();
                rows[way] = count(data, text, joins);
                least[way] = Math.min(least[way], (CLOCK.getCurrentThreadCpuTime() - start) / 1e6);
            }
        }
        double warm = warm(() -> (long) count(data, text, Optional.of(kept)));
        double join = warm(planned(data, text, kept));
        double byHand = hand.map(TemporalJoinsBench::warm).orElse(Double.NaN);
        System.out.printf("%-40s %10.1f %10.1f %10.2f %10.3f %10.3f %8.2f %10.0f%s%n", name, least[0], least[1], warm,
                join, byHand, join / byHand, rows[2],
                rows[0] == rows[2] && rows[1] == rows[2] ? "" : rows[0] < 0 ? "  (plain stopped)"
                : "  DIFFERENT: " + rows[0]);
    }

    private static double warm(LongSupplier run) {
        double least = Double.MAX_VALUE;
        for (long begun = CLOCK.getCurrentThreadCpuTime(), start = begun; start < begun + WARM_NANOS;) {
            run.getAsLong();
            long end = CLOCK.getCurrentThreadCpuTime();
            least = Math.min(least, (end - start) / 1e6);
            start = end;
        }
        return least;
    }

    /** The join alone, planned beforehand, to its last solution. */
    private static LongSupplier planned(DatasetGraph data, String text, KeptRows kept) {
        Context context = context(Optional.of(kept));
        Op op = Optimize.optimize(Algebra.compile(QueryFactory.create(HEAD + text)), context);
        return () -> {
            ExecutionContext execution = ExecutionContext.create(data, context);
            QueryIterator solutions = QC.execute(op, QueryIterRoot.create(execution), execution);
            long rows = 0;
            for (; solutions.hasNext(); solutions.nextBinding()) {
                rows++;
            }
            return rows;
        };
    }

    private static Context context(Optional<KeptRows> joins) {
        Context context = ARQ.getContext().copy();
        joins.ifPresent(kept -> {
            TemporalJoins.install(context);
            context.set(TemporalJoins.KEPT_ROWS, kept);
        });
        return context;
    }

    /** The number of rows; -1 if stopped. */
    private static double count(DatasetGraph data, String text, Optional<KeptRows> joins) {
        try (QueryExec execution = QueryExec.dataset(data).query(QueryFactory.create(HEAD + text))
                .context(context(joins))
                .timeout(joins.isPresent() ? LIMIT_SECONDS : PLAIN_SECONDS, TimeUnit.SECONDS).build()) {
            long[] rows = {0};
            execution.select().forEachRemaining(row -> {
                rows[0]++;
                row.forEach((variable, term) -> term.hashCode());
            });
            return rows[0];
        } catch (QueryCancelledException e) {
            return -1;
        }
    }
}
