package org.w3id.trilateral.temporal;

import org.apache.jena.atlas.io.IndentedWriter;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Transform;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpExt;
import org.apache.jena.sparql.algebra.op.OpModifier;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.optimize.Rewrite;
import org.apache.jena.sparql.algebra.optimize.TransformScopeRename;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.serializer.SerializationContext;
import org.apache.jena.sparql.sse.writers.WriterOp;
import org.apache.jena.sparql.util.NodeIsomorphismMap;

/**
 * Puts the joins into an algebra expression, before and around another optimizer.
 *
 * <p>That one works from the inside out: first on the parts of a join, then on what is around it, with the join closed,
 * so that it is neither looked into nor taken apart. The other optimizer gives the inner variables of each sub-select
 * names of their own, which a closed join inside would not learn of. So we do this before, and close such a sub-select
 * too.
 */
final class JoinOptimizer implements Rewrite {
    private final Rewrite next;

    JoinOptimizer(Rewrite next) {
        this.next = next;
    }

    @Override
    public Op rewrite(Op op) {
        Op planned = Planner.plan(TransformScopeRename.transform(op));
        return Joins.in(planned).isEmpty() ? RangeFilter.in(next.rewrite(op))
                : optimized(outermost(planned) instanceof OpProject ? planned : Marks.without(planned));
    }

    private Op optimized(Op op) {
        return RangeFilter.in(Transformer.transform(new Opening(),
                next.rewrite(Transformer.transform(new Closing(outermost(op)), op))));
    }

    /** The projection of the whole, whose variables keep their names; else the operator itself. */
    private static Op outermost(Op op) {
        Op below = op;
        while (below instanceof OpModifier modifier && !(below instanceof OpProject)) {
            below = modifier.getSubOp();
        }
        return below;
    }

    private final class Closing extends TransformCopy {
        private final Op outermost;

        Closing(Op outermost) {
            this.outermost = outermost;
        }

        @Override
        public Op transform(OpExt op) {
            return op instanceof Rewritable ours ? new Closed(ours.rewritten(JoinOptimizer.this::optimized)) : op;
        }

        @Override
        public Op transform(OpProject op, Op below) {
            Op copy = super.transform(op, below);
            return op == outermost || !Joins.hasClosed(below) ? copy
                    : new Closed(Transformer.transform(new Opening(), next.rewrite(copy)));
        }
    }

    private static final class Opening extends TransformCopy {
        @Override
        public Op transform(OpExt op) {
            return op instanceof Closed closed ? closed.content : op;
        }
    }

    /** What another optimizer takes as it is. */
    static final class Closed extends OpExt {
        private final Op content;

        Closed(Op content) {
            super("closed");
            this.content = content;
        }

        @Override
        public Op effectiveOp() {
            return content;
        }

        @Override
        public QueryIterator eval(QueryIterator input, ExecutionContext context) {
            throw new IllegalStateException("closed operators are opened before they run");
        }

        @Override
        public Op apply(Transform transform) {
            return this;
        }

        @Override
        public void outputArgs(IndentedWriter out, SerializationContext context) {
            WriterOp.output(out, content, context);
        }

        @Override
        public int hashCode() {
            return content.hashCode();
        }

        @Override
        public boolean equalTo(Op other, NodeIsomorphismMap labels) {
            return other instanceof Closed closed && content.equalTo(closed.content, labels);
        }
    }
}
