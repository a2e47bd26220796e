package org.w3id.trilateral.query;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.KnowledgeGraph;

/** Runs the queries of a service: within its limits, and each in one of the lanes that all of them share. */
public final class QueryDesk {
    /** More rows than are written in a moment. */
    private static final int MUCH = 5_000;

    private final KnowledgeGraph graph;
    private final Execution execution;
    private final Limits limits;
    private final Lanes lanes;
    private final Set<Node> slowGraphs = ConcurrentHashMap.newKeySet();

    /**
     * A desk over a graph.
     *
     * @param lanes those of the service, for all its desks
     */
    public QueryDesk(KnowledgeGraph graph, Limits limits, Lanes lanes) {
        this.graph = Objects.requireNonNull(graph, "graph");
        this.execution = new Execution(graph, limits);
        this.limits = limits;
        this.lanes = Objects.requireNonNull(lanes, "lanes");
    }

    /**
     * What a use makes of the answer. The place in the lane is kept until it is made, for to write an answer can take
     * longer than to find it. A query that was not quick when it ran last is not expected to be so now.
     *
     * @throws TrilateralException {@link Fault#TIMEOUT}, {@link Fault#TOO_LARGE}, {@link Fault#REFUSED} or
     *                             {@link Fault#OVERLOADED}
     */
    public <T> T run(PreparedQuery query, Function<Answer, T> use) {
        try (Lanes.Place place = lanes.enter()) {
            return use.apply(in(place, query.isSlow(), guard -> execution.run(query, guard), query::ran));
        }
    }

    /** As {@link #run(PreparedQuery, Function)}, for a query that is run once. */
    public <T> T run(Query query, Function<Answer, T> use) {
        return run(new PreparedQuery(query), use);
    }

    /** As {@link #run(PreparedQuery, Function)}, for all triples of a graph, the default one or a named one. */
    public <T> T graph(Node name, Function<Answer, T> use) {
        try (Lanes.Place place = lanes.enter()) {
            return use.apply(in(place, slowGraphs.contains(name), guard -> execution.graph(name, guard), slowly -> {
                if (slowly) {
                    slowGraphs.add(name);
                }
            }));
        }
    }

    private Answer in(Lanes.Place place, boolean isKnownSlow, Function<Guard, Answer> run, Consumer<Boolean> ran) {
        if (isKnownSlow) {
            place.slowDown();
        }
        Guard guard = new Guard(place.isWanted() ? limits.hurried() : limits, () -> {
            ran.accept(true);
            place.slowDown();
        });
        Answer answer = run.apply(guard);
        ran.accept(guard.isSlow());
        if (answer.size() > MUCH) {
            place.slowDown();
        }
        return answer;
    }

    /** A desk for packaged questions, with the limits of those. */
    public QueryDesk ofPackaged() {
        return new QueryDesk(graph, limits.ofPackaged(), lanes);
    }

    /** The making of a page, which begins now. */
    public Sitting sitting() {
        return new Sitting(graph, limits, lanes);
    }
}
