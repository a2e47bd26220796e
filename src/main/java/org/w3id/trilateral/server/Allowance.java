package org.w3id.trilateral.server;

/**
 * What one client may still take: seconds of processing, and errors. Both come back with time, up to twice what comes
 * back in a minute, so that a burst is borne and a flood is not. Safe for any number of threads.
 */
final class Allowance {
    private static final double NANOS = 1e9;
    private static final double MINUTE = 60;
    private static final int MINUTES_SAVED = 2;
    /** Errors a minute for each second a minute; most clients make few. */
    private static final double ERRORS_PER_SECOND = 0.5;

    private final double secondsAMinute;
    private double seconds;
    private double errors;
    private long counted;

    /**
     * A full one.
     *
     * @param secondsAMinute seconds of processing that come back in a minute
     * @param now            the time in nanoseconds, from any beginning
     */
    Allowance(double secondsAMinute, long now) {
        this.secondsAMinute = secondsAMinute;
        this.seconds = MINUTES_SAVED * secondsAMinute;
        this.errors = MINUTES_SAVED * secondsAMinute * ERRORS_PER_SECOND;
        this.counted = now;
    }

    /** Whole seconds until something is allowed again; 0 where it is. */
    synchronized long secondsToWait(long now) {
        refill(now);
        double lacking = Math.max(missing(seconds, 1), missing(errors, ERRORS_PER_SECOND));
        return lacking > 0 ? Math.max(1, (long) Math.ceil(lacking)) : 0;
    }

    private double missing(double left, double share) {
        return left > 0 ? 0 : (0.5 * share - left) / (secondsAMinute * share / MINUTE);
    }

    /** Takes off what a request has used. */
    synchronized void charge(long nanos, boolean isError, long now) {
        refill(now);
        seconds -= nanos / NANOS;
        errors -= isError ? 1 : 0;
    }

    private void refill(long now) {
        double back = (now - counted) / NANOS / MINUTE * secondsAMinute;
        seconds = Math.min(MINUTES_SAVED * secondsAMinute, seconds + back);
        errors = Math.min(MINUTES_SAVED * secondsAMinute * ERRORS_PER_SECOND, errors + back * ERRORS_PER_SECOND);
        counted = now;
    }
}
