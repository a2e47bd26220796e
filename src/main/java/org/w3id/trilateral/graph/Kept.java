package org.w3id.trilateral.graph;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.w3id.trilateral.fault.TrilateralException;

/**
 * A value that is made once for each state of the data, beside the work, so that nobody has to wait for it who can do
 * without. Safe for any number of threads.
 */
public final class Kept<T> {
    private final Supplier<String> version;
    private final Supplier<T> making;
    private final Executor beside;
    private Making<T> last;

    private record Making<T>(String version, CompletableFuture<T> value, long begun) {
    }

    /**
     * A value to be made.
     *
     * @param version changes whenever the value may be another one
     * @param making  makes it
     * @param beside  runs what makes it
     */
    Kept(Supplier<String> version, Supplier<T> making, Executor beside) {
        this.version = Objects.requireNonNull(version, "version");
        this.making = Objects.requireNonNull(making, "making");
        this.beside = Objects.requireNonNull(beside, "beside");
    }

    /**
     * The value, if it is made, or will be within a time after its making began; else it will be there later.
     *
     * @throws TrilateralException what kept it from being made; it is tried again the next time
     */
    public Optional<T> within(Duration patience) {
        Making<T> made = making();
        try {
            long passed = System.nanoTime() - made.begun();
            return Optional.of(made.value().get(Math.max(0, patience.toNanos() - passed), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private synchronized Making<T> making() {
        String now = version.get();
        if (last == null || !last.version().equals(now) || last.value().isCompletedExceptionally()) {
            last = new Making<>(now, CompletableFuture.supplyAsync(making, beside), System.nanoTime());
        }
        return last;
    }
}
