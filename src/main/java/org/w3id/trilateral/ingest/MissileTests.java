package org.w3id.trilateral.ingest;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.ingest.TestRecords.Launch;
import org.w3id.trilateral.ingest.TestRecords.Shot;

/**
 * North Korea's missile flight tests since 1990: one event a local day and site.
 *
 * <p>A launch that the graph has already, on the same local day and, where it says so, from the same site, is not made
 * again: its block only adds what it lacks. A site that the graph has under the same name is used. Only facts are taken
 * over; the records' descriptions are not.
 */
final class MissileTests {
    private static final String OWN = KnowledgeGraph.GRAPHS + "data/launches/";
    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter LONG_MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final String SOURCE = "trid:source-cns-missile-tests";

    private final TestRecords tests;
    private final KnownPlaces places;
    private final Map<Launch, KnownLaunches.Launch> known = new HashMap<>();
    private final List<String> notes = new ArrayList<>();

    MissileTests(TestRecords tests, KnowledgeGraph graph) {
        this.tests = tests;
        this.places = KnownPlaces.of(graph, OWN);
        KnownLaunches.of(graph, OWN).all().forEach(this::match);
    }

    /**
     * Finds the launch of the records that the graph has already: by name, by day and site, then by the type of
     * missile.
     */
    private void match(KnownLaunches.Launch event) {
        Optional<Launch> named = tests.launches().keySet().stream().filter(launch -> name(launch).equals(event.event()))
                .findFirst();
        if (named.isPresent()) {
            known.put(named.get(), event);
            return;
        }
        List<Launch> candidates = tests.launches().keySet().stream()
                .filter(launch -> !launch.monthOnly())
                .filter(launch -> !event.day().isBefore(launch.first()) && !event.day().isAfter(launch.last()))
                .filter(launch -> event.places().isEmpty() || event.places().contains(place(launch.site())))
                .toList();
        List<Launch> exact = candidates.stream().filter(launch -> launch.first().equals(event.day())).toList();
        List<Launch> nearest = exact.isEmpty() ? candidates : exact;
        List<Launch> same = nearest.size() < 2 ? nearest : nearest.stream()
                .filter(launch -> types(tests.launches().get(launch)).stream().anyMatch(event.types()::contains))
                .toList();
        if (same.size() == 1) {
            known.put(same.get(0), event);
        } else if (!candidates.isEmpty()) {
            notes.add(event.event() + " is on the day of several launches, none of them surely the same");
        }
    }

    /** The whole file: new sites, then launches by day. */
    Conversion convert() {
        StringBuilder out = new StringBuilder("""
                # The missile flight tests and satellite launches of North Korea since 1984, one event a local day and site.
                # Sites in the order of their keys, then launches by day. A block without a class adds to an event of another file.
                # From the files of github.com/nagix/nk-missile-tests (Apache-2.0), which take them from the CNS North Korea Missile
                # Test Database of the James Martin Center for Nonproliferation Studies and the Nuclear Threat Initiative; converted
                # with "trilateral ingest nk-missile-tests". The records' own descriptions are not taken over.

                PREFIX rdfs:  <http://www.w3.org/2000/01/rdf-schema#>
                PREFIX tri:   <https://w3id.org/trilateral/ontology#>
                PREFIX trid:  <https://w3id.org/trilateral/id/>
                PREFIX wgs84: <http://www.w3.org/2003/01/geo/wgs84_pos#>
                PREFIX xsd:   <http://www.w3.org/2001/XMLSchema#>

                """);
        Map<Launch, List<Shot>> launches = new TreeMap<>(tests.launches());
        launches.keySet().stream().filter(Launch::siteKnown).map(Launch::site).distinct().sorted()
                .filter(site -> places.named(tests.site(site).name()).isEmpty())
                .forEach(site -> out.append(siteBlock(site)).append('\n'));
        launches.forEach((launch, shots) -> block(launch, shots).ifPresent(block -> out.append(block).append('\n')));
        return new Conversion(out.toString().stripTrailing() + "\n", notes);
    }

    private String place(String site) {
        return places.named(tests.site(site).name()).orElse("trid:" + site + "-launch-site");
    }

    private TurtleBlock siteBlock(String key) {
        TestRecords.Site site = tests.site(key);
        return new TurtleBlock(place(key))
                .add("a", "tri:Place")
                .add("rdfs:label", TurtleBlock.text(site.name(), "en"))
                .add("wgs84:lat", site.latitude())
                .add("wgs84:long", site.longitude())
                .attestation(List.of("tri:source " + SOURCE,
                "tri:locator " + TurtleBlock.quoted("data/facility.en.json, " + key)));
    }

    private Optional<TurtleBlock> block(Launch launch, List<Shot> shots) {
        return known.containsKey(launch) ? supplement(known.get(launch), launch, shots)
                : Optional.of(event(launch, shots));
    }

    /** What the records add to an event that exists; nothing where it has all and names them as a source. */
    private Optional<TurtleBlock> supplement(KnownLaunches.Launch event, Launch launch, List<Shot> shots) {
        Map<String, String[]> facts = facts(launch, shots);
        facts.keySet().removeAll(event.stated());
        if (facts.isEmpty() && event.attested()) {
            notes.add("launch " + launch.name() + ": " + event.event() + " has all of it");
            return Optional.empty();
        }
        TurtleBlock block = new TurtleBlock(event.event());
        facts.forEach(block::add);
        return Optional.of(block.attestation(facts.isEmpty()
                ? attestation(launch, shots, "tri:supports tri:start", dateAsStated(shots))
                : attestation(launch, shots, "tri:supports " + String.join(" , ", facts.keySet()))));
    }

    private TurtleBlock event(Launch launch, List<Shot> shots) {
        TurtleBlock block = new TurtleBlock(name(launch))
                .add("a", launch.satellite() ? "tri:SatelliteLaunch" : "tri:BallisticMissileLaunch")
                .add("rdfs:label", TurtleBlock.text(label(launch, shots), "en"))
                .add("tri:start", TurtleBlock.date(launch.first()));
        if (!launch.first().equals(launch.last())) {
            block.add("tri:startPrecision", launch.monthOnly() ? "trid:precision-month" : "trid:precision-day")
                    .add("tri:startEarliest", TurtleBlock.date(launch.first()))
                    .add("tri:startLatest", TurtleBlock.date(launch.last()));
        }
        block.add("tri:actor", "trid:north-korea");
        facts(launch, shots).forEach(block::add);
        return block.attestation(attestation(launch, shots, dateAsStated(shots)));
    }

    private static String name(Launch launch) {
        return "trid:" + (launch.satellite() ? "satellite-launch-" : "missile-launch-") + launch.name();
    }

    /** What a supplement can add, in the order of the blocks. */
    private Map<String, String[]> facts(Launch launch, List<Shot> shots) {
        Map<String, String[]> facts = new LinkedHashMap<>();
        if (launch.siteKnown()) {
            facts.put("tri:heldAt", new String[] {place(launch.site())});
        }
        if (!types(shots).isEmpty()) {
            facts.put("tri:missileType", types(shots).stream().map(TurtleBlock::quoted).toArray(String[]::new));
        }
        facts.put("tri:missileCount", new String[] {String.valueOf(shots.size())});
        facts.put("tri:testOutcome", new String[] {"trid:test-outcome-" + outcome(shots)});
        return facts;
    }

    private static List<String> attestation(Launch launch, List<Shot> shots, String... more) {
        String locator = "data/test.en.json, " + TestRecords.days(shots) + ", " + launch.site();
        List<String> parts =
                new ArrayList<>(List.of("tri:source " + SOURCE, "tri:locator " + TurtleBlock.quoted(locator)));
        parts.addAll(List.of(more));
        return parts;
    }

    private static String dateAsStated(List<Shot> shots) {
        return "tri:dateAsStated " + TurtleBlock.text(TestRecords.days(shots) + " (UTC)", "en");
    }

    private String label(Launch launch, List<Shot> shots) {
        String when = launch.monthOnly() ? launch.first().format(LONG_MONTH) : launch.first().format(LONG_DAY);
        String where = launch.siteKnown() ? " from " + tests.site(launch.site()).name() : "";
        String what = types(shots).isEmpty() ? "unidentified" : String.join(" and ", types(shots));
        String one = types(shots).isEmpty() ? "a missile" : what;
        return "Launch of " + (shots.size() > 1 ? shots.size() + " missiles (" + what + ")" : one) + where + ", "
                + when;
    }

    /** The names of the types that are known. */
    private static List<String> types(List<Shot> shots) {
        return TestRecords.types(shots).stream().filter(type -> !type.equals("Unknown")).toList();
    }

    private static String outcome(List<Shot> shots) {
        List<String> outcomes = shots.stream().map(Shot::outcome).distinct().toList();
        if (outcomes.size() == 1) {
            return outcomes.get(0);
        }
        return outcomes.contains("unknown") ? "unknown" : "partial";
    }
}
