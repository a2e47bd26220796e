package org.w3id.trilateral.load;

import static org.w3id.trilateral.load.Statements.thing;
import static org.w3id.trilateral.load.Statements.tri;

import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Consumer;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.Home;

/**
 * An event graph that never was, in the project's own ontology and of any size, for tests and measurements.
 *
 * <p>Of N events each twentieth is a launch or test that somebody holds to be a provocation, each fiftieth a summit;
 * the
 * others are meetings, visits, protests, exercises, elections, sanctions and more, all from 1990 to 2024 among 200
 * states, of
 * which six are real. Each thousandth brings a mechanism, a grievance and an agreement. Statements come in blocks
 * about one
 * thing, thing after thing; memory does not grow with their number.
 *
 * @param events number of events, from 1,000 to 100,000,000
 * @param shape  how they lie in time
 * @param seed   another seed, another graph; the same one, the same graph
 * @param stated whether to leave out what follows by the rules of the ontology, such as super-classes and day numbers
 */
public record GeneratedEvents(int events, Shape shape, long seed, boolean stated) {
    private static final int FEWEST = 1_000;
    private static final int MOST = 100_000_000;
    private static final int PER_REPORT = 20;
    private static final int KINDS = 50;
    private static final String[] LAUNCHES = {"BallisticMissileLaunch", "CruiseMissileLaunch", "ArmedAttack",
            "SatelliteLaunch"};
    private static final String[] OTHERS = {"Meeting", "Visit", "Announcement", "Protest", "Exercise", "Election",
            "Sanction",
        "Withdrawal", "Apology", "Incident", "Ruling", "ExportControl", "Deployment", "Request"};
    private static final String[] LEVELS = {"ministers", "vice-ministers", "senior-officials"};
    private static final int LONGEST = 14;

    public GeneratedEvents {
        Objects.requireNonNull(shape, "shape");
        if (events < FEWEST || events > MOST) {
            throw new TrilateralException(Fault.BAD_OPTION,
                    "cannot generate " + events + " events; give a number from " + FEWEST + " to " + MOST);
        }
    }

    /**
     * Writes the graph.
     *
     * @param home whose ontology says what follows
     * @param out  takes each statement
     */
    public void write(Home home, Consumer<Triple> out) {
        Chances chances = new Chances(shape, seed, events);
        World world = new World(chances, seed, events, stated);
        if (stated) {
            tell(chances, world, new Statements(out));
            return;
        }
        Derivation<Node> derivation = new Derivation<>(Schema.of(home), Streamed.of(home), Naming.PLAIN,
                (subject, property, object) -> out.accept(Triple.create(subject, property, object)));
        tell(chances, world, new Statements(triple -> {
            derivation.accept(triple.getSubject(), triple.getPredicate(), triple.getObject());
            out.accept(triple);
        }));
        derivation.finish();
    }

    private void tell(Chances chances, World world, Statements out) {
        world.tell(out);
        for (int i = 0; i < events; i++) {
            SplittableRandom random = new SplittableRandom(seed * 1_000_003 + i);
            if (i % PER_REPORT == 0) {
                out.about(thing("report", i / PER_REPORT), "Attestation")
                        .says("source", thing("source", random.nextInt(World.SOURCES)))
                        .says("locator", NodeFactory.createLiteralString("page " + (i / PER_REPORT)));
            }
            tell(i, chances.next(random), random, world, out);
        }
    }

    private void tell(int i, Chances.Occasion occasion, SplittableRandom random, World world, Statements out) {
        if (i % PER_REPORT == 0) {
            tellProvocation(i, occasion, out);
        } else if (i % KINDS == 1) {
            tellSummit(i, occasion, random, world, out);
        } else {
            tellOther(i, occasion, random, world, out);
        }
    }

    private static Statements begin(int i, String type, Chances.Occasion occasion, Statements out) {
        return out.about(thing("event", i), type, type + " " + i + ", " + World.nameOf(occasion.first()))
                .says("start", Days.date(occasion.day())).says("attestation", thing("report", i / PER_REPORT));
    }

    private void tellProvocation(int i, Chances.Occasion occasion, Statements out) {
        String type = i % 1_000 == 0 ? "NuclearTest" : LAUNCHES[i / PER_REPORT % LAUNCHES.length];
        Node said = thing("characterization", i);
        begin(i, type, occasion, out).says("actor", World.state(occasion.first()))
                .says("target", World.state(occasion.second()))
                .says("attestation", said);
        if (!stated) {
            out.says(RDF.Nodes.type, tri("Provocation")).says("kind", tri(type));
        }
        out.about(said, "Characterization").says("characterizedAs", tri("Provocation"))
                .says("claimant", World.state(occasion.second())).says("source", thing("source", i % World.SOURCES))
                .says("locator", NodeFactory.createLiteralString("page " + i));
    }

    private static void tellSummit(int i, Chances.Occasion occasion, SplittableRandom random, World world,
            Statements out) {
        boolean trilateral = i % 500 == 1;
        int first = trilateral ? 0 : occasion.first();
        int second = trilateral ? 1 : occasion.second();
        begin(i, trilateral ? "TrilateralSummit" : "Summit", occasion, out)
                .says(RDFS.Nodes.label, NodeFactory.createLiteralLang("정상회의 " + i, "ko"))
                .says("party", World.state(first)).says("party", World.state(second))
                .says("attendee", world.leader(first, occasion.day()))
                        .says("attendee", world.leader(second, occasion.day()))
                .says("level", thing("level-leaders")).says("format",
                        thing(trilateral ? "format-trilateral" : "format-bilateral"))
                .says("heldAt", World.place(random));
        if (trilateral) {
            out.says("party", World.state(2)).says("attendee", world.leader(2, occasion.day()));
        }
    }

    private void tellOther(int i, Chances.Occasion occasion, SplittableRandom random, World world, Statements out) {
        String type = OTHERS[i % OTHERS.length];
        Node thing = thing(type.equals("Meeting") ? "mechanism" : "grievance", random.nextInt(world.things()));
        begin(i, type, occasion, out);
        switch (type) {
            case "Meeting" -> out.says("party", World.state(occasion.first()))
                    .says("party", World.state(occasion.second()))
                    .says("level", thing("level-" + LEVELS[i % LEVELS.length])).says("meetingOf", thing)
                    .says("format", thing(i % 3 == 0 ? "format-trilateral" : "format-bilateral"))
                            .says("heldAt", World.place(random));
            case "Visit" -> out.says("visitor", world.leader(occasion.first(), occasion.day()))
                    .says("host", World.state(occasion.second())).says("heldAt", World.place(random));
            case "Protest", "Ruling" -> out.says("actor", World.state(occasion.first())).says("raises", thing)
                    .says("target", World.state(occasion.second()));
            case "Apology" -> out.says("actor", World.state(occasion.first()))
                    .says(i % 4 == 0 ? "settles" : "addresses", thing);
            case "Withdrawal" -> out.says("actor", World.state(occasion.first()))
                    .says("reverses", thing("event", random.nextInt(events)));
            case "Exercise" -> out.says("party", World.state(occasion.first()))
                    .says("party", World.state(occasion.second()))
                    .says("end", Days.date(occasion.day() + random.nextInt(LONGEST)));
            default -> out.says("actor", World.state(occasion.first()));
        }
    }
}
