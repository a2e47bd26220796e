package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpExt;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterPeek;
import org.apache.jena.sparql.engine.iterator.QueryIterSingleton;

/** Collects the joins of an algebra expression, the outer ones first. */
final class Joins extends TransformCopy {
    private final List<TemporalJoin> found = new ArrayList<>();
    private boolean closed;

    private Joins() {
    }

    static List<TemporalJoin> in(Op op) {
        Joins collector = new Joins();
        Transformer.transform(collector, op);
        return List.copyOf(collector.found);
    }

    /** True if something in it is closed. */
    static boolean hasClosed(Op op) {
        Joins collector = new Joins();
        Transformer.transform(collector, op);
        return collector.closed;
    }

    /** The same operator, whose joins know of the graph that it stands in. */
    static Op within(Node graph, Op op) {
        return Transformer.transform(new TransformCopy() {
            @Override
            public Op transform(OpExt extension) {
                return extension instanceof Rewritable ours ? ours.within(graph) : extension;
            }
        }, op);
    }

    /**
     * The input, if it is any other than the one row without values, with which everything begins; that one is closed.
     */
    static Optional<QueryIterator> notRoot(QueryIterator input, ExecutionContext context) {
        if (input.isJoinIdentity()) {
            input.close();
            return Optional.empty();
        }
        QueryIterPeek rows = QueryIterPeek.create(input, context);
        if (input instanceof QueryIterSingleton && rows.peek() != null && rows.peek().isEmpty()) {
            rows.close();
            return Optional.empty();
        }
        return Optional.of(rows);
    }

    @Override
    public Op transform(OpExt op) {
        closed |= op instanceof JoinOptimizer.Closed;
        if (op instanceof Rewritable ours) {
            found.addAll(ours.joins());
        }
        return op;
    }
}
