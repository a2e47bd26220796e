package org.w3id.trilateral.query;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Supplier;

import com.sun.management.ThreadMXBean;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.util.Symbol;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/**
 * The clock and the scales of one running query. ARQ looks at its own clock between solutions only; a path, a product
 * or a regular expression may run for hours before the next one. So every step into the data and every character that a
 * pattern looks at comes here.
 *
 * <p>For the one thread that runs the query. The time runs from construction on, hence includes any wait.
 */
public final class Guard {
    /** Longest text a function may make, in UTF-16 units; a number of as many digits still parses in a blink. */
    static final int LONGEST_TEXT = 256 * 1024;
    /** Most digits a product may have. */
    static final int MOST_DIGITS = 10_000;

    /** Where an execution's context has its guard. */
    static final Symbol SYMBOL = Symbol.create("https://w3id.org/trilateral/query#guard");

    private static final int STRIDE = 256;
    private static final int CHECKS_PER_LOOK = 4;
    private static final int CHARACTERS_PER_UNIT = 64;
    private static final int SAMPLE = 8;
    private static final double FULL = 0.85;
    private static final long MUCH = 128L * 1024 * 1024;
    private static final List<MemoryPoolMXBean> POOLS = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported()).toList();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Limits limits;
    private final Runnable whenSlow;
    private final long begun = System.nanoTime();
    private final long allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
    private final Patterns patterns = new Patterns(this);
    private final SplittableRandom chance = new SplittableRandom();
    private int steps;
    private int checks;
    private long held;
    private long kept;
    private boolean slow;

    /** A guard that only stops. */
    public Guard(Limits limits) {
        this(limits, () -> { });
    }

    /**
     * A guard that also tells, once, when a query turns out not to be quick.
     *
     * @param whenSlow runs on the query's thread after {@link Limits#quick()}; may wait, may throw
     */
    public Guard(Limits limits, Runnable whenSlow) {
        this.limits = Objects.requireNonNull(limits, "limits");
        this.whenSlow = Objects.requireNonNull(whenSlow, "whenSlow");
    }

    /** The guard of the execution that a function runs in. */
    static Guard of(FunctionEnv execution) {
        return execution.getContext().get(SYMBOL);
    }

    /** The regular expressions of the execution. */
    Patterns patterns() {
        return patterns;
    }

    /** One small step; looks at the clock now and then. */
    void step() {
        if (++steps % STRIDE == 0) {
            check();
        }
    }

    /**
     * Looks at the clock.
     *
     * @throws QueryCancelledException past the time limit
     * @throws TrilateralException     {@link Fault#TOO_LARGE} when memory is short and this query has used much
     */
    void check() {
        long elapsed = System.nanoTime() - begun;
        if (isOver()) {
            throw new QueryCancelledException();
        }
        if (++checks % CHECKS_PER_LOOK == 0 && isMemoryShort()) {
            throw new TrilateralException(Fault.TOO_LARGE, "the query needs more memory than there is; narrow it");
        }
        if (!slow && elapsed > limits.quick().toNanos()) {
            slow = true;
            whenSlow.run();
        }
    }

    /**
     * What a piece of work gives. Whatever it throws when the time is over is the doing of the time limit: Jena closes
     * a query that runs too long from another thread, and an operator that has not begun fails on what it has not made
     * yet. What comes too late may lack something, and is no answer.
     *
     * @param what what is told to have taken too long, such as {@code the query}
     */
    <T> T watch(String what, Supplier<T> work) {
        try {
            T made = work.get();
            if (isOver()) {
                throw new QueryCancelledException();
            }
            return made;
        } catch (TrilateralException e) {
            throw e;
        } catch (RuntimeException e) {
            throw isOver() || e instanceof QueryCancelledException ? tooLong(what, e) : e;
        }
    }

    private boolean isOver() {
        return System.nanoTime() - begun > limits.time().toNanos();
    }

    /** The failure that tells of the time limit. */
    TrilateralException tooLong(String what, RuntimeException cause) {
        return new TrilateralException(Fault.TIMEOUT, what + " took longer than " + limits.time().toMillis() / 1000.0
                + " s and was stopped; ask for less, or for a shorter time span", cause);
    }

    /** Whether it has told that the query is not quick. */
    boolean isSlow() {
        return slow;
    }

    /** How much time is left; never zero or less. */
    Duration left() {
        Duration left = limits.time().minusNanos(System.nanoTime() - begun);
        return left.isNegative() || left.isZero() ? Duration.ofNanos(1) : left;
    }

    /**
     * Puts a solution on the scales that a sort, a join or a group keeps; {@code weight} is 1 where few are likely
     * kept. A term that is looked at must be read, so the texts of some rows, by chance, count for those of all.
     */
    void hold(Binding row, int weight) {
        if (chance.nextInt(SAMPLE) == 0) {
            row.forEach((variable, term) -> held += (long) SAMPLE * textLength(term) / CHARACTERS_PER_UNIT);
        }
        hold(weight);
    }

    /** As {@link #hold(Binding, int)}, where only some of its terms are kept: the others need not even be read. */
    void hold(Binding row, int weight, Collection<Var> kept) {
        for (Var variable : kept) {
            Node term = row.get(variable);
            held += term == null ? 0 : textLength(term) / CHARACTERS_PER_UNIT;
        }
        hold(weight);
    }

    private void hold(int weight) {
        step();
        held += weight;
        if (held > limits.held()) {
            throw new TrilateralException(Fault.TOO_LARGE,
                    "the query has to keep too many intermediate solutions to sort, join or group them;"
                            + " narrow its patterns");
        }
    }

    /**
     * Refuses an answer as soon as it is known to be too long.
     *
     * @param size number of its solutions or triples so far
     */
    void count(int size) {
        if (size > limits.rows()) {
            throw new TrilateralException(Fault.TOO_LARGE, "the answer has more than " + limits.rows()
                    + " rows; add a LIMIT, narrow the question, or take a dump");
        }
    }

    /** Puts a term of the answer on the scales. */
    void keep(Node term) {
        step();
        kept += textLength(term);
        if (kept > limits.bytes()) {
            throw new TrilateralException(Fault.TOO_LARGE, "the answer is larger than " + limits.bytes()
                    + " bytes; add a LIMIT, narrow the question, or take a dump");
        }
    }

    private static int textLength(Node term) {
        if (term.isLiteral()) {
            return term.getLiteralLexicalForm().length();
        }
        return term.isURI() ? term.getURI().length() : 0;
    }

    /** Refuses to make a text longer than {@link #LONGEST_TEXT}. */
    void refuseLongText(long length) {
        step();
        if (length > LONGEST_TEXT) {
            throw new TrilateralException(Fault.TOO_LARGE,
                    "the query makes a text of more than " + LONGEST_TEXT + " characters");
        }
    }

    /** A text that looks at the clock whenever a pattern looks at the text. */
    CharSequence watched(CharSequence text) {
        return new WatchedText(text, this);
    }

    /**
     * Only who has taken much is stopped: a heap that is full of another query's leavings is no small query's fault.
     */
    private boolean isMemoryShort() {
        return THREADS.getCurrentThreadAllocatedBytes() - allocatedBefore > MUCH
                && POOLS.stream().map(MemoryPoolMXBean::getUsage).anyMatch(usage ->
                        usage.getMax() > 0 && usage.getUsed() > FULL * usage.getMax());
    }
}
