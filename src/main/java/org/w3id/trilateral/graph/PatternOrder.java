package org.w3id.trilateral.graph;

import java.util.Objects;

import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.engine.iterator.QueryIterPeek;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderLib;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderTransformation;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;

/** In which order the triple patterns of a basic pattern are looked for: the most selective first. */
public final class PatternOrder {
    /** Where the context of a dataset has the weights of its patterns, where it knows some. */
    public static final Symbol WEIGHTS = Symbol.create(KnowledgeGraph.GRAPHS + "patternWeights");

    private static final ReorderTransformation FIXED = ReorderLib.fixed();

    private final ReorderTransformation weights;

    private PatternOrder(ReorderTransformation weights) {
        this.weights = Objects.requireNonNull(weights, "weights");
    }

    /** By what a dataset knows, else by which terms are known. */
    public static PatternOrder of(Context context) {
        return new PatternOrder(context.get(WEIGHTS, FIXED));
    }

    /**
     * The order that suits the first row, and so most likely all.
     *
     * @param rows what is known when the pattern is looked for; closed if this fails
     */
    public BasicPattern order(BasicPattern pattern, QueryIterPeek rows) {
        try {
            return rows.hasNext()
                    ? weights.reorderIndexes(Substitute.substitute(pattern, rows.peek())).reorder(pattern) : pattern;
        } catch (RuntimeException e) {
            rows.close();
            throw e;
        }
    }
}
