package org.w3id.trilateral.query;

import java.time.Duration;
import java.util.Objects;

/**
 * How far a query may go. Past a limit it ends in an error, never in a shorter answer.
 *
 * @param time longest run
 * @param rows most solutions or triples
 */
public record Limits(Duration time, int rows) {
    /** What a public service bears: 20 seconds, 100,000 rows. */
    public static final Limits SERVICE = new Limits(Duration.ofSeconds(20), 100_000);
    /** What a person at the command line bears: 10 minutes, 5,000,000 rows. */
    public static final Limits LOCAL = new Limits(Duration.ofMinutes(10), 5_000_000);

    public Limits {
        Objects.requireNonNull(time, "time");
        if (time.isNegative() || time.isZero() || rows < 1) {
            throw new IllegalArgumentException("limits must be positive: " + time + ", " + rows);
        }
    }
}
