package org.w3id.trilateral.load;

import java.time.Duration;
import java.util.Objects;

/**
 * What became of the files that were loaded.
 *
 * @param statements how many statements were read from them
 * @param following  how many more follow from these
 * @param refused    how many lines were not loaded
 * @param undated    how many beginnings and ends are no dates of four-digit years without a time zone, so that no day
 *                   number follows
 * @param triples    how many triples the store holds, each counted once
 * @param fingerprint other files, another text
 * @param took       from beginning to end
 */
public record LoadReport(long statements, long following, long refused, long undated, long triples,
                         String fingerprint, Duration took) {
    public LoadReport {
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(took, "took");
    }

    /** Statements read a second. */
    public long rate() {
        return statements * 1_000 / Math.max(1, took.toMillis());
    }
}
