package org.w3id.trilateral.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * The joins of q01, q03, q04 and q05 as somebody would write them by hand, over sorted arrays of numbers made
 * beforehand.
 */
final class HandWritten {
    private static final String TRI = "https://w3id.org/trilateral/ontology#";
    private static final int WINDOW = 7;
    private static final int MOST_PARTICIPANTS = 1 << 16;
    private static final int[] NONE = {};

    private final Map<Node, Integer> numbers = new HashMap<>();
    private final Graph graph;
    private final int[] provocations;
    private final int[] summits;
    private final int[][] provocationsOfParticipant;
    private final int[][] summitsOfParticipant;
    private final int[] founded;
    private final int[] grievanceStarts;
    private final int[] grievanceEnds;
    private final int[][] summitsOfState;
    private final int[][] tenures;

    HandWritten(Graph graph) {
        this.graph = graph;
        provocations = sorted("Provocation", "startDay");
        summits = sorted("Summit", "startDay");
        founded = sorted("Mechanism", "startDay");
        List<int[]> lasting = things("Grievance").stream()
                .flatMap(thing -> values(thing, "endDay").stream().map(end ->
                        new int[] {day(thing, "startDay"), day(end)})).toList();
        grievanceStarts = lasting.stream().mapToInt(span -> span[0]).sorted().toArray();
        grievanceEnds = lasting.stream().mapToInt(span -> span[1]).sorted().toArray();
        provocationsOfParticipant = byParticipant("Provocation", "participant");
        summitsOfParticipant = byParticipant("Summit", "participant");
        summitsOfState = byParticipant("Summit", "party");
        tenures = tenures();
    }

    private List<Node> things(String type) {
        return graph.find(Node.ANY, RDF.Nodes.type, tri(type)).mapWith(t -> t.getSubject()).toList();
    }

    private List<Node> values(Node thing, String property) {
        return graph.find(thing, tri(property), Node.ANY).mapWith(t -> t.getObject()).toList();
    }

    private int day(Node thing, String property) {
        return day(values(thing, property).get(0));
    }

    private static int day(Node number) {
        return Integer.parseInt(number.getLiteralLexicalForm());
    }

    private static Node tri(String name) {
        return NodeFactory.createURI(TRI + name);
    }

    private int number(Node term) {
        return numbers.computeIfAbsent(term, none -> numbers.size());
    }

    private int[] sorted(String type, String property) {
        return things(type).stream().mapToInt(thing -> day(thing, property)).sorted().toArray();
    }

    private int[][] byParticipant(String type, String property) {
        Map<Integer, List<Integer>> days = new HashMap<>();
        things(type).forEach(thing -> values(thing, property).forEach(who ->
                days.computeIfAbsent(number(who), none -> new ArrayList<>()).add(day(thing, "startDay"))));
        int[][] sorted = new int[MOST_PARTICIPANTS][];
        Arrays.fill(sorted, NONE);
        days.forEach((who, list) -> sorted[who] = list.stream().mapToInt(Integer::intValue).sorted().toArray());
        return sorted;
    }

    /** For each state, first and last days of its leaders, by first days. */
    private int[][] tenures() {
        int[][] spans = new int[MOST_PARTICIPANTS][];
        Arrays.fill(spans, NONE);
        graph.find(Node.ANY, tri("officeOf"), Node.ANY).forEachRemaining(t -> {
            List<int[]> list = graph.find(Node.ANY, tri("office"), t.getSubject()).mapWith(x -> x.getSubject())
                    .toList().stream()
                    .flatMap(tenure -> values(tenure, "endDay").stream()
                            .map(end -> new int[] {day(tenure, "startDay"), day(end)}))
                    .sorted((a, b) -> Integer.compare(a[0], b[0])).toList();
            spans[number(t.getObject())] = list.stream().flatMapToInt(Arrays::stream).toArray();
        });
        return spans;
    }

    /** Pairs within the window, counted by two pointers. */
    long q01() {
        long pairs = 0;
        int low = 0;
        int high = 0;
        for (int day : provocations) {
            while (low < summits.length && summits[low] <= day) {
                low++;
            }
            high = Math.max(high, low);
            while (high < summits.length && summits[high] <= day + WINDOW) {
                high++;
            }
            pairs += high - low;
        }
        return pairs;
    }

    /** The sum of the first days after, so that nothing is optimised away. */
    long q03() {
        long sum = 0;
        for (int who = 0; who < numbers.size(); who++) {
            int[] later = summitsOfParticipant[who];
            int at = 0;
            for (int day : provocationsOfParticipant[who]) {
                while (at < later.length && later[at] <= day) {
                    at++;
                }
                sum += at < later.length ? later[at] : 0;
            }
        }
        return sum;
    }

    /** Points in intervals: those begun by then less those ended before. */
    long q04() {
        long pairs = 0;
        int begun = 0;
        int ended = 0;
        for (int day : founded) {
            while (begun < grievanceStarts.length && grievanceStarts[begun] <= day) {
                begun++;
            }
            while (ended < grievanceEnds.length && grievanceEnds[ended] < day) {
                ended++;
            }
            pairs += begun - ended;
        }
        return pairs;
    }

    /** How many summits have a leader of each state. */
    long q05() {
        long found = 0;
        for (int state = 0; state < numbers.size(); state++) {
            int[] spans = tenures[state];
            int at = 0;
            for (int day : summitsOfState[state]) {
                while (at + 2 < spans.length && spans[at + 2] <= day) {
                    at += 2;
                }
                found += at < spans.length && spans[at] <= day && day < spans[at + 1] ? 1 : 0;
            }
        }
        return found;
    }
}
