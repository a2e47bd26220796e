package org.w3id.trilateral.text;

import java.util.stream.Collectors;

import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.Rewrite;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;

/**
 * Switches the search for texts on. Queries need no change: where a filter holds only for values with a known text in
 * them, these are found in the kept texts of the property; all else runs as ARQ runs it.
 */
public final class TextFilters {
    /** A setting: what is kept from query to query, a {@link KeptTexts}. Without it nothing is searched. */
    public static final Symbol KEPT_TEXTS = Symbol.create("https://w3id.org/trilateral/text#keptTexts");
    /** A setting: run now and then while texts are read or searched, a {@link Runnable}. It may throw to stop. */
    public static final Symbol ON_LOOK = Symbol.create("https://w3id.org/trilateral/text#onLook");
    /**
     * A setting of one execution: true if the graphs of its dataset show all that is in the graphs they wrap. Else only
     * graphs without wrappers are searched.
     */
    public static final Symbol SEES_ALL = Symbol.create("https://w3id.org/trilateral/text#seesAll");

    /**
     * A setting: where another pattern has fewer solutions than this, kept texts are not searched; where it has fewer
     * than 25 times as many, they are not read to be kept. An {@link Integer}; 0 for always searching.
     */
    public static final Symbol FEW_ROWS = Symbol.create("https://w3id.org/trilateral/text#fewRows");

    private static final Runnable NOTHING = () -> { };

    private TextFilters() {
    }

    /**
     * Switches it on for all queries that run with a context and find {@link #KEPT_TEXTS} there. To be done after other
     * optimizers are put in.
     *
     * @param context of a dataset, of one execution, or {@link ARQ#getContext()} for all
     */
    public static void install(Context context) {
        RewriteFactory given = context.get(ARQConstants.sysOptimizerFactory);
        if (!(given instanceof Factory)) {
            context.set(ARQConstants.sysOptimizerFactory, new Factory(given == null ? Optimize.getFactory() : given));
        }
    }

    /**
     * Switches it on for all queries over a dataset.
     *
     * @param texts kept of this dataset
     */
    public static void register(DatasetGraph dataset, KeptTexts texts) {
        install(dataset.getContext());
        dataset.getContext().set(KEPT_TEXTS, texts);
    }

    /**
     * What may be searched for a query: one line for each text filter, with the texts of which one must occur.
     *
     * @param context settings that the query would run with, with this extension installed
     */
    public static String explain(Query query, Context context) {
        return TextOptimizer.searches(Optimize.optimize(Algebra.compile(query), context.copy())).stream()
                .map(search -> "text " + search.describe() + "\n").collect(Collectors.joining());
    }

    static Runnable onLook(Context execution) {
        return execution.get(ON_LOOK, NOTHING);
    }

    private record Factory(RewriteFactory next) implements RewriteFactory {
        @Override
        public Rewrite create(Context context) {
            return new TextOptimizer(next.create(context));
        }
    }
}
