package org.w3id.trilateral.temporal;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.util.Context;

/**
 * A store's way to the subjects of one property whose objects lie in a range, past all others. A store whose index has
 * objects in order can give it, as {@link TemporalJoins#PROPERTY_INDEX}.
 */
public interface PropertyIndex {
    /** Objects that have an order: {@code xsd:integer}, and {@code xsd:date} without a time zone by days of 1970. */
    enum Kind {
        /** Those that a double tells apart. */
        INTEGER(-(1L << 53), 1L << 53),
        /** From the year 1000 to 7999. */
        DAY(-354_285, 2_202_411);

        private final long least;
        private final long greatest;

        Kind(long least, long greatest) {
            this.least = least;
            this.greatest = greatest;
        }

        /** The first object that may lie in a gap. */
        long least() {
            return least;
        }

        /** The last one. */
        long greatest() {
            return greatest;
        }
    }

    /**
     * Objects that are not wanted.
     *
     * @param kind of these only
     * @param from the first
     * @param to   the last, not before the first
     */
    record Gap(Kind kind, long from, long to) {
        public Gap {
            Objects.requireNonNull(kind, "kind");
        }
    }

    /**
     * The statements of a property.
     *
     * @param graph    where
     * @param property the predicate
     */
    record Statements(Graph graph, Node property) {
        public Statements {
            Objects.requireNonNull(graph, "graph");
            Objects.requireNonNull(property, "property");
        }
    }

    /**
     * How many statements there are, without those whose object lies in a gap.
     *
     * @param gaps  by kind and in order, apart from each other
     * @param limit counted no further than this
     * @return empty where they cannot be left out without looking at them
     */
    OptionalLong count(Context execution, Statements of, List<Gap> gaps, long limit);

    /** Their subjects, one for each statement; empty where {@link #count} is. */
    Optional<Iterator<Node>> subjects(Context execution, Statements of, List<Gap> gaps);
}
