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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/**
 * The records of missile flight tests, one a missile, brought together to launches: all from one site on one local day.
 *
 * <p>The records' days are UTC. Where the hour is given, the launch has the local day at the site (zone
 * {@code Asia/Pyongyang}, which was half an hour apart from 2015 to 2018); where it is not, the day is taken as it
 * stands and the next day is its latest bound.
 */
final class TestRecords {
    /** The site of a launch whose site is not known. */
    static final String UNKNOWN_SITE = "unknown";
    private static final ZoneId ZONE = ZoneId.of("Asia/Pyongyang");

    private final Map<String, String> missiles = new TreeMap<>();
    private final Map<String, Boolean> launchers = new TreeMap<>();
    private final Map<String, Site> sites = new TreeMap<>();
    private final Map<Launch, List<Shot>> launches = new TreeMap<>();

    private TestRecords() {
    }

    /**
     * Reads the three files of the folder.
     *
     * @throws TrilateralException {@link Fault#MALFORMED_SOURCE} with file and record
     */
    static TestRecords read(Path folder) {
        TestRecords tests = new TestRecords();
        json(folder.resolve("missile.en.json")).forEach((id, missile) -> {
            tests.missiles.put(id, missile.getAsObject().getString("name"));
            tests.launchers.put(id, missile.getAsObject().getString("type").equals("SLV"));
        });
        json(folder.resolve("facility.en.json")).getObj("facilities")
                .forEach((id, site) -> tests.sites.put(id, new Site(
                spelling(site.getAsObject().getString("name")),
                number(site.getAsObject(), "lat"), number(site.getAsObject(), "lon"))));
        List<JsonObject> records = new ArrayList<>();
        json(folder.resolve("test.en.json")).getArray("timeBins")
                .forEach(bin -> bin.getAsObject().getArray("data").forEach(test -> records.add(test.getAsObject())));
        // Records with an hour first: they fix the local day of the launch that those without one join.
        records.stream().filter(test -> !hourUnknown(test)).forEach(tests::add);
        records.stream().filter(TestRecords::hourUnknown).forEach(tests::add);
        return tests;
    }

    /** Launches by day, each with its missiles. */
    Map<Launch, List<Shot>> launches() {
        return launches;
    }

    /** The site of a key of the files. */
    Site site(String key) {
        return sites.get(key);
    }

    private void add(JsonObject test) {
        try {
            String missile = test.getString("missile");
            String site = test.getString("facility");
            if (!missiles.containsKey(missile) || !sites.containsKey(site)) {
                throw new TrilateralException(Fault.MALFORMED_SOURCE,
                        "test.en.json: unknown missile or facility in " + test);
            }
            Launch launch = launch(test.getString("date"), test.getString("time"), site, launchers.get(missile));
            launches.computeIfAbsent(ofTheSameDay(launch, test.getString("date")), none -> new ArrayList<>())
                    .add(new Shot(missiles.get(missile), test.getString("outcome"), test.getString("date")));
        } catch (DateTimeException e) {
            throw new TrilateralException(Fault.MALFORMED_SOURCE, "test.en.json: no day or hour in " + test, e);
        }
    }

    /**
     * The launch that a record without an hour belongs to: that of its site whose records bear the same day in UTC, if
     * any.
     */
    private Launch ofTheSameDay(Launch launch, String utcDay) {
        if (launch.first().equals(launch.last())) {
            return launch;
        }
        return launches.entrySet().stream()
                .filter(known -> known.getKey().site().equals(launch.site())
                && known.getKey().satellite() == launch.satellite())
                .filter(known -> known.getValue().stream().anyMatch(shot -> shot.utcDay().equals(utcDay)))
                .map(Map.Entry::getKey).findFirst().orElse(launch);
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

    private static JsonObject json(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return JSON.parse(in);
        } catch (IOException | JsonException e) {
            throw new TrilateralException(Fault.MALFORMED_SOURCE,
                    "cannot read " + file + " as JSON: " + e.getMessage(), e);
        }
    }

    /** Two sites are misspelt in the files. */
    private static String spelling(String name) {
        return name.replace("missle", "missile").replace("Wast ", "West ");
    }

    private static String number(JsonObject object, String key) {
        return object.get(key).getAsNumber().value().toString();
    }

    /**
     * A launch day and site; the two days differ where the record leaves the local day open. Its order is by the first.
     */
    record Launch(LocalDate first, LocalDate last, boolean monthOnly, String site, boolean satellite)
            implements Comparable<Launch> {
        /** Day or month, and site where it is known. */
        String name() {
            return (monthOnly ? YearMonth.from(first).toString() : first.toString()) + (siteKnown() ? "-" + site : "");
        }

        boolean siteKnown() {
            return !site.equals(UNKNOWN_SITE);
        }

        @Override
        public int compareTo(Launch other) {
            int byDay = first.compareTo(other.first);
            return byDay != 0 ? byDay : (name() + satellite).compareTo(other.name() + other.satellite);
        }
    }

    /** One missile: the name of its type, how the test went, and the day of the record in UTC. */
    record Shot(String type, String outcome, String utcDay) {
    }

    /** A launch site with its coordinates in decimal degrees. */
    record Site(String name, String latitude, String longitude) {
    }

    /** The types among some missiles, sorted. */
    static TreeSet<String> types(List<Shot> shots) {
        TreeSet<String> types = new TreeSet<>();
        shots.forEach(shot -> types.add(shot.type()));
        return types;
    }

    /** The days of the records of some missiles, sorted, in UTC. */
    static String days(List<Shot> shots) {
        TreeSet<String> days = new TreeSet<>();
        shots.forEach(shot -> days.add(shot.utcDay()));
        return String.join(" and ", days);
    }
}
