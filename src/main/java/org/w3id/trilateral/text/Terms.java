package org.w3id.trilateral.text;

import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.engine.binding.Binding;

/** The subjects and values whose texts a {@link Block} has. */
sealed interface Terms permits NodeTerms, NumberTerms {
    /**
     * The solution of a pattern that one of them is.
     *
     * @param pattern has variables as subject and object
     */
    Binding row(int at, Triple pattern);

    /** An estimate of the memory they take. */
    long bytes();
}
