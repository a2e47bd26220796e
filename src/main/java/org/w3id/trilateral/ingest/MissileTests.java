package org.w3id.trilateral.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;
import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/**
 * North Korea's missile flight tests: one record a missile becomes one event a local day and site.
 *
 * <p>The records' days are UTC. Where the hour is given, the event's day is the local one at the site (zone
 * {@code Asia/Pyongyang}, which was half an hour apart from 2015 to 2018); where it is not, the day is taken as it
 * stands and the next day is given as its latest bound. Only facts are taken over; the records' descriptions are not.
 */
final class MissileTests {
    private static final ZoneId ZONE = ZoneId.of("Asia/Pyongyang");
    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final String SOURCE = "trid:source-cns-missile-tests";

    private final Map<String, String> missiles = new TreeMap<>();
    private final Map<String, Boolean> launchers = new TreeMap<>();
    private final Map<String, Site> sites = new TreeMap<>();
    private final Map<Launch, List<Shot>> launches = new TreeMap<>();

    private MissileTests() {
    }

    /** Reads the three files of the folder. */
    static MissileTests read(Path folder) {
        MissileTests tests = new MissileTests();
        json(folder.resolve("missile.en.json")).forEach((id, missile) -> {
            tests.missiles.put(id, missile.getAsObject().getString("name"));
            tests.launchers.put(id, missile.getAsObject().getString("type").equals("SLV"));
        });
        json(folder.resolve("facility.en.json")).getObj("facilities").forEach((id, site) -> tests.sites.put(id, new Site(
                site.getAsObject().getString("name"), number(site.getAsObject(), "lat"), number(site.getAsObject(), "lon"))));
        List<JsonObject> records = new ArrayList<>();
        json(folder.resolve("test.en.json")).getArray("timeBins")
                .forEach(bin -> bin.getAsObject().getArray("data").forEach(test -> records.add(test.getAsObject())));
        // Records with an hour first: they fix the local day of the launch that those without one join.
        records.stream().filter(test -> !hourUnknown(test)).forEach(tests::add);
        records.stream().filter(MissileTests::hourUnknown).forEach(tests::add);
        return tests;
    }

    private void add(JsonObject test) {
        try {
            String missile = test.getString("missile");
            String site = test.getString("facility");
            if (!missiles.containsKey(missile) || !sites.containsKey(site)) {
                throw new TrilateralException(Fault.MALFORMED_SOURCE, "test.en.json: unknown missile or facility in " + test);
            }
            Launch launch = launch(test.getString("date"), test.getString("time"), site, launchers.get(missile));
            launches.computeIfAbsent(launch, none -> new ArrayList<>())
                    .add(new Shot(missile, test.getString("outcome"), test.getString("date")));
        } catch (DateTimeException e) {
            throw new TrilateralException(Fault.MALFORMED_SOURCE, "test.en.json: no day or hour in " + test, e);
        }
    }

    private static boolean hourUnknown(JsonObject test) {
        return test.getString("time").startsWith("unknown");
    }

    private static Launch launch(String date, String time, String site, boolean satellite) {
        if (date.length() == "2000-01".length()) {
            YearMonth month = YearMonth.parse(date);
            return new Launch(month.atDay(1), month.atEndOfMonth(), true, site, satellite);
        }
        LocalDate day = LocalDate.parse(date);
        if (time.startsWith("unknown")) {
            return new Launch(day, day.plusDays(1), false, site, satellite);
        }
        LocalDate local = day.atTime(LocalTime.parse(time.substring(0, "00:00".length())))
                .atOffset(ZoneOffset.UTC).atZoneSameInstant(ZONE).toLocalDate();
        return new Launch(local, local, false, site, satellite);
    }

    /** The whole file: sites, then launches by day. */
    String toTurtle() {
        StringBuilder out = new StringBuilder("""
                # Every missile flight test and satellite launch of North Korea in the CNS database, one event a local day and site.
                # Sites in the order of their names, then launches by day.
                # From the files of github.com/nagix/nk-missile-tests (Apache-2.0), which take them from the CNS North Korea Missile
                # Test Database of the James Martin Center for Nonproliferation Studies and the Nuclear Threat Initiative; converted
                # with "trilateral ingest nk-missile-tests". The records' own descriptions are not taken over.

                PREFIX rdfs:  <http://www.w3.org/2000/01/rdf-schema#>
                PREFIX tri:   <https://w3id.org/trilateral/ontology#>
                PREFIX trid:  <https://w3id.org/trilateral/id/>
                PREFIX wgs84: <http://www.w3.org/2003/01/geo/wgs84_pos#>
                PREFIX xsd:   <http://www.w3.org/2001/XMLSchema#>

                """);
        sites.forEach((id, site) -> {
            if (!id.equals("unknown") && launches.keySet().stream().anyMatch(launch -> launch.site().equals(id))) {
                out.append(siteBlock(id, site)).append('\n');
            }
        });
        launches.forEach((launch, shots) -> out.append(launchBlock(launch, shots)).append('\n'));
        return out.toString().stripTrailing() + "\n";
    }

    private static TurtleBlock siteBlock(String id, Site site) {
        return new TurtleBlock(siteName(id))
                .add("a", "tri:Place")
                .add("rdfs:label", TurtleBlock.text(site.name(), "en"))
                .add("wgs84:lat", site.latitude())
                .add("wgs84:long", site.longitude())
                .attestation(List.of("tri:source " + SOURCE, "tri:locator " + TurtleBlock.quoted("data/facility.en.json, " + id)));
    }

    private static String siteName(String id) {
        return id + "-launch-site";
    }

    private TurtleBlock launchBlock(Launch launch, List<Shot> shots) {
        String kind = launch.satellite() ? "satellite-launch" : "missile-launch";
        TurtleBlock block = new TurtleBlock(kind + "-" + launch.name())
                .add("a", launch.satellite() ? "tri:SatelliteLaunch" : "tri:BallisticMissileLaunch")
                .add("rdfs:label", TurtleBlock.text(label(launch, shots), "en"))
                .add("tri:start", TurtleBlock.date(launch.first()));
        addPrecision(block, launch);
        block.add("tri:actor", "trid:north-korea");
        if (!launch.site().equals("unknown")) {
            block.add("tri:heldAt", "trid:" + siteName(launch.site()));
        }
        return block
                .add("tri:missileType", types(shots).stream().map(TurtleBlock::quoted).toArray(String[]::new))
                .add("tri:missileCount", String.valueOf(shots.size()))
                .add("tri:testOutcome", "trid:test-outcome-" + outcome(shots))
                .attestation(List.of("tri:source " + SOURCE,
                        "tri:locator " + TurtleBlock.quoted("data/test.en.json, " + days(shots) + ", " + launch.site()),
                        "tri:dateAsStated " + TurtleBlock.text(days(shots) + " (UTC)", "en")));
    }

    private static void addPrecision(TurtleBlock block, Launch launch) {
        if (!launch.first().equals(launch.last())) {
            block.add("tri:startPrecision", launch.monthOnly() ? "trid:precision-month" : "trid:precision-day")
                    .add("tri:startEarliest", TurtleBlock.date(launch.first()))
                    .add("tri:startLatest", TurtleBlock.date(launch.last()));
        }
    }

    private String label(Launch launch, List<Shot> shots) {
        String when = launch.monthOnly() ? YearMonth.from(launch.first()).format(DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH))
                : launch.first().format(LONG_DAY);
        String where = launch.site().equals("unknown") ? "" : " from " + sites.get(launch.site()).name();
        String what = String.join(" and ", types(shots)).replace("Unknown", "unidentified missile");
        return "Launch of " + (shots.size() > 1 ? shots.size() + " missiles (" + what + ")" : what) + where + ", " + when;
    }

    private TreeSet<String> types(List<Shot> shots) {
        TreeSet<String> types = new TreeSet<>();
        shots.forEach(shot -> types.add(missiles.get(shot.missile())));
        return types;
    }

    private static String outcome(List<Shot> shots) {
        List<String> outcomes = shots.stream().map(Shot::outcome).distinct().toList();
        return outcomes.size() == 1 ? outcomes.get(0) : "partial";
    }

    private static String days(List<Shot> shots) {
        return String.join(" and ", new TreeSet<>(shots.stream().map(Shot::utcDay).toList()));
    }

    private static JsonObject json(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return JSON.parse(in);
        } catch (IOException | JsonException e) {
            throw new TrilateralException(Fault.MALFORMED_SOURCE, "cannot read " + file + " as JSON: " + e.getMessage(), e);
        }
    }

    private static String number(JsonObject object, String key) {
        return object.get(key).getAsNumber().value().toString();
    }

    /** A launch day and site; the two days differ where the record leaves the local day open. The last day is no part of its order. */
    private record Launch(LocalDate first, LocalDate last, boolean monthOnly, String site, boolean satellite)
            implements Comparable<Launch> {
        String name() {
            return (monthOnly ? YearMonth.from(first).toString() : first.toString()) + (site.equals("unknown") ? "" : "-" + site);
        }

        @Override
        public int compareTo(Launch other) {
            int byDay = first.compareTo(other.first);
            return byDay != 0 ? byDay : (name() + satellite).compareTo(other.name() + other.satellite);
        }
    }

    private record Shot(String missile, String outcome, String utcDay) {
    }

    private record Site(String name, String latitude, String longitude) {
    }
}
