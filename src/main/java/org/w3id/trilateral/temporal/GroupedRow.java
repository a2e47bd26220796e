package org.w3id.trilateral.temporal;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBase;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;

import org.w3id.trilateral.temporal.TemporalGroup.Fold;

/** The solution of a group, whose terms are looked up, or made of a number, when they are asked for. */
abstract sealed class GroupedRow extends BindingBase {
    private final TemporalGroup group;
    private final Binding first;

    private GroupedRow(TemporalGroup group, Binding first) {
        super(null);
        this.group = group;
        this.first = first;
    }

    /** The value of a fold; null if it has none. */
    abstract Node value(Fold fold);

    /** How many pairs there are in the group, and left rows without a partner. */
    static final class Counted extends GroupedRow {
        private final long pairs;
        private final long alone;

        Counted(TemporalGroup group, Binding first, long pairs, long alone) {
            super(group, first);
            this.pairs = pairs;
            this.alone = alone;
        }

        @Override
        Node value(Fold fold) {
            return NodeValue.makeInteger(fold.form() == Fold.Form.COUNT_ALONE ? pairs + alone : pairs).asNode();
        }
    }

    /** The least or greatest sum. */
    static final class Sum extends GroupedRow {
        private final long sum;

        Sum(TemporalGroup group, Binding first, long sum) {
            super(group, first);
            this.sum = sum;
        }

        @Override
        Node value(Fold fold) {
            return NodeValue.makeInteger(sum).asNode();
        }
    }

    /** The right row of the least or greatest key; the empty one if there is none. */
    static final class Extreme extends GroupedRow {
        private final Binding right;

        Extreme(TemporalGroup group, Binding first, Binding right) {
            super(group, first);
            this.right = right;
        }

        @Override
        Node value(Fold fold) {
            return fold.value() instanceof ExprVar variable ? right.get(variable.asVar()) : null;
        }
    }

    @Override
    protected Node get1(Var variable) {
        List<Fold> folds = group.folds();
        for (int i = 0; i < folds.size(); i++) {
            if (folds.get(i).variable().equals(variable)) {
                return value(folds.get(i));
            }
        }
        return group.groupVars().contains(variable) ? first.get(variable) : null;
    }

    @Override
    protected boolean contains1(Var variable) {
        return get1(variable) != null;
    }

    @Override
    protected Iterator<Var> vars1() {
        return Stream.concat(group.groupVars().stream(), group.folds().stream().map(Fold::variable))
                .filter(this::contains1).iterator();
    }

    @Override
    protected int size1() {
        int size = 0;
        for (Iterator<Var> variables = vars1(); variables.hasNext(); variables.next()) {
            size++;
        }
        return size;
    }

    @Override
    protected boolean isEmpty1() {
        return !vars1().hasNext();
    }

    @Override
    protected Binding detachWithNewParent(Binding newParent) {
        throw new IllegalStateException("a row without a parent gets none");
    }
}
