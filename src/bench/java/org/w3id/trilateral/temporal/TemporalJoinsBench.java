package org.w3id.trilateral.temporal;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.vocabulary.RDF;

/**
 * Measures queries over generated events with and without time-window joins, in one process, and prints the ratios. Arguments:
 * numbers of events (default 10000 100000). Of N events N/20 are provocations and N/50 summits, uniform over 35 years.
 */
public final class TemporalJoinsBench {
    private static final String NS = "http://example.org/";
    private static final int DAYS = 12_784;
    private static final int STATES = 20;
    private static final int RUNS = 12;
    private static final long PLAIN_NANOS = 5_000_000_000L;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final long LIMIT_SECONDS = 100;
    private static final Map<String, String> QUERIES = new LinkedHashMap<>();

    static {
        String pair = "?p a :Provocation ; :day ?x . ?s a :Summit ; :day ?y . ";
        QUERIES.put("q01 all pairs within 7 days, counted", "SELECT (COUNT(*) AS ?n) { " + pair + "FILTER (?y > ?x && ?y <= ?x + 7) }");
        QUERIES.put("q02 pairs of one state within 180 days", "SELECT ?p ?s ?x ?y { ?p a :Provocation ; :actor :state5 ; :day ?x . "
                + "?s a :Summit ; :actor :state5 ; :day ?y . FILTER (?y > ?x && ?y <= ?x + 180) }");
        QUERIES.put("q03 first summit after each provocation", "SELECT ?p (MIN(?y) AS ?first) { ?p a :Provocation ; :actor ?z ; :day ?x . "
                + "?s a :Summit ; :actor ?z ; :day ?y . FILTER (?y > ?x) } GROUP BY ?p");
        QUERIES.put("q03b the same by NOT EXISTS", "SELECT ?p ?s { " + pair + "FILTER (?y > ?x) "
                + "FILTER NOT EXISTS { ?o a :Summit ; :day ?w . FILTER (?w > ?x && ?w < ?y) } }");
        QUERIES.put("q04 founded while a grievance was active", "SELECT (COUNT(*) AS ?n) { ?m a :Mechanism ; :day ?d . "
                + "?g a :Grievance ; :day ?from . OPTIONAL { ?g :endDay ?to } FILTER (?from <= ?d && (!BOUND(?to) || ?to >= ?d)) }");
        QUERIES.put("q05 leader in office at each summit", "SELECT ?s ?z ?h { ?s a :Summit ; :actor ?z ; :day ?d . "
                + "?t a :Tenure ; :state ?z ; :holder ?h ; :day ?from ; :endDay ?to . FILTER (?from <= ?d && ?d < ?to) }");
        QUERIES.put("q11 as q02, by date and duration", "SELECT ?p ?s ?x ?y { ?p a :Provocation ; :actor :state5 ; :date ?x . ?s a :Summit ; "
                + ":actor :state5 ; :date ?y . FILTER (?y > ?x && ?y <= ?x + \"P180D\"^^xsd:dayTimeDuration) }");
    }

    private TemporalJoinsBench() {
    }

    /** Prints one table for each number of events. */
    public static void main(String[] args) {
        for (String size : args.length == 0 ? new String[] {"10000", "100000"} : args) {
            int events = Integer.parseInt(size);
            DatasetGraph data = DatasetGraphFactory.wrap(graph(events));
            System.out.printf("%nN = %,d events, %,d triples; CPU time, least of up to %d runs, ms%n", events, data.getDefaultGraph().size(), RUNS);
            System.out.printf("%-45s %10s %10s %8s %10s%n", "query", "plain", "joins", "ratio", "rows");
            QUERIES.forEach((name, text) -> measure(data, name, text));
        }
    }

    private static void measure(DatasetGraph data, String name, String text) {
        double[] least = {Double.MAX_VALUE, Double.MAX_VALUE};
        double[] rows = {0, 0};
        long begun = System.nanoTime();
        for (int i = 0; i < RUNS; i++) {
            for (int joins = 0; joins < 2; joins++) {
                if (joins == 0 && i > 0 && System.nanoTime() - begun > PLAIN_NANOS) {
                    continue;
                }
                long start = CLOCK.getCurrentThreadCpuTime();
                rows[joins] = count(data, text, joins == 1);
                least[joins] = Math.min(least[joins], (CLOCK.getCurrentThreadCpuTime() - start) / 1e6);
            }
        }
        System.out.printf("%-45s %10.1f %10.1f %8.1f %10.0f%s%n", name, least[0], least[1], least[0] / least[1], rows[1],
                rows[0] == rows[1] ? "" : rows[0] < 0 ? "  (plain stopped)" : "  DIFFERENT: " + rows[0]);
    }

    /** The number of rows; -1 if stopped. */
    private static double count(DatasetGraph data, String text, boolean joins) {
        Context context = ARQ.getContext().copy();
        if (joins) {
            TemporalJoins.install(context);
        }
        String head = "PREFIX : <" + NS + "> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ";
        try (QueryExec execution = QueryExec.dataset(data).query(QueryFactory.create(head + text)).context(context)
                .timeout(LIMIT_SECONDS, TimeUnit.SECONDS).build()) {
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

    private static Graph graph(int events) {
        Random random = new Random(5);
        Graph graph = GraphMemFactory.createGraphMemRoaring();
        for (int i = 0; i < events; i++) {
            String kind = i % 20 == 0 ? "Provocation" : i % 50 == 1 ? "Summit" : i % 1000 == 2 ? "Mechanism" : i % 1000 == 3 ? "Grievance" : "Event";
            int day = random.nextInt(DAYS);
            Node event = add(graph, "event" + i, kind, day);
            graph.add(event, iri("date"), literal(LocalDate.ofEpochDay(day + 7_305L).toString(), XSDDatatype.XSDdate));
            graph.add(event, iri("actor"), iri("state" + random.nextInt(STATES)));
            graph.add(event, iri("actor"), iri("state" + random.nextInt(STATES)));
            if (kind.equals("Grievance") && random.nextInt(4) > 0) {
                graph.add(event, iri("endDay"), number(day + random.nextInt(4000)));
            }
        }
        for (int state = 0; state < STATES; state++) {
            for (int day = 0, next, i = 0; day < DAYS; day = next, i++) {
                next = day + 200 + random.nextInt(1500);
                Node tenure = add(graph, "tenure" + state + "-" + i, "Tenure", day);
                graph.add(tenure, iri("endDay"), number(next));
                graph.add(tenure, iri("state"), iri("state" + state));
                graph.add(tenure, iri("holder"), iri("person" + state + "-" + i));
            }
        }
        return graph;
    }

    private static Node add(Graph graph, String name, String kind, int day) {
        Node event = iri(name);
        graph.add(event, RDF.type.asNode(), iri(kind));
        graph.add(event, iri("day"), number(day));
        return event;
    }

    private static Node number(int value) {
        return literal(String.valueOf(value), XSDDatatype.XSDinteger);
    }

    private static Node literal(String text, XSDDatatype type) {
        return NodeFactory.createLiteralDT(text, type);
    }

    private static Node iri(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
