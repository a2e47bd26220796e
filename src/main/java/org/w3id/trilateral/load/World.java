package org.w3id.trilateral.load;

import static org.w3id.trilateral.load.Statements.thing;
import static org.w3id.trilateral.load.Statements.tri;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * What generated events happen among: states and their leaders, places, sources, mechanisms, grievances and agreements.
 * Immutable.
 */
final class World {
    /** How many volumes of reports there are. */
    static final int SOURCES = 20;
    private static final int FEWEST = 20;
    private static final int PLACES = 50;
    private static final int CHAIN = 200;
    private static final int SHORTEST_TENURE = 200;
    private static final int LONGEST_TENURE = 1_700;
    private static final String[] REAL = {"united-states", "japan", "south-korea", "north-korea", "china", "russia"};
    private static final String[] NAMES = {"United States", "Japan", "South Korea", "North Korea", "China", "Russia"};
    private static final String[] LEVELS = {"leaders", "ministers", "vice-ministers", "senior-officials", "working"};
    private static final String[] MECHANISM_KINDS = {"dialogue", "coordination-group", "information-sharing",
            "summit-series"};
    private static final String[] GRIEVANCE_KINDS = {"historical", "territorial", "economic", "commemorative"};
    private static final String GEO = "http://www.w3.org/2003/01/geo/wgs84_pos#";

    private final long seed;
    private final int things;
    private final boolean stated;
    private final Chances chances;
    private final List<int[]> tenures = new ArrayList<>();

    /**
     * A world for a number of events.
     *
     * @param events of which each thousandth brings a mechanism, a grievance and an agreement
     * @param stated whether to leave out what follows by rules
     */
    World(Chances chances, long seed, int events, boolean stated) {
        this.chances = chances;
        this.seed = seed;
        this.things = Math.max(FEWEST, events / 1_000);
        this.stated = stated;
        SplittableRandom random = random("tenures");
        for (int state = 0; state < Chances.STATES; state++) {
            tenures.add(successions(random));
        }
    }

    private SplittableRandom random(String use) {
        return new SplittableRandom(seed * 31 + use.hashCode());
    }

    /** The first days of the leaders of a state, one after another; the first is in office on the first day. */
    private static int[] successions(SplittableRandom random) {
        List<Integer> days = new ArrayList<>();
        int day = Chances.FIRST_DAY - random.nextInt(SHORTEST_TENURE);
        for (; day < Chances.FIRST_DAY + Chances.DAYS; day += random.nextInt(SHORTEST_TENURE, LONGEST_TENURE)) {
            days.add(day);
        }
        return days.stream().mapToInt(Integer::intValue).toArray();
    }

    /** How many mechanisms there are; as many grievances and agreements. */
    int things() {
        return things;
    }

    /** A state by number. */
    static Node state(int number) {
        return number < REAL.length ? thing(REAL[number]) : thing("state", number);
    }

    /** Its English name. */
    static String nameOf(int state) {
        return state < NAMES.length ? NAMES[state] : "State " + state;
    }

    /** Who led a state on a day. */
    Node leader(int state, int day) {
        int[] since = tenures.get(state);
        int number = 0;
        while (number + 1 < since.length && since[number + 1] <= day) {
            number++;
        }
        return person(state, number);
    }

    private static Node person(int state, int number) {
        return thing("leader-" + state, number);
    }

    /** Some place. */
    static Node place(SplittableRandom random) {
        return thing("place", random.nextInt(PLACES));
    }

    /** Says all that there is of it. */
    void tell(Statements out) {
        tellSources(out);
        tellPlaces(out);
        for (int state = 0; state < Chances.STATES; state++) {
            tellState(out, state);
        }
        tellMechanisms(out);
        tellGrievances(out);
        tellAgreements(out);
    }

    private static void tellSources(Statements out) {
        for (int i = 0; i < SOURCES; i++) {
            out.about(thing("source", i), "Source", "Generated reports, volume " + i)
                    .says(DCTerms.title.asNode(), NodeFactory.createLiteralLang("Generated reports, volume " + i,
                            "en"));
            out.about(thing("attestation", i), "Attestation").says("source", thing("source", i))
                    .says("locator", NodeFactory.createLiteralString("index"));
        }
    }

    private void tellPlaces(Statements out) {
        SplittableRandom random = random("places");
        for (int i = 0; i < PLACES; i++) {
            out.about(thing("place", i), "Place", "Place " + i)
                    .says(NodeFactory.createURI(GEO + "lat"), degrees(random.nextInt(-6_000, 6_000)))
                    .says(NodeFactory.createURI(GEO + "long"), degrees(random.nextInt(-17_900, 17_900)))
                    .says("attestation", thing("attestation", i % SOURCES));
        }
    }

    private static Node degrees(int hundredths) {
        return NodeFactory.createLiteralDT(String.valueOf(hundredths / 100.0), XSDDatatype.XSDdecimal);
    }

    private void tellState(Statements out, int state) {
        Node attestation = thing("attestation", state % SOURCES);
        Node office = thing("office", state);
        out.about(state(state), "State", nameOf(state)).says("attestation", attestation);
        out.about(office, "Office", "Leader of " + nameOf(state)).says("officeKind", thing("office-kind-leader"))
                .says("officeOf", state(state)).says("attestation", attestation);
        int[] since = tenures.get(state);
        for (int i = 0; i < since.length; i++) {
            Node person = person(state, i);
            String name = "Leader " + (i + 1) + " of " + nameOf(state);
            out.about(person, "Person", name).says("nationality", state(state)).says("attestation", attestation);
            if (!stated) {
                out.says(RDF.Nodes.type, tri("Leader")).says("kind", tri("Person"));
            }
            out.about(thing("tenure-" + state, i), "Tenure", name + ", in office").says("holder", person)
                    .says("office", office).says("start", Days.date(since[i])).says("attestation", attestation);
            if (i + 1 < since.length) {
                out.says("end", Days.date(since[i + 1]));
            }
        }
    }

    private void tellMechanisms(Statements out) {
        SplittableRandom random = random("mechanisms");
        for (int i = 0; i < things; i++) {
            Chances.Occasion founded = chances.next(random);
            out.about(thing("mechanism", i), "Mechanism", "Mechanism " + i).says("start", Days.date(founded.day()))
                    .says("member", state(founded.first())).says("member", state(founded.second()))
                    .says("level", thing("level-" + LEVELS[i % LEVELS.length]))
                    .says("mechanismKind", thing("mechanism-kind-" + MECHANISM_KINDS[i % MECHANISM_KINDS.length]))
                    .says("attestation", thing("attestation", i % SOURCES));
            if (random.nextInt(10) < 6) {
                out.says("end", Days.date(founded.day() + random.nextInt(1, 4_000)));
            }
            if (i % CHAIN != 0) {
                out.says("predecessor", thing("mechanism", i - 1L));
            }
        }
    }

    private void tellGrievances(Statements out) {
        SplittableRandom random = random("grievances");
        for (int i = 0; i < things; i++) {
            Chances.Occasion begun = chances.next(random);
            out.about(thing("grievance", i), "Grievance", "Grievance " + i).says("start", Days.date(begun.day()))
                    .says("party", state(begun.first())).says("party", state(begun.second()))
                    .says("grievanceKind", thing("grievance-kind-" + GRIEVANCE_KINDS[i % GRIEVANCE_KINDS.length]))
                    .says("attestation", thing("attestation", i % SOURCES));
            if (random.nextInt(4) > 0) {
                out.says("end", Days.date(begun.day() + random.nextInt(1, 8_000)));
            }
        }
    }

    private void tellAgreements(Statements out) {
        SplittableRandom random = random("agreements");
        for (int i = 0; i < things; i++) {
            Chances.Occasion adopted = chances.next(random);
            out.about(thing("agreement", i), "Agreement", "Agreement " + i).says("start", Days.date(adopted.day()))
                    .says("party", state(adopted.first())).says("party", state(adopted.second()))
                    .says("attestation", thing("attestation", i % SOURCES));
            if (random.nextInt(2) > 0) {
                out.says("end", Days.date(adopted.day() + random.nextInt(1, 6_000)));
            }
        }
    }
}
