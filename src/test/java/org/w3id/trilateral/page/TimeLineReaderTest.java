package org.w3id.trilateral.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.w3id.trilateral.page.TimeLine.Lane;
import org.w3id.trilateral.page.TimeLine.Tick;

class TimeLineReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2020, 1, 1);

    @Test
    void whatHasNotEndedReachesToTheDayOfTheData() {
        TimeLine line = read("office", row("/id/a", "first", "2000-01-01", "2010-01-01"),
                row("/id/b", "second", "2010-01-01", ""));
        List<Lane> lanes = line.lanes();

        assertEquals(List.of("first", "second"), lanes.stream().map(lane -> lane.name().text().words()).toList());
        assertTrue(lanes.get(1).marks().get(0).isOpen());
        assertEquals(50, lanes.get(1).marks().get(0).at(), 0.5);
        assertEquals(lanes.get(0).marks().get(0).length(), lanes.get(1).marks().get(0).length(), 0.5);
        assertEquals("A, 2000-01-01 – 2010-01-01", lanes.get(0).marks().get(0).words());
    }

    @Test
    void aDayIsAPointAndThePageSOwnIsToldApart() {
        TimeLine line = read("", row("/id/a", "x", "2000-01-01", "2000-01-01"),
                row("/id/self", "y", "2000-03-01", "2000-03-01"));

        assertEquals(1, line.lanes().size());
        assertEquals(List.of("mark", "mark self"),
                line.lanes().get(0).marks().stream().map(TimeLine.Mark::style).toList());
    }

    @Test
    void theLineIsDividedByNoMoreDatesThanFit() {
        for (String last : List.of("2000-02-10", "2001-01-01", "2004-06-01", "2019-01-01", "2300-01-01")) {
            List<Tick> ticks = read("", row("/id/a", "x", "2000-01-15", "2000-01-15"), row("/id/b", "x", last, last))
                    .ticks();

            assertTrue(!ticks.isEmpty() && ticks.size() <= 7, last + " " + ticks);
            assertTrue(ticks.stream().allMatch(tick -> tick.at() >= 0 && tick.at() <= 100), last + " " + ticks);
        }
    }

    @Test
    void rowsWithoutDaysHaveNoLine() {
        assertTrue(new TimeLineReader(grid(List.of(row("/id/a", "x", "", ""))), TODAY, "").read("").isEmpty());
        assertTrue(new TimeLineReader(grid(List.of()), TODAY, "").read("").isEmpty());
    }

    @SafeVarargs
    private static TimeLine read(String lanes, List<List<Ref>>... rows) {
        return new TimeLineReader(grid(List.of(rows)), TODAY, "/id/self").read(lanes).orElseThrow();
    }

    private static Grid grid(List<List<List<Ref>>> rows) {
        List<String> names = List.of("thing", "office", "since", "until");
        return new Grid(Ref.plain(""), names, names.stream().map(Ref::plain).toList(), rows);
    }

    private static List<List<Ref>> row(String href, String office, String since, String until) {
        return List.of(List.of(new Ref(Text.plain(href.substring(4).toUpperCase(java.util.Locale.ROOT)), href, "")),
                cell(office), cell(since), cell(until));
    }

    private static List<Ref> cell(String words) {
        return Stream.of(words).filter(text -> !text.isEmpty()).map(Ref::plain).toList();
    }
}
