package org.w3id.trilateral.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * The state of affairs on a day.
 *
 * @param day      the day
 * @param previous the last day before it on which something is recorded, as far as the answer looks back
 * @param next     the first day after it on which something is recorded, as far as the answer looks ahead
 * @param query    id of the packaged query that answers
 * @param sections what holds on the day, by aspect
 * @param picker   what another day is picked with
 */
public record DayView(LocalDate day, LocalDate previous, LocalDate next, String query, List<Section> sections,
        DayPicker picker) {
    public DayView {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(previous, "previous");
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(query, "query");
        sections = List.copyOf(sections);
        Objects.requireNonNull(picker, "picker");
    }

    /**
     * One aspect of the day.
     *
     * @param title   its words
     * @param entries in the order of the answer; of what is near, the nearest first
     */
    public record Section(String title, List<Entry> entries) {
        private static final int MOST_FIRST = 10;

        public Section {
            Objects.requireNonNull(title, "title");
            entries = List.copyOf(entries);
        }

        /** Those that are seen at once. */
        public List<Entry> first() {
            return entries.subList(0, hasMore() ? MOST_FIRST : entries.size());
        }

        /** Those that are seen on demand. */
        public List<Entry> more() {
            return entries.subList(first().size(), entries.size());
        }

        private boolean hasMore() {
            return entries.size() > MOST_FIRST + MOST_FIRST / 2;
        }
    }

    /**
     * One thing of a section.
     *
     * @param thing   the thing
     * @param details what it is or does, each in a few words
     * @param since   its first day; may be empty
     * @param until   its last day; may be empty
     * @param apart   how many days after the day it began, below 0 before; told only of what is near
     */
    public record Entry(Ref thing, List<Text> details, String since, String until, OptionalInt apart) {
        public Entry {
            Objects.requireNonNull(thing, "thing");
            details = List.copyOf(details);
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(until, "until");
            Objects.requireNonNull(apart, "apart");
        }
    }
}
