package org.w3id.trilateral.query;

import java.util.Optional;
import java.util.function.Function;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.KnowledgeGraph;

/**
 * The making of one page: all that is asked and read for it has, together, the time that one query has. Begins when it
 * is made; for the thread that makes the page.
 */
public final class Sitting {
    private static final String PAGE = "the page";
    /** One query that the page can do without may take so great a part of the time that is left. */
    private static final int PARTS = 4;

    private final KnowledgeGraph graph;
    private final Limits limits;
    private final Lanes lanes;
    private final Guard clock;

    Sitting(KnowledgeGraph graph, Limits limits, Lanes lanes) {
        this.graph = graph;
        this.limits = limits;
        this.lanes = lanes;
        this.clock = new Guard(limits);
    }

    /**
     * The answer to a query of the page, in a lane, and in the time that is left.
     *
     * @throws TrilateralException {@link Fault#TIMEOUT}, {@link Fault#TOO_LARGE}, {@link Fault#REFUSED} or
     *                             {@link Fault#OVERLOADED}
     */
    public Answer run(Query query) {
        try {
            return new QueryDesk(graph, limits.within(clock.left()), lanes).run(query, Function.identity());
        } catch (TrilateralException e) {
            throw e.fault() == Fault.TIMEOUT ? clock.tooLong(PAGE, e) : e;
        }
    }

    /**
     * The answer to a query that the page can do without, if it is found within a part of the time that is left.
     *
     * @throws TrilateralException {@link Fault#REFUSED} or {@link Fault#OVERLOADED}
     */
    public Optional<Answer> attempt(Query query) {
        try {
            Limits part = limits.within(clock.left().dividedBy(PARTS).plusNanos(1));
            return Optional.of(new QueryDesk(graph, part, lanes).run(query, Function.identity()));
        } catch (TrilateralException e) {
            if (e.fault() != Fault.TIMEOUT && e.fault() != Fault.TOO_LARGE) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /**
     * What a reader makes of the dataset, inside one read transaction; nothing of the dataset may leave it.
     *
     * @throws TrilateralException {@link Fault#TIMEOUT} when the time of the page is over
     */
    public <T> T read(Function<DatasetGraph, T> reader) {
        return clock.watch(PAGE, () -> graph.read(data -> reader.apply(new GuardedDataset(data, clock))));
    }
}
