package org.w3id.trilateral.temporal;

import java.util.Optional;

import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;

/** The left rows of a join one after another, and for each the right rows that go with it. */
interface Pairs {
    /** The pairs of a join, before its first left row; empty where it had better run as plain operators. */
    static Optional<Pairs> of(TemporalJoin join, ExecutionContext context) {
        Preparation preparation = new Preparation(join, context);
        return preparation.both().map(ready -> {
            Optional<Index> others = join.nearest().flatMap(preparation::others);
            return SweptPairs.of(join, ready, others.map(index -> new SweptPairs.Others(index, preparation, context)),
                    context)
                    .<Pairs>map(swept -> swept).orElseGet(() -> new Matching(join, ready, others, context));
        });
    }

    /** Goes to the next left row; false if there is none. */
    boolean advance();

    /** Goes to the next right row that goes with the left one; false if there is none. */
    boolean match();

    /** How many right rows go with the left one; in place of {@link #match()}. */
    long count();

    /** The left row. */
    Binding left();

    /** Both rows as one. */
    Binding pair();

    /** The place of the right row's first key. */
    double place();

    /** The right side. */
    Index index();

    /** Gives back what it holds. */
    void close();

    /** Stops it, from another thread. */
    void cancel();
}
