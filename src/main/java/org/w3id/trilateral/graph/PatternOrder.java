package org.w3id.trilateral.graph;

import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.iterator.QueryIterPeek;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderLib;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderTransformation;
import org.apache.jena.sparql.util.Symbol;

/** In which order the triple patterns of a basic pattern are looked for: the most selective first. */
public final class PatternOrder {
    /** Where the context of a dataset has its {@link Weights}, where it knows some. */
    public static final Symbol WEIGHTS = Symbol.create(KnowledgeGraph.GRAPHS + "patternWeights");

    private static final Weights FIXED = (pattern, execution) -> ReorderLib.fixed();

    private PatternOrder() {
    }

    /** What a dataset knows of how many solutions triple patterns have. */
    public interface Weights {
        /** What orders a basic pattern as the query has it, for one execution. */
        ReorderTransformation of(BasicPattern pattern, ExecutionContext execution);
    }

    /**
     * A pattern in the order that suits the first row, and so most likely all: by what the dataset knows, else by which
     * terms are known.
     *
     * @param rows what is known when the pattern is looked for; closed if this fails
     */
    public static BasicPattern order(BasicPattern pattern, QueryIterPeek rows, ExecutionContext execution) {
        try {
            Weights weights = execution.getContext().get(WEIGHTS, FIXED);
            return rows.hasNext() ? weights.of(pattern, execution)
                    .reorderIndexes(Substitute.substitute(pattern, rows.peek())).reorder(pattern) : pattern;
        } catch (RuntimeException e) {
            rows.close();
            throw e;
        }
    }
}
