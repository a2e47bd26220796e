package org.w3id.trilateral.cli;

/** Tells every few seconds how far a long run is, and how fast: nothing at all where it is short. Not thread-safe. */
final class Progress {
    private static final long SECOND = 1_000_000_000L;
    private static final long INTERVAL = 2 * SECOND;
    private static final int STRIDE = 1 << 12;

    private final Terminal terminal;
    private final String what;
    private final long begun = System.nanoTime();
    private long told = begun;
    private long count;

    /**
     * A progress that begins now.
     *
     * @param what is counted, in the past: "statements loaded"
     */
    Progress(Terminal terminal, String what) {
        this.terminal = terminal;
        this.what = what;
    }

    /** Counts one more. */
    void count() {
        if (++count % STRIDE == 0) {
            tell(count);
        }
    }

    /** Tells how many were counted in all. */
    void end() {
        terminal.say(String.format("%,d %s", count, what));
    }

    /** Says what is done now, where the run is long already. */
    void say(String words) {
        if (System.nanoTime() - begun >= INTERVAL) {
            terminal.say(words);
        }
    }

    /** Tells that so many are done, if it is time to. */
    void tell(long done) {
        long now = System.nanoTime();
        if (now - told >= INTERVAL) {
            told = now;
            terminal.say(String.format("%,d %s, %,d a second", done, what, done * SECOND / (now - begun)));
        }
    }
}
