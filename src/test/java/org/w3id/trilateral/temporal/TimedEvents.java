package org.w3id.trilateral.temporal;

import java.time.LocalDate;
import java.util.Random;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * Generated events over 35 years, in a vocabulary of their own: of N events N/20 are provocations, N/50 summits, N/1000
 * mechanisms and as many grievances. Each has its day as a number, a date, a text, a year, a time and on a node of its
 * own.
 */
final class TimedEvents {
    /** How many days there are. */
    static final int DAYS = 12_784;
    private static final int STATES = 20;
    private static final long FIRST_DAY = 7_305;

    private final Random random = new Random(5);
    private final boolean bursty;
    private final Graph graph = GraphMemFactory.createGraphMemRoaring();

    private TimedEvents(boolean bursty) {
        this.bursty = bursty;
    }

    /**
     * A graph of them; the same each time.
     *
     * @param bursty true if most of them happen within a few weeks
     */
    static Graph graph(int events, boolean bursty) {
        TimedEvents made = new TimedEvents(bursty);
        for (int i = 0; i < events; i++) {
            made.event(i);
        }
        for (int state = 0; state < STATES; state++) {
            made.tenures(state);
        }
        made.graph.add(iri("Summit"), iri("below"), iri("Meeting"));
        return made.graph;
    }

    private void event(int number) {
        String kind = number % 20 == 0 ? "Provocation" : number % 50 == 1 ? "Summit" : number % 1000 == 2 ? "Mechanism"
                : number % 1000 == 3 ? "Grievance" : "Event";
        int day = bursty && random.nextInt(10) > 0 ? 300 * random.nextInt(12) + random.nextInt(20)
                : random.nextInt(DAYS);
        Node event = add("event" + number, kind, day);
        graph.add(event, iri("name"), NodeFactory.createLiteralString(kind + " " + number));
        graph.add(event, iri("time"),
                literal(date(day) + "T" + (10 + random.nextInt(10)) + ":00:00Z", XSDDatatype.XSDdateTime));
        graph.add(event, iri("actor"), iri("state" + random.nextInt(STATES)));
        graph.add(event, iri("actor"), iri("state" + random.nextInt(STATES)));
        graph.add(event, iri("span"), iri("span" + number));
        graph.add(iri("span" + number), iri("from"), number(day));
        if ((kind.equals("Grievance") || kind.equals("Mechanism")) && random.nextInt(4) > 0) {
            int days = random.nextInt(4000);
            end(event, day + days);
            lasts(event, day, days);
        }
    }

    private void lasts(Node event, int day, int days) {
        Node period = NodeFactory.createBlankNode();
        graph.add(event, iri("period"), period);
        graph.add(period, iri("from"), number(day));
        graph.add(period, iri("to"), number(day + days));
        graph.add(event, iri("length"), number(days));
        graph.add(event, iri("lasts"), literal("P" + days + "D", XSDDatatype.XSDdayTimeDuration));
    }

    private void tenures(int state) {
        graph.add(iri("state" + state), iri("name"), NodeFactory.createLiteralString("state " + state));
        for (int day = 0, next, i = 0; day < DAYS; day = next, i++) {
            next = day + 200 + random.nextInt(1500);
            Node tenure = add("tenure" + state + "-" + i, "Tenure", day);
            graph.add(tenure, iri("state"), iri("state" + state));
            graph.add(tenure, iri("holder"), iri("person" + state + "-" + i));
            if (next < DAYS) {
                end(tenure, next);
                lasts(tenure, day, next - day);
            }
        }
    }

    private Node add(String name, String kind, int day) {
        Node event = iri(name);
        graph.add(event, RDF.type.asNode(), iri(kind));
        graph.add(event, iri("day"), number(day));
        graph.add(event, iri("start"), literal(date(day), XSDDatatype.XSDdate));
        graph.add(event, iri("iso"), NodeFactory.createLiteralString(date(day)));
        graph.add(event, iri("year"), literal(date(day).substring(0, 4), XSDDatatype.XSDgYear));
        return event;
    }

    private void end(Node event, int day) {
        graph.add(event, iri("endDay"), number(day));
        graph.add(event, iri("end"), literal(date(day), XSDDatatype.XSDdate));
    }

    private static String date(int day) {
        return LocalDate.ofEpochDay(FIRST_DAY + day).toString();
    }

    private static Node number(int value) {
        return literal(String.valueOf(value), XSDDatatype.XSDinteger);
    }

    private static Node literal(String text, XSDDatatype type) {
        return NodeFactory.createLiteralDT(text, type);
    }

    private static Node iri(String name) {
        return RandomData.iri(name);
    }
}
