package org.w3id.trilateral.temporal;

import java.util.List;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;

/** An operator of this package: other optimizers do not see what it is made of. */
interface Rewritable {
    /** The same with its parts rewritten. */
    Op rewritten(TemporalJoin.Rewriting rewriting);

    /** The same with its joins knowing of the graph that it stands in. */
    Op within(Node graph);

    /** Its joins, the outer ones first. */
    List<TemporalJoin> joins();
}
