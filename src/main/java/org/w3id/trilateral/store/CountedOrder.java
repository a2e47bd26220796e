package org.w3id.trilateral.store;

import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.engine.optimizer.reorder.PatternTriple;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderFixed;

/**
 * TDB2's order of triple patterns, which does not look at the data, but for one choice: of several patterns with a
 * known property and value, those with few solutions come before the others.
 * {@code ?e a tri:NuclearTest ; tri:participant trid:japan} then begins with the tests and not with all that Japan took
 * part in.
 */
final class CountedOrder extends ReorderFixed {
    /** Behind the patterns of a known subject, before those of a known value; of like ones TDB2's own order decides. */
    private static final double FEW = 2.1;
    private static final double PER_FACTOR_TEN = 0.1;

    private final Function<Triple, OptionalInt> counts;
    private final Set<Triple> choice = new HashSet<>();

    /**
     * The order of one pattern.
     *
     * @param pattern as the query has it; a value that another row may change is not looked at
     * @param counts  tells how many solutions a triple pattern has, if these are few
     */
    CountedOrder(BasicPattern pattern, Function<Triple, OptionalInt> counts) {
        this.counts = counts;
        pattern.forEach(triple -> {
            if (triple.getSubject().isVariable() && triple.getPredicate().isConcrete()
                    && triple.getObject().isConcrete() && !triple.getObject().isTripleTerm()) {
                choice.add(triple);
            }
        });
    }

    @Override
    public double weight(PatternTriple pattern) {
        Node subject = pattern.subject.getNode();
        if (choice.size() < 2 || subject == null || !subject.isVariable() || !pattern.object.isNode()) {
            return super.weight(pattern);
        }
        Triple triple = Triple.create(subject, pattern.predicate.getNode(), pattern.object.getNode());
        OptionalInt count = choice.contains(triple) ? counts.apply(triple) : OptionalInt.empty();
        return count.isEmpty() ? super.weight(pattern)
                : FEW + PER_FACTOR_TEN * Math.log10(1 + count.getAsInt() * super.weight(pattern));
    }
}
