package org.w3id.trilateral.graph;

import java.time.Duration;
import java.util.function.Supplier;

import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;

/** What a running query lets the places know where graphs are kept: settings of one execution. */
public final class Watch {
    /** How much time is left, a {@link Supplier} of {@link Duration}. */
    public static final Symbol TIME_LEFT = Symbol.create(KnowledgeGraph.GRAPHS + "timeLeft");
    /** Run for each step that is taken in the data, a {@link Runnable}. It may throw to stop the query. */
    public static final Symbol ON_STEP = Symbol.create(KnowledgeGraph.GRAPHS + "onStep");

    private static final Runnable UNWATCHED = () -> { };

    private Watch() {
    }

    /** What runs for each step of an execution. */
    public static Runnable onStep(Context execution) {
        return execution.get(ON_STEP, UNWATCHED);
    }
}
