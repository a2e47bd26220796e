package org.w3id.trilateral.temporal;

import java.util.List;
import java.util.function.Consumer;

import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.Rewrite;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;

/**
 * Switches time-window joins on. Queries need no change: where one compares numbers or dates of two otherwise
 * independent parts of a pattern, the pairs are found by sorting and searching; all else runs as ARQ runs it.
 */
public final class TemporalJoins {
    /** A setting: most rows that one join keeps, an {@link Integer}. With more it runs as without the extension. */
    public static final Symbol MAX_ROWS = Symbol.create("https://w3id.org/trilateral/temporal#maxRows");
    /**
     * A setting: where there are no more rows than this on one side, they are looked up on the other by the variables
     * that both have, an {@link Integer}; 0 for never.
     */
    public static final Symbol FEW_ROWS = Symbol.create("https://w3id.org/trilateral/temporal#fewRows");
    /**
     * A setting: told of each row that a join keeps, a {@link Consumer} of {@link Binding}. It may throw to stop the
     * query.
     */
    public static final Symbol ON_KEEP = Symbol.create("https://w3id.org/trilateral/temporal#onKeep");

    /** A setting: run now and then while a join is made, a {@link Runnable}. It may throw to stop the query. */
    public static final Symbol ON_LOOK = Symbol.create("https://w3id.org/trilateral/temporal#onLook");
    /** A setting: what is kept from query to query, a {@link KeptRows} of the dataset. */
    public static final Symbol KEPT_ROWS = Symbol.create("https://w3id.org/trilateral/temporal#keptRows");
    /** A setting of one execution: true if its dataset, a view, shows all of the one that rows are kept of. */
    public static final Symbol SEES_ALL = Symbol.create("https://w3id.org/trilateral/temporal#seesAll");

    /** A setting: a {@link PropertyIndex} of the dataset. */
    public static final Symbol PROPERTY_INDEX = Symbol.create("https://w3id.org/trilateral/temporal#propertyIndex");
    /**
     * A setting: of a property with no fewer statements than this only those are read that can go with a few rows on
     * the other side, if they are a small part, an {@link Integer}; with 0 even if they are not.
     */
    public static final Symbol MANY_STATEMENTS = Symbol.create("https://w3id.org/trilateral/temporal#manyStatements");

    private TemporalJoins() {
    }

    /**
     * Switches them on for all queries that run with a context.
     *
     * @param context of a dataset, of one execution, or {@link ARQ#getContext()} for all
     */
    public static void install(Context context) {
        RewriteFactory given = context.get(ARQConstants.sysOptimizerFactory);
        if (given instanceof Factory) {
            return;
        }
        context.set(ARQConstants.sysOptimizerFactory, new Factory(given == null ? Optimize.getFactory() : given));
    }

    /** Switches them on for all queries over a dataset. */
    public static void register(DatasetGraph dataset) {
        install(dataset.getContext());
    }

    /**
     * As {@link #register(DatasetGraph)}, and keeps sorted rows from query to query.
     *
     * @param rows kept of this dataset
     */
    public static void register(DatasetGraph dataset, KeptRows rows) {
        register(dataset);
        dataset.getContext().set(KEPT_ROWS, rows);
    }

    /**
     * The joins of a query: one line for each, the outer ones first, then the algebra expression that would run.
     *
     * <p>A line names what is made (pairs, optional, exists, not-exists, least, greatest), the bounds of the sorted
     * key, the variables that must be the same, and the conditions looked at for each candidate.
     */
    public static String explain(Query query) {
        return explain(optimized(query));
    }

    /**
     * As {@link #explain(Query)}, with other optimizers too.
     *
     * @param context settings that the query would run with, with this extension installed
     */
    public static String explain(Query query, Context context) {
        return explain(Optimize.optimize(Algebra.compile(query), context.copy()));
    }

    private static String explain(Op op) {
        List<TemporalJoin> joins = Joins.in(op);
        StringBuilder text = new StringBuilder();
        joins.forEach(join -> text.append(join.describe()).append('\n'));
        if (joins.isEmpty()) {
            text.append("no time-window join\n");
        }
        return text.append('\n').append(op).toString();
    }

    /** The algebra of a query, with its joins. */
    static Op optimized(Query query) {
        Context context = ARQ.getContext().copy();
        install(context);
        return Optimize.optimize(Algebra.compile(query), context);
    }

    private record Factory(RewriteFactory next) implements RewriteFactory {
        @Override
        public Rewrite create(Context context) {
            return new JoinOptimizer(next.create(context));
        }
    }
}
