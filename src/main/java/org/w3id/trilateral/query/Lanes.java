package org.w3id.trilateral.query;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/**
 * Who may run. Every query starts in the quick lane; one that turns out slow leaves it and waits, where it stands, for
 * a place in the slow lane. So a hundred hostile queries cannot keep a small one waiting, and nobody has to guess
 * beforehand which is which.
 */
public final class Lanes {
    private static final long PATIENCE_MILLIS = 1_500;
    private static final int MOST_WAITING = 16;
    /** Fewer than there are threads, so that some stay free for those who ask for no query. */
    private static final int MOST_QUICK_WAITING = 128;

    private final Semaphore quick;
    private final Semaphore slow;
    private final long slowPatienceMillis;

    /**
     * Lanes for this machine.
     *
     * @param slowPatienceMillis how long a slow query waits for its place
     */
    public Lanes(long slowPatienceMillis) {
        int cores = Runtime.getRuntime().availableProcessors();
        this.quick = new Semaphore(2 * cores, true);
        this.slow = new Semaphore(Math.max(2, cores), true);
        this.slowPatienceMillis = slowPatienceMillis;
    }

    /**
     * A place in the quick lane.
     *
     * @throws TrilateralException {@link Fault#OVERLOADED} when none comes free in time
     */
    public Place enter() {
        if (quick.getQueueLength() >= MOST_QUICK_WAITING) {
            throw new TrilateralException(Fault.OVERLOADED, "too many queries are waiting; try again in a moment");
        }
        acquire(quick, PATIENCE_MILLIS);
        return new Place();
    }

    private static void acquire(Semaphore lane, long millis) {
        try {
            if (lane.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new TrilateralException(Fault.OVERLOADED, "too many queries are running; try again in a moment");
    }

    /** A place in one of the lanes, until closed. For one thread. */
    public final class Place implements AutoCloseable {
        private Semaphore held = quick;

        private Place() {
        }

        /** Whether others wait for a place like this. */
        boolean isWanted() {
            return held == quick && quick.hasQueuedThreads();
        }

        /** From the quick lane to the slow one, unless it is there; waits for a place. */
        public void slowDown() {
            if (held == slow) {
                return;
            }
            leave();
            if (slow.getQueueLength() >= MOST_WAITING) {
                throw new TrilateralException(Fault.OVERLOADED, "too many long queries are waiting; try again later");
            }
            acquire(slow, slowPatienceMillis);
            held = slow;
        }

        private void leave() {
            if (held != null) {
                held.release();
                held = null;
            }
        }

        @Override
        public void close() {
            leave();
        }
    }
}
