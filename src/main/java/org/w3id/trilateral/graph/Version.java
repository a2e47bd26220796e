package org.w3id.trilateral.graph;

import java.util.Objects;

/** The state of the data of a graph. Safe for any number of threads. */
public interface Version {
    /** 64 lower-case hexadecimal digits; others whenever the data, or the queries over them, are others. */
    String fingerprint();

    /** How many triples there are, each counted once. */
    long triples();

    /** A state that does not change. */
    static Version fixed(String fingerprint, long triples) {
        return new Fixed(fingerprint, triples);
    }

    /**
     * A state that does not change.
     *
     * @param fingerprint see {@link Version#fingerprint()}
     * @param triples     see {@link Version#triples()}
     */
    record Fixed(String fingerprint, long triples) implements Version {
        public Fixed {
            Objects.requireNonNull(fingerprint, "fingerprint");
        }
    }
}
