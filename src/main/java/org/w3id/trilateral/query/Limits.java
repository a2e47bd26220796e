package org.w3id.trilateral.query;

import java.time.Duration;
import java.util.Objects;

/**
 * How far a query may go. Past a limit it ends in an error, never in a shorter answer.
 *
 * @param time  longest run, waiting included
 * @param rows  most solutions or triples
 * @param quick run after which a query no longer counts as quick; a service lets few of those run at a time
 * @param held  most solutions kept between sorting, joining and grouping, weighted
 * @param bytes most text in the terms of an answer, and largest answer of a service
 */
public record Limits(Duration time, int rows, Duration quick, long held, int bytes) {
    private static final Duration QUICK = Duration.ofMillis(100);
    private static final int HURRY = 5;
    private static final int PATIENCE = 3;
    private static final int ROOM = 10;
    private static final long HELD_PER_ROW = 20;
    private static final int BYTES_PER_ROW = 320;

    /** What a public service bears: 12 seconds, 100,000 rows. */
    public static final Limits SERVICE = new Limits(Duration.ofSeconds(12), 100_000);
    /** What a person at the command line bears: 10 minutes, 5,000,000 rows. */
    public static final Limits LOCAL = new Limits(Duration.ofMinutes(10), 5_000_000);

    public Limits {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(quick, "quick");
        if (time.isNegative() || time.isZero() || rows < 1 || held < 1 || bytes < 1) {
            throw new IllegalArgumentException("limits must be positive: " + time + ", " + rows + ", " + held + ", "
                    + bytes);
        }
    }

    /** The same limits where others wait: what is not done at once no longer counts as quick. */
    Limits hurried() {
        return new Limits(time, rows, quick.dividedBy(HURRY), held, bytes);
    }

    /**
     * What a packaged question may take, which is no stranger's, is made once for all who wait and is kept: more time,
     * and more room between.
     */
    public Limits ofPackaged() {
        return new Limits(time.multipliedBy(PATIENCE), rows, quick, ROOM * held, bytes);
    }

    /** The same limits, in less time. */
    Limits within(Duration less) {
        return new Limits(less, rows, quick, held, bytes);
    }

    /** Limits of time and rows, the others in proportion. */
    public Limits(Duration time, int rows) {
        this(time, rows, QUICK, rows * HELD_PER_ROW, rows * BYTES_PER_ROW);
    }
}
