package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;

/**
 * Where in an operator a key comes from: {@code ?s :property ?key}, in a pattern that each of its solutions has gone
 * through. Solutions for some subjects only are made by putting these before the pattern.
 */
final class KeyPattern {
    private final Triple triple;
    private final Optional<Node> graph;
    private final UnaryOperator<Op> placing;

    private KeyPattern(Triple triple, Optional<Node> graph, UnaryOperator<Op> placing) {
        this.triple = triple;
        this.graph = graph;
        this.placing = placing;
    }

    /** The pattern of a key; empty if there is none, or subjects cannot be put before it. */
    static Optional<KeyPattern> in(Op op, Var key) {
        if (op instanceof OpBGP bgp) {
            return in(bgp.getPattern().getList().stream(), key)
                    .map(triple -> new KeyPattern(triple, Optional.empty(), rows -> OpSequence.create(rows, bgp)));
        } else if (op instanceof OpQuadPattern quads) {
            return in(quads, key);
        } else if (op instanceof RangeFilter filter) {
            return in(filter.effectiveOp(), key);
        } else if (op instanceof OpGraph within) {
            return within.getNode().isVariable() ? Optional.empty() : in(within.getSubOp(), key)
                    .map(found -> new KeyPattern(found.triple, found.graph.or(() -> Optional.of(within.getNode())),
                            rows -> within.copy(found.placing.apply(rows))));
        } else if (op instanceof OpSequence sequence) {
            return in(sequence, key);
        } else if (op instanceof OpConditional || op instanceof OpLeftJoin || op instanceof OpJoin) {
            Op2 pair = (Op2) op;
            Optional<KeyPattern> left = in(pair.getLeft(), key).map(f -> f.under(o -> pair.copy(o, pair.getRight())));
            return left.isPresent() || !(op instanceof OpJoin) ? left
                    : in(pair.getRight(), key).map(f -> f.under(o -> pair.copy(pair.getLeft(), o)));
        }
        return op instanceof Op1 single && isThrough(single, key)
                ? in(single.getSubOp(), key).map(found -> found.under(single::copy)) : Optional.empty();
    }

    private static Optional<KeyPattern> in(OpQuadPattern quads, Var key) {
        Optional<Node> name = Optional.of(quads.getGraphNode()).filter(node -> !Quad.isDefaultGraph(node));
        return name.stream().anyMatch(node -> node.isVariable() || Quad.isUnionGraph(node)) ? Optional.empty()
                : in(quads.getBasicPattern().getList().stream(), key)
                .map(triple -> new KeyPattern(triple, name, rows -> OpSequence.create(rows, quads)));
    }

    /** True if a solution of what is below, with its key, is one of the operator or makes no difference to others. */
    private static boolean isThrough(Op1 op, Var key) {
        return op instanceof OpFilter || op instanceof OpExtend || op instanceof OpDistinct
                || op instanceof OpProject project && project.getVars().contains(key);
    }

    private static Optional<Triple> in(Stream<Triple> pattern, Var key) {
        return pattern.filter(triple -> triple.getObject().equals(key) && triple.getPredicate().isURI()
                && triple.getSubject().isVariable() && !triple.getSubject().equals(key)).findFirst();
    }

    /** In a sequence the rows come before all patterns, if those before that of the key take them in. */
    private static Optional<KeyPattern> in(OpSequence sequence, Var key) {
        List<Op> elements = sequence.getElements();
        for (int i = 0; i < elements.size(); i++) {
            Optional<KeyPattern> found = in(elements.get(i), key);
            if (found.isEmpty()) {
                continue;
            }
            Var subject = Var.alloc(found.get().triple.getSubject());
            if (i == 0) {
                return found.map(first -> first.under(op -> replaced(elements, op)));
            }
            boolean plain = elements.subList(0, i + 1).stream().allMatch(element -> isPlain(element, subject));
            return found.filter(none -> plain).map(later -> new KeyPattern(later.triple, later.graph, rows -> {
                List<Op> all = new ArrayList<>(elements);
                all.add((int) elements.stream().takeWhile(KeyPattern::isFixed).count(), rows);
                return sequence(all);
            }));
        }
        return Optional.empty();
    }

    /** Tables, and values bound to no more than they have, that the operator begins with. */
    static Op fixed(Op op) {
        List<Op> below = op instanceof OpSequence || op instanceof OpConditional || op instanceof OpExtend
                || op instanceof OpFilter ? Lasting.below(op) : List.of();
        return isFixed(op) ? op : below.isEmpty() ? OpTable.unit() : fixed(below.get(0));
    }

    private static boolean isFixed(Op op) {
        return op instanceof OpTable || op instanceof OpExtend extend && isFixed(extend.getSubOp())
                && extend.getVarExprList().getExprs().values().stream().allMatch(Lasting::is)
                || op instanceof OpJoin join && isFixed(join.getLeft()) && isFixed(join.getRight());
    }

    private static Op replaced(List<Op> elements, Op first) {
        List<Op> all = new ArrayList<>(elements);
        all.set(0, first);
        return sequence(all);
    }

    private static Op sequence(List<Op> elements) {
        OpSequence sequence = OpSequence.create();
        elements.forEach(sequence::add);
        return sequence;
    }

    /** True for an operator whose solutions for one value of a variable are those it has if it begins with it. */
    private static boolean isPlain(Op op, Var variable) {
        if (op instanceof OpFilter filter) {
            return isPlain(filter.getSubOp(), variable) && filter.getExprs().getList().stream().allMatch(e ->
                    !Variables.hasPattern(e)) && isKnown(variable, Variables.mentioned(filter.getExprs().getList()),
                            filter.getSubOp());
        } else if (op instanceof OpExtend extend) {
            return isPlain(extend.getSubOp(), variable) && !extend.getVarExprList().contains(variable)
                    && isKnown(variable, Variables.mentioned(List.copyOf(extend.getVarExprList().getExprs().values())),
                            extend.getSubOp());
        } else if (op instanceof OpConditional optional) {
            return isPlain(optional.getLeft(), variable)
                    && isKnown(variable, Variables.mentioned(optional.getRight()), optional.getLeft());
        } else if (op instanceof OpSequence || op instanceof OpJoin) {
            return Lasting.below(op).stream().allMatch(below -> isPlain(below, variable));
        }
        return op instanceof OpBGP || op instanceof OpQuadPattern || op instanceof OpPath || op instanceof OpTable;
    }

    private static boolean isKnown(Var variable, Set<Var> used, Op below) {
        return !used.contains(variable) || Variables.certain(below).contains(variable);
    }

    private KeyPattern under(UnaryOperator<Op> above) {
        return new KeyPattern(triple, graph, rows -> above.apply(placing.apply(rows)));
    }

    /** What the key is of. */
    Var subject() {
        return Var.alloc(triple.getSubject());
    }

    Node property() {
        return triple.getPredicate();
    }

    /** The graph that it is looked for in, if that is not the one that the operator is. */
    Optional<Node> graph() {
        return graph;
    }

    /** The operator with rows before the pattern. */
    Op with(OpTable rows) {
        return placing.apply(rows);
    }
}
