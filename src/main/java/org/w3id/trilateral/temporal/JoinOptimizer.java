package org.w3id.trilateral.temporal;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpExt;
import org.apache.jena.sparql.algebra.optimize.Rewrite;
import org.apache.jena.sparql.algebra.optimize.TransformScopeRename;

/** Puts the joins into an algebra expression, before and around another optimizer. */
final class JoinOptimizer implements Rewrite {
    private final Rewrite next;

    JoinOptimizer(Rewrite next) {
        this.next = next;
    }

    @Override
    public Op rewrite(Op op) {
        Op scoped = TransformScopeRename.transform(op);
        Op planned = Planner.plan(scoped);
        boolean found = !Joins.in(planned).isEmpty();
        return found ? opened(next.rewrite(optimized(planned))) : next.rewrite(op);
    }

    /** The parts of the joins optimized, the innermost first. */
    private Op optimized(Op op) {
        return Transformer.transform(new Joined(join -> join.rewritten(part -> next.rewrite(optimized(part)), false)), op);
    }

    private static Op opened(Op op) {
        return Transformer.transform(new Joined(join -> join.rewritten(JoinOptimizer::opened, true)), op);
    }

    private interface Step {
        Op of(TemporalJoin join);
    }

    private static final class Joined extends TransformCopy {
        private final Step step;

        Joined(Step step) {
            this.step = step;
        }

        @Override
        public Op transform(OpExt op) {
            return op instanceof TemporalJoin join ? step.of(join) : super.transform(op);
        }
    }
}
