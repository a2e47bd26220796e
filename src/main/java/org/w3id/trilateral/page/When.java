package org.w3id.trilateral.page;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * When something was, as exactly as it is known.
 *
 * @param start   its beginning
 * @param end     its end; empty where it has none, or none beside the beginning
 * @param isPoint whether it was over when its beginning was: an event without an end
 * @param sources who says so: numbers that lead to attestations of the same page
 * @param stated  the date in the sources' own words
 */
public record When(Moment start, Optional<Moment> end, boolean isPoint, List<Ref> sources, List<Ref> stated) {
    public When {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        sources = List.copyOf(sources);
        stated = List.copyOf(stated);
    }

    /**
     * A beginning or an end.
     *
     * @param shown     the date, no more exact than it is known: {@code 2012-08-10}, {@code 2012-08}, {@code 2012}
     * @param day       the day that stands for it in sorting
     * @param precision to what it is known, in words; empty words for the day
     * @param earliest  the first day that it may be; may be empty
     * @param latest    the last day that it may be; may be empty
     */
    public record Moment(String shown, String day, Text precision, String earliest, String latest) {
        public Moment {
            Objects.requireNonNull(shown, "shown");
            Objects.requireNonNull(day, "day");
            Objects.requireNonNull(precision, "precision");
            Objects.requireNonNull(earliest, "earliest");
            Objects.requireNonNull(latest, "latest");
        }

        /** Whether it is known only within bounds. */
        public boolean isBounded() {
            return !earliest.isEmpty() || !latest.isEmpty();
        }
    }
}
