package org.w3id.trilateral.text;

import java.util.ArrayList;
import java.util.List;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpExt;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.optimize.Rewrite;

/**
 * Puts the searches into an algebra expression, after another optimizer: by then each filter stands on the smallest
 * pattern that binds its variables. Operators of other extensions stay closed.
 */
final class TextOptimizer implements Rewrite {
    private final Rewrite next;

    TextOptimizer(Rewrite next) {
        this.next = next;
    }

    @Override
    public Op rewrite(Op op) {
        return Transformer.transform(new Placing(), next.rewrite(op));
    }

    /** The searches of an algebra expression. */
    static List<TextSearch> searches(Op op) {
        List<TextSearch> found = new ArrayList<>();
        Transformer.transform(new TransformCopy() {
            @Override
            public Op transform(OpExt extension) {
                if (extension instanceof TextSearch search) {
                    found.add(search);
                }
                return extension;
            }
        }, op);
        return found;
    }

    private static final class Placing extends TransformCopy {
        @Override
        public Op transform(OpFilter op, Op below) {
            return TextSearch.of(op).map(Op.class::cast).orElseGet(() -> super.transform(op, below));
        }

        /** A graph that is a variable is each graph in turn: too many to keep the texts of. */
        @Override
        public Op transform(OpGraph op, Op below) {
            return op.getNode().isVariable() ? op : super.transform(op, below);
        }

        @Override
        public Op transform(OpService op, Op below) {
            return op;
        }

        @Override
        public Op transform(OpExt op) {
            return op;
        }
    }
}
