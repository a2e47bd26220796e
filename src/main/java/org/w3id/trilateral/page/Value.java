package org.w3id.trilateral.page;

import java.util.List;
import java.util.Objects;

/**
 * What a statement says of its subject.
 *
 * @param ref   the object
 * @param parts the object's own statements where it is but a part of the subject, such as a phase; else empty
 */
public record Value(Ref ref, List<Value.Line> parts) {
    public Value {
        Objects.requireNonNull(ref, "ref");
        parts = List.copyOf(parts);
    }

    /**
     * A property with all its values.
     *
     * @param property what the ontology calls it
     * @param values   in reading order
     * @param total    how many there are; more than {@code values} where the list was cut
     * @param sources  who says so: numbers that lead to attestations of the same page
     * @param all      address where all can be had, where there are far more; else empty
     */
    public record Line(Ref property, List<Value> values, int total, List<Ref> sources, String all) {
        public Line {
            Objects.requireNonNull(property, "property");
            values = List.copyOf(values);
            sources = List.copyOf(sources);
            Objects.requireNonNull(all, "all");
        }

        /** A line for which no source is given. */
        Line(Ref property, List<Value> values, int total) {
            this(property, values, total, List.of(), "");
        }

        /** The same, with who says so. */
        Line from(List<Ref> attested) {
            return new Line(property, values, total, attested, all);
        }

        /** The same, with where all can be had. */
        Line withAll(String address) {
            return new Line(property, values, total, sources, address);
        }
    }
}
