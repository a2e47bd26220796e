package org.w3id.trilateral.store;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.PlanBase;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.syntax.Template;
import org.apache.jena.sparql.util.Context;

import org.w3id.trilateral.graph.Watch;

/**
 * ARQ's way of answering where the data are elsewhere: the whole query is sent there as SPARQL 1.1 text, and what comes
 * back are its solutions. Templates of CONSTRUCT are filled in, and things described, here.
 *
 * <p>The optimizer that is set for an execution sees the query before it is sent, so that what is refused here is not
 * asked there either; what it makes of it is not used.
 */
final class RemoteEngine implements QueryEngineFactory {
    private final Remote remote;

    private RemoteEngine(Remote remote) {
        this.remote = remote;
    }

    /** Has all queries that run with a context answered by a service. */
    static void install(Context context, Remote remote) {
        QueryEngineRegistry registry = new QueryEngineRegistry();
        registry.add(new RemoteEngine(remote));
        QueryEngineRegistry.set(context, registry);
    }

    @Override
    public boolean accept(Query query, DatasetGraph dataset, Context context) {
        return true;
    }

    @Override
    public Plan create(Query query, DatasetGraph dataset, Binding input, Context context) {
        Op op = Algebra.compile(query);
        RewriteFactory optimizer = context.get(ARQConstants.sysOptimizerFactory);
        if (optimizer != null) {
            optimizer.create(context).rewrite(op);
        }
        Supplier<Duration> left = context.get(Watch.TIME_LEFT, () -> Remote.PATIENCE);
        return new RemotePlan(op, remote.stream(sent(query), left.get()));
    }

    /** A query whose solutions are what ARQ needs: those of the pattern for a template, a description or a yes. */
    private static Query sent(Query query) {
        if (query.isSelectType() || query.isAskType()) {
            return query;
        }
        Query select = query.cloneQuery();
        select.setQuerySelectType();
        if (query.isConstructType()) {
            select.getProject().clear();
            variables(query.getConstructTemplate()).forEach(select::addResultVar);
        }
        select.setQueryResultStar(select.getProject().isEmpty());
        return select;
    }

    private static Set<Var> variables(Template template) {
        Set<Var> variables = new LinkedHashSet<>();
        template.getQuads().forEach(quad -> Stream.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(),
                quad.getObject())
                .filter(Var::isVar).forEach(node -> variables.add(Var.alloc(node))));
        return variables;
    }

    @Override
    public boolean accept(Op op, DatasetGraph dataset, Context context) {
        return false;
    }

    @Override
    public Plan create(Op op, DatasetGraph dataset, Binding input, Context context) {
        throw new UnsupportedOperationException("algebra is not sent");
    }

    private static final class RemotePlan extends PlanBase {
        private final Solutions solutions;

        RemotePlan(Op op, Solutions solutions) {
            super(op, solutions::close);
            this.solutions = solutions;
        }

        @Override
        protected QueryIterator iteratorOnce() {
            return QueryIterPlainWrapper.create(solutions);
        }
    }
}
