package org.w3id.trilateral.text;

import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;

/**
 * Terms that are in memory anyhow.
 *
 * @param triples statements of the property
 */
record NodeTerms(Triple[] triples) implements Terms {
    private static final int BYTES_EACH = 8;

    @Override
    public Binding row(int at, Triple pattern) {
        return BindingFactory.binding(Var.alloc(pattern.getSubject()), triples[at].getSubject(),
                Var.alloc(pattern.getObject()), triples[at].getObject());
    }

    @Override
    public long bytes() {
        return (long) BYTES_EACH * triples.length;
    }
}
