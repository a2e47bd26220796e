package org.w3id.trilateral.server;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import org.w3id.trilateral.graph.KnowledgeGraph;

/**
 * The graph that also tells of itself. It is made once, by the first who needs it or soon after the start, so that the
 * counting does not stand in the way of the first answers.
 */
final class DescribedGraph {
    private static final long PAUSE_SECONDS = 3;

    private final Supplier<KnowledgeGraph> making;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<KnowledgeGraph> graph = new CompletableFuture<>();

    DescribedGraph(Supplier<KnowledgeGraph> making) {
        this.making = Objects.requireNonNull(making, "making");
        CompletableFuture.delayedExecutor(PAUSE_SECONDS, TimeUnit.SECONDS).execute(this::begin);
    }

    /** The graph; waits until it is made. */
    KnowledgeGraph get() {
        begin();
        return graph.join();
    }

    private void begin() {
        if (begun.compareAndSet(false, true)) {
            graph.completeAsync(making, Runnable::run);
        }
    }
}
