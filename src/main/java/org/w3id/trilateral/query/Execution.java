package org.w3id.trilateral.query;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.query.QueryExecException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.KnowledgeGraph;

/** Runs one query to the end inside one read transaction and copies its answer out. */
public final class Execution {
    private final KnowledgeGraph graph;
    private final Limits limits;

    /** Runs over a graph, within limits. */
    public Execution(KnowledgeGraph graph, Limits limits) {
        this.graph = graph;
        this.limits = limits;
    }

    /**
     * The whole answer.
     *
     * @throws TrilateralException {@link Fault#TIMEOUT}, {@link Fault#TOO_LARGE} or {@link Fault#REFUSED}
     */
    public Answer run(Query query) {
        return run(new PreparedQuery(query), new Guard(limits));
    }

    /**
     * As {@link #run(Query)}, for a query that has perhaps run before, watched by a guard of the caller's own.
     *
     * @param guard one that has not watched over another query
     */
    public Answer run(PreparedQuery query, Guard guard) {
        return watched(guard, data -> answer(query, data, guard));
    }

    /**
     * All triples of one graph.
     *
     * @param name  the default graph or a named one
     * @param guard one that has not watched over a query
     */
    public Answer graph(Node name, Guard guard) {
        return watched(guard, data -> triples(new GuardedDataset(data, guard).getGraph(name).find(), guard));
    }

    private Answer watched(Guard guard, Function<DatasetGraph, Answer> run) {
        try {
            return guard.watch("the query", () -> graph.read(run));
        } catch (QueryExecException | QueryDeniedException e) {
            throw new TrilateralException(Fault.REFUSED, String.valueOf(e.getMessage()), e);
        } catch (StackOverflowError e) {
            throw new TrilateralException(Fault.BAD_QUERY, "the query, or a text it matches, is nested too deeply", e);
        }
    }

    private Answer answer(PreparedQuery prepared, DatasetGraph data, Guard guard) {
        Query query = prepared.query();
        DatasetGraph guarded = new GuardedDataset(data, guard);
        try (QueryExec execution = QueryExec.dataset(guarded).query(query)
                .context(Hardening.context(prepared, data.getContext(), guard))
                .timeout(limits.time().toMillis(), TimeUnit.MILLISECONDS).build()) {
            if (prepared.isDescribing()) {
                Set<Node> things = things(prepared, execution.select(), guard);
                return triples(new Closure(things, guarded.getDefaultGraph()), guard);
            }
            if (query.isAskType()) {
                return new Answer.Truth(execution.ask());
            }
            if (query.isSelectType()) {
                return table(execution.select(), guard);
            }
            return triples(query.isDescribeType() ? execution.describeTriples() : execution.constructTriples(), guard);
        }
    }

    /**
     * What a {@code DESCRIBE} describes. Jena would look into each graph for each of them; the default graph has it
     * all.
     */
    private Set<Node> things(PreparedQuery query, RowSet rows, Guard guard) {
        Set<Node> things = new LinkedHashSet<>(query.described());
        rows.forEachRemaining(row -> row.forEach((variable, term) -> {
            if (rows.getResultVars().contains(variable) && !term.isLiteral() && things.add(term)) {
                guard.count(things.size());
            }
        }));
        return things;
    }

    private Answer table(RowSet rows, Guard guard) {
        List<Binding> copy = new ArrayList<>();
        rows.forEachRemaining(row -> {
            guard.count(copy.size() + 1);
            row.forEach((variable, term) -> guard.keep(term));
            copy.add(row.detach());
        });
        return new Answer.Table(rows.getResultVars().stream().map(v -> v.getVarName()).toList(), copy);
    }

    private Answer triples(Iterator<Triple> found, Guard guard) {
        Set<Triple> copy = new LinkedHashSet<>();
        found.forEachRemaining(triple -> {
            guard.count(copy.size() + 1);
            guard.keep(triple.getSubject());
            guard.keep(triple.getObject());
            copy.add(triple);
        });
        return Answer.Triples.of(copy, graph.info().prefixes());
    }
}
