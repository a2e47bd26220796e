package org.w3id.trilateral.page;

import java.util.List;
import java.util.Objects;

/**
 * Things on a line of time, to be drawn without a program in the page. All positions and widths are in percent of the
 * line's length, so that it is as wide as the page allows.
 *
 * @param ticks dates along the line, from the left
 * @param lanes what is drawn one below the other
 */
public record TimeLine(List<Tick> ticks, List<Lane> lanes) {
    public TimeLine {
        ticks = List.copyOf(ticks);
        lanes = List.copyOf(lanes);
    }

    /**
     * A date along the line.
     *
     * @param at   where it stands
     * @param date in words
     */
    public record Tick(double at, String date) {
        public Tick {
            Objects.requireNonNull(date, "date");
        }

        /** Where it stands, as SVG takes it. */
        public String x() {
            return percent(at);
        }
    }

    /**
     * One row of the picture.
     *
     * @param name  what is in it; empty words where there is but one
     * @param marks in the order of their days
     */
    public record Lane(Ref name, List<Mark> marks) {
        public Lane {
            Objects.requireNonNull(name, "name");
            marks = List.copyOf(marks);
        }
    }

    /**
     * One thing of a lane.
     *
     * @param at     where it begins
     * @param length how far it reaches; 0 for a day
     * @param isOpen whether it had not ended when the data were made
     * @param isSelf whether it is the thing that the page is about, among others
     * @param thing  what it is
     * @param days   its first and its last day
     */
    public record Mark(double at, double length, boolean isOpen, boolean isSelf, Ref thing, String days) {
        public Mark {
            Objects.requireNonNull(thing, "thing");
            Objects.requireNonNull(days, "days");
        }

        /** Where it begins, as SVG takes it. */
        public String x() {
            return percent(at);
        }

        /** How far it reaches, as SVG takes it. */
        public String width() {
            return percent(length);
        }

        /** What the style sheet knows it by. */
        public String style() {
            return "mark" + (isOpen ? " open" : "") + (isSelf ? " self" : "");
        }

        /** The thing and its days in one line. */
        public String words() {
            return thing.text().words() + (days.isEmpty() ? "" : ", " + days);
        }
    }

    private static String percent(double number) {
        return Math.round(number * 100) / 100.0 + "%";
    }
}
