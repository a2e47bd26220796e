package org.w3id.trilateral.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.w3id.trilateral.page.TimeLine.Lane;
import org.w3id.trilateral.page.TimeLine.Mark;
import org.w3id.trilateral.page.TimeLine.Tick;

/**
 * The rows of a table on a line of time: the first column of days begins what the first column of things names; a
 * column {@code until} ends it.
 */
final class TimeLineReader {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final String UNTIL = "until";
    private static final int MOST_LANES = 16;
    private static final double EDGE = 0.03;

    private final Grid grid;
    private final LocalDate today;
    private final String self;
    private final int since;
    private final int until;
    private final int thing;

    /**
     * @param today the day up to which the data tell; what has not ended is drawn as far as this
     * @param self  address of the thing that the page is about
     */
    TimeLineReader(Grid grid, LocalDate today, String self) {
        this.grid = grid;
        this.today = today;
        this.self = self;
        this.until = grid.names().indexOf(UNTIL);
        this.since = columns().filter(column -> column != until && isOfDays(column)).findFirst().orElse(-1);
        this.thing = columns().filter(column -> column != until && column != since && isOfThings(column)).findFirst()
                .orElse(-1);
    }

    /** The line; empty where no row has a day, or where nothing is to be seen on it. */
    Optional<TimeLine> read(String lanes) {
        List<List<List<Ref>>> dated = since < 0 || thing < 0 ? List.of()
                : grid.rows().stream().filter(row -> day(row, since) != null).toList();
        if (dated.size() < 2 && (dated.isEmpty() || until < 0)) {
            return Optional.empty();
        }
        long first = dated.stream().mapToLong(row -> start(row)).min().orElseThrow();
        long last = dated.stream().mapToLong(row -> end(row)).max().orElseThrow();
        double edge = Math.max(5, (last - first) * EDGE);
        Scale scale = new Scale(first - edge, last + edge);
        return Optional.of(new TimeLine(scale.ticks(), lanes(dated, grid.names().indexOf(lanes), scale)));
    }

    private List<Lane> lanes(List<List<List<Ref>>> rows, int column, Scale scale) {
        Map<Ref, List<Mark>> lanes = new LinkedHashMap<>();
        rows.forEach(row -> lanes.computeIfAbsent(column < 0 ? Ref.plain("") : name(row.get(column)),
                lane -> new ArrayList<>())
                .add(mark(row, scale)));
        if (lanes.size() > MOST_LANES) {
            return lanes(rows, -1, scale);
        }
        return lanes.entrySet().stream().map(lane -> new Lane(lane.getKey(), lane.getValue().stream()
                .sorted(Comparator.comparingDouble(Mark::at)).toList())).toList();
    }

    private Mark mark(List<List<Ref>> row, Scale scale) {
        LocalDate from = Objects.requireNonNull(day(row, since));
        LocalDate to = until < 0 ? from : day(row, until);
        double at = scale.at(start(row));
        String days = from.equals(to) ? from.toString() : from + " – " + (to == null ? "" : to);
        double length = scale.at(end(row)) - at;
        Ref named = name(row.get(thing));
        return new Mark(at, length, to == null, length == 0 && named.href().equals(self), named, days);
    }

    private long start(List<List<Ref>> row) {
        return Objects.requireNonNull(day(row, since)).toEpochDay();
    }

    private long end(List<List<Ref>> row) {
        if (until < 0) {
            return start(row);
        }
        LocalDate to = day(row, until);
        return Math.max(start(row), (to == null ? today : to).toEpochDay());
    }

    /** The day in a cell, or null for none. */
    private static LocalDate day(List<List<Ref>> row, int column) {
        String words = words(row, column);
        return DAY.matcher(words).matches() ? LocalDate.parse(words) : null;
    }

    private static String words(List<List<Ref>> row, int column) {
        return row.get(column).stream().findFirst().map(ref -> ref.text().words()).orElse("");
    }

    private static Ref name(List<Ref> cell) {
        return cell.stream().findFirst().orElse(Ref.plain(""));
    }

    private IntStream columns() {
        return IntStream.range(0, grid.names().size());
    }

    private boolean isOfDays(int column) {
        List<String> words = grid.rows().stream().map(row -> words(row, column)).filter(text -> !text.isEmpty())
                .toList();
        return !words.isEmpty() && words.stream().allMatch(text -> DAY.matcher(text).matches());
    }

    private boolean isOfThings(int column) {
        return grid.rows().stream().flatMap(row -> row.get(column).stream())
                .anyMatch(ref -> ref.href().startsWith("/id/"));
    }

    /** Days to percent, and the dates that divide the line. */
    private record Scale(double from, double to) {
        private static final int MOST_TICKS = 7;
        private static final List<Integer> YEARS = List.of(1, 2, 5, 10, 20, 50, 100);
        private static final List<Integer> MONTHS = List.of(1, 2, 3, 6);

        double at(long day) {
            return (day - from) / (to - from) * 100;
        }

        List<Tick> ticks() {
            return MONTHS.stream().map(months -> ticks(months)).filter(ticks -> ticks.size() <= MOST_TICKS).findFirst()
                    .or(() -> YEARS.stream().map(years -> ticks(12 * years)).filter(ticks -> ticks.size() <= MOST_TICKS)
                    .findFirst())
                    .orElse(List.of());
        }

        private List<Tick> ticks(int months) {
            LocalDate begin = LocalDate.ofEpochDay((long) Math.floor(from));
            int month = begin.getYear() * 12 + begin.getMonthValue() - 1;
            List<Tick> ticks = new ArrayList<>();
            for (int next = Math.floorDiv(month, months) * months; ticks.size() <= MOST_TICKS; next += months) {
                LocalDate date = LocalDate.of(Math.floorDiv(next, 12), Math.floorMod(next, 12) + 1, 1);
                if (date.toEpochDay() > to) {
                    break;
                }
                if (date.toEpochDay() >= from) {
                    ticks.add(new Tick(at(date.toEpochDay()),
                            months < 12 ? date.toString().substring(0, 7) : String.valueOf(date.getYear())));
                }
            }
            return ticks;
        }
    }
}
