package org.w3id.trilateral.page;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;

import org.w3id.trilateral.graph.Columns;
import org.w3id.trilateral.graph.Terms;
import org.w3id.trilateral.page.DayPicker.Bar;
import org.w3id.trilateral.page.DayPicker.Cell;

/** On which days how many events began; counted once, and then read-only. */
final class EventDays {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    /** One event in so many may lie before the first year that is offered: a few are much older than all others. */
    private static final int OLD = 100;
    private static final int WEEK = 7;

    private final NavigableMap<LocalDate, Integer> counts = new TreeMap<>();

    /** As long as they are not counted. */
    EventDays() {
    }

    EventDays(DatasetGraph data) {
        Columns columns = Columns.of(data);
        long[] events = columns.subjects(RDF.type.asNode(), Terms.EVENT);
        Map<Long, Integer> byDate = new HashMap<>();
        columns.pairs(Terms.START, (event, date) -> {
            if (Arrays.binarySearch(events, event) >= 0) {
                byDate.merge(date, 1, Integer::sum);
            }
        });
        byDate.forEach((date, number) -> {
            Node day = columns.term(date);
            if (day.isLiteral() && DAY.matcher(day.getLiteralLexicalForm()).matches()) {
                counts.merge(LocalDate.parse(day.getLiteralLexicalForm()), number, Integer::sum);
            }
        });
    }

    /** The last day before one on which an event began. */
    Optional<LocalDate> before(LocalDate day) {
        return Optional.ofNullable(counts.lowerKey(day));
    }

    /** The first day after one on which an event began. */
    Optional<LocalDate> after(LocalDate day) {
        return Optional.ofNullable(counts.higherKey(day));
    }

    /** What a day is picked with. */
    DayPicker around(LocalDate day) {
        LocalDate first = LocalDate.of(firstYear(day), 1, 1);
        LocalDate last = LocalDate.of(counts.isEmpty() ? day.getYear() : counts.lastKey().getYear(), 12, 31);
        return new DayPicker(day, first, last, bars(first, last), weeks(day));
    }

    /** Whole weeks from Sunday to Saturday that hold the month of a day. */
    private List<List<Cell>> weeks(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        LocalDate next = month.atDay(1);
        while (next.getDayOfWeek() != DayOfWeek.SUNDAY) {
            next = next.minusDays(1);
        }
        List<List<Cell>> weeks = new ArrayList<>();
        while (!next.isAfter(month.atEndOfMonth())) {
            List<Cell> week = new ArrayList<>();
            for (int i = 0; i < WEEK; i++, next = next.plusDays(1)) {
                week.add(new Cell(next, YearMonth.from(next).equals(month), counts.getOrDefault(next, 0)));
            }
            weeks.add(List.copyOf(week));
        }
        return weeks;
    }

    private int firstYear(LocalDate day) {
        long all = counts.values().stream().mapToLong(Integer::intValue).sum();
        long passed = 0;
        for (Map.Entry<LocalDate, Integer> entry : counts.entrySet()) {
            passed += entry.getValue();
            if (passed * OLD >= all) {
                return entry.getKey().getYear();
            }
        }
        return day.getYear();
    }

    private List<Bar> bars(LocalDate first, LocalDate last) {
        Map<Integer, Integer> years = new TreeMap<>();
        for (int year = first.getYear(); year <= last.getYear(); year++) {
            years.put(year, counts.subMap(LocalDate.of(year, 1, 1), true, LocalDate.of(year, 12, 31), true)
                    .values().stream()
                    .mapToInt(Integer::intValue).sum());
        }
        int most = Math.max(1, years.values().stream().mapToInt(Integer::intValue).max().orElse(1));
        double width = 100.0 / Math.max(1, years.size());
        List<Bar> bars = new ArrayList<>();
        years.forEach((year, events) ->
                bars.add(new Bar(year, events, (year - first.getYear()) * width, width, 100.0 * events / most)));
        return bars;
    }
}
