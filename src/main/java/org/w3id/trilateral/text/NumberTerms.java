package org.w3id.trilateral.text;

import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.tdb2.solver.BindingNodeId;
import org.apache.jena.tdb2.solver.BindingTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.nodetable.NodeTable;

/**
 * Terms of a TDB2 database by their numbers; read only where something looks at them.
 *
 * @param numbers of subject and value in turn, each as the database writes it
 * @param terms   knows the terms of the numbers
 */
record NumberTerms(byte[] numbers, NodeTable terms) implements Terms {
    @Override
    public Binding row(int at, Triple pattern) {
        BindingNodeId row = new BindingNodeId(BindingFactory.root());
        row.put(Var.alloc(pattern.getSubject()), NodeIdFactory.get(numbers, 2 * NodeId.SIZE * at));
        row.put(Var.alloc(pattern.getObject()), NodeIdFactory.get(numbers, 2 * NodeId.SIZE * at + NodeId.SIZE));
        return new BindingTDB(row, terms);
    }

    @Override
    public long bytes() {
        return numbers.length;
    }
}
