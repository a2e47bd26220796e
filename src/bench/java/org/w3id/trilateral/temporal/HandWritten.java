package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * The joins of {@link TemporalJoinsBench} as one would write them over sorted arrays of numbers: what there is to be
 * reached.
 */
final class HandWritten {
    private static final int STATES = 20;

    private final int[][] provocations = new int[STATES][];
    private final int[][] summits = new int[STATES][];
    private final int[] allProvocations;
    private final int[] allSummits;
    private final int[] mechanisms;
    private final int[] grievanceStarts;
    private final int[] grievanceEnds;
    private final int[] summitDays;
    private final int[] summitStates;
    private final int[] provocationOf;
    private final int[] provocationDays;
    private final int[] provocationStates;
    private final int[][] tenureStarts = new int[STATES][];
    private final int[][] tenureEnds = new int[STATES][];

    HandWritten(Graph graph) {
        List<int[]> byActor = rows(graph, "Provocation");
        provocationOf = column(byActor, 0);
        provocationDays = column(byActor, 1);
        provocationStates = column(byActor, 2);
        List<int[]> bySummit = rows(graph, "Summit");
        summitDays = column(bySummit, 1);
        summitStates = column(bySummit, 2);
        for (int state = 0; state < STATES; state++) {
            int wanted = state;
            provocations[state] = sorted(column(byActor.stream().filter(r -> r[2] == wanted).toList(), 1));
            summits[state] = sorted(column(bySummit.stream().filter(r -> r[2] == wanted).toList(), 1));
        }
        allProvocations = sorted(days(graph, "Provocation"));
        allSummits = sorted(days(graph, "Summit"));
        mechanisms = days(graph, "Mechanism");
        List<int[]> grievances = new ArrayList<>();
        of(graph, "Grievance").forEach(g ->
                grievances.add(new int[] {number(graph, g, "day", 0), number(graph, g, "endDay", Integer.MAX_VALUE)}));
        grievances.sort((a, b) -> Integer.compare(a[0], b[0]));
        grievanceStarts = column(grievances, 0);
        grievanceEnds = column(grievances, 1);
        Map<Integer, List<int[]>> tenures = new HashMap<>();
        of(graph, "Tenure").forEach(t -> tenures.computeIfAbsent(state(graph.find(t, RandomData.iri("state"), Node.ANY)
                .next().getObject()), k -> new ArrayList<>())
                .add(new int[] {number(graph, t, "day", 0), number(graph, t, "endDay", Integer.MAX_VALUE)}));
        tenures.forEach((state, list) -> {
            list.sort((a, b) -> Integer.compare(a[0], b[0]));
            tenureStarts[state] = column(list, 0);
            tenureEnds[state] = column(list, 1);
        });
    }

    private static List<int[]> rows(Graph graph, String kind) {
        List<int[]> rows = new ArrayList<>();
        int number = 0;
        for (Node event : of(graph, kind)) {
            int day = number(graph, event, "day", 0);
            int id = number++;
            graph.find(event, RandomData.iri("actor"), Node.ANY)
                    .forEachRemaining(t -> rows.add(new int[] {id, day, state(t.getObject())}));
        }
        return rows;
    }

    private static List<Node> of(Graph graph, String kind) {
        return graph.find(Node.ANY, RDF.type.asNode(), RandomData.iri(kind)).mapWith(Triple::getSubject).toList();
    }

    private static int[] days(Graph graph, String kind) {
        return of(graph, kind).stream().mapToInt(event -> number(graph, event, "day", 0)).toArray();
    }

    private static int number(Graph graph, Node subject, String property, int otherwise) {
        return graph.find(subject, RandomData.iri(property), Node.ANY).nextOptional()
                .map(t -> ((Number) t.getObject().getLiteralValue()).intValue()).orElse(otherwise);
    }

    private static int state(Node state) {
        return Integer.parseInt(state.getURI().substring((RandomData.NS + "state").length()));
    }

    private static int[] column(List<int[]> rows, int column) {
        return rows.stream().mapToInt(row -> row[column]).toArray();
    }

    private static int[] sorted(int[] values) {
        int[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }

    /** How many are not above a value. */
    private static int upTo(int[] sorted, int value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** All pairs within 7 days, counted. */
    long pairs() {
        long count = 0;
        for (int day : allProvocations) {
            count += upTo(allSummits, day + 7) - upTo(allSummits, day);
        }
        return count;
    }

    /** The first summit of the same state after each provocation. */
    long firstAfter() {
        int[] first = new int[provocationOf[provocationOf.length - 1] + 1];
        Arrays.fill(first, Integer.MAX_VALUE);
        for (int i = 0; i < provocationOf.length; i++) {
            int[] days = summits[provocationStates[i]];
            int at = upTo(days, provocationDays[i]);
            if (at < days.length) {
                first[provocationOf[i]] = Math.min(first[provocationOf[i]], days[at]);
            }
        }
        return Arrays.stream(first).filter(day -> day < Integer.MAX_VALUE).count();
    }

    /** Mechanisms founded while a grievance was active. */
    long active() {
        long count = 0;
        for (int day : mechanisms) {
            int to = upTo(grievanceStarts, day);
            for (int i = 0; i < to; i++) {
                count += grievanceEnds[i] >= day ? 1 : 0;
            }
        }
        return count;
    }

    /** Leaders in office at each summit. */
    long leaders() {
        long count = 0;
        for (int i = 0; i < summitDays.length; i++) {
            int[] starts = tenureStarts[summitStates[i]];
            int[] ends = tenureEnds[summitStates[i]];
            for (int at = upTo(starts, summitDays[i]) - 1; at >= 0; at--) {
                if (ends[at] > summitDays[i]) {
                    count++;
                }
            }
        }
        return count;
    }
}
