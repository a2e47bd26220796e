package org.w3id.trilateral.page;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What a day is picked with: the month of a day as a calendar, and a line of years with how much happened in each.
 *
 * @param day   the day that is shown
 * @param first first day of the line
 * @param last  last day of the line
 * @param bars  one a year
 * @param weeks rows of the calendar, from Sunday to Saturday
 */
public record DayPicker(LocalDate day, LocalDate first, LocalDate last, List<Bar> bars, List<List<Cell>> weeks) {
    public DayPicker {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(last, "last");
        bars = List.copyOf(bars);
        weeks = List.copyOf(weeks);
    }

    /** Days since 1970-01-01, kept within the line. */
    public long position() {
        return Math.max(first.toEpochDay(), Math.min(last.toEpochDay(), day.toEpochDay()));
    }

    /** What the days of the week are called, from Sunday on. */
    public List<String> weekdays(Language language) {
        return IntStream.range(0, DayOfWeek.values().length).mapToObj(i -> DayOfWeek.SUNDAY.plus(i)
                .getDisplayName(TextStyle.SHORT, Locale.forLanguageTag(language.tag()))).toList();
    }

    /** The year and the month of the day. */
    public String month() {
        return day.toString().substring(0, day.toString().lastIndexOf('-'));
    }

    /**
     * A year of the line; positions and sizes are in percent.
     *
     * @param year   the year
     * @param events how many events began in it
     * @param at     where it begins
     * @param width  how long it is
     * @param height how many events there are, of the most in any year
     */
    public record Bar(int year, int events, double at, double width, double height) {
        /** A number of percent as SVG takes it. */
        public static String percent(double number) {
            return Math.round(number * 100) / 100.0 + "%";
        }
    }

    /**
     * A day of the calendar.
     *
     * @param day    the day
     * @param isIn   whether it is of the month that is shown
     * @param events how many events began on it
     */
    public record Cell(LocalDate day, boolean isIn, int events) {
        public Cell {
            Objects.requireNonNull(day, "day");
        }
    }
}
