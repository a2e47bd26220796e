package org.w3id.trilateral.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.w3id.trilateral.page.DayView.Entry;
import org.w3id.trilateral.page.DayView.Section;

/**
 * The answer to the packaged query of a day as a page: rows of {@code aspect}, {@code thing}, {@code detail},
 * {@code since} and {@code until}. An aspect begins with a digit that gives it its place; rows that differ in detail
 * alone are one entry.
 */
final class DayReader {
    private static final int LOOK = 180;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private final Grid grid;
    private final Language language;

    DayReader(Grid grid, Language language) {
        this.grid = grid;
        this.language = language;
    }

    DayView read(LocalDate day, String query, DayPicker picker) {
        Map<String, Map<Ref, List<List<List<Ref>>>>> aspects = new LinkedHashMap<>();
        grid.rows().forEach(row -> aspects.computeIfAbsent(grid.words(row, "aspect"), a -> new LinkedHashMap<>())
                .computeIfAbsent(grid.cell(row, "thing").get(0), t -> new ArrayList<>()).add(row));
        List<Section> sections = aspects.entrySet().stream()
                .map(aspect -> new Section(title(aspect.getKey()), entries(aspect.getValue(), day)))
                .toList();
        return new DayView(day,
                starts().filter(start -> start.isBefore(day)).max(LocalDate::compareTo).orElse(day.minusDays(LOOK)),
                starts().filter(start -> start.isAfter(day)).min(LocalDate::compareTo).orElse(day.plusDays(LOOK)),
                query, sections, picker);
    }

    /** The entries of an aspect; where all of them began near the day, by how near, and with how many days apart. */
    private List<Entry> entries(Map<Ref, List<List<List<Ref>>>> things, LocalDate day) {
        List<Entry> entries = things.entrySet().stream().map(thing -> entry(thing.getKey(), thing.getValue(), day))
                .toList();
        if (entries.stream().allMatch(entry -> entry.apart().isPresent())) {
            return entries.stream().sorted(Comparator.comparingInt(entry -> Math.abs(entry.apart().getAsInt())))
                    .toList();
        }
        return entries.stream().map(entry ->
                new Entry(entry.thing(), entry.details(), entry.since(), entry.until(), OptionalInt.empty())).toList();
    }

    private Entry entry(Ref thing, List<List<List<Ref>>> rows, LocalDate day) {
        List<Text> details = rows.stream().flatMap(row -> grid.cell(row, "detail").stream()).map(Ref::text).distinct()
                .toList();
        String since = grid.words(rows.get(0), "since");
        long apart = DAY.matcher(since).matches() ? LocalDate.parse(since).toEpochDay() - day.toEpochDay()
                : Long.MAX_VALUE;
        return new Entry(thing, details, since, grid.words(rows.get(0), "until"),
                apart >= -LOOK && apart <= LOOK ? OptionalInt.of((int) apart) : OptionalInt.empty());
    }

    private String title(String aspect) {
        return language.find("aspect." + aspect.replace(' ', '-'))
                .orElseGet(() -> Words.heading(aspect.replaceFirst("^\\d+ ", "")));
    }

    private Stream<LocalDate> starts() {
        return grid.rows().stream().map(row -> grid.words(row, "since")).filter(text -> DAY.matcher(text).matches())
                .map(LocalDate::parse);
    }
}
