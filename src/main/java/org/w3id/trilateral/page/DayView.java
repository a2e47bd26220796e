package org.w3id.trilateral.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The state of affairs on a day.
 *
 * @param day      the day
 * @param previous the last day before it on which something is recorded, as far as the answer looks back
 * @param next     the first day after it on which something is recorded, as far as the answer looks ahead
 * @param query    id of the packaged query that answers
 * @param sections what holds on the day, by aspect
 */
public record DayView(LocalDate day, LocalDate previous, LocalDate next, String query, List<Section> sections) {
    public DayView {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(previous, "previous");
        Objects.requireNonNull(next, "next");
        Objects.requireNonNull(query, "query");
        sections = List.copyOf(sections);
    }

    /**
     * One aspect of the day.
     *
     * @param title   its words
     * @param entries in the order of the answer
     */
    public record Section(String title, List<Entry> entries) {
        public Section {
            Objects.requireNonNull(title, "title");
            entries = List.copyOf(entries);
        }
    }

    /**
     * One thing of a section.
     *
     * @param thing   the thing
     * @param details what it is or does, each in a few words
     * @param since   its first day; may be empty
     * @param until   its last day; may be empty
     */
    public record Entry(Ref thing, List<Text> details, String since, String until) {
        public Entry {
            Objects.requireNonNull(thing, "thing");
            details = List.copyOf(details);
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(until, "until");
        }
    }
}
