package org.w3id.trilateral.temporal;

import java.util.Iterator;
import java.util.Set;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBase;

/** Two rows seen as one; nothing is copied. The right one is looked at without what the left one has as well. */
final class JoinedRow extends BindingBase {
    private final Binding right;
    private final Set<Var> shared;

    JoinedRow(Binding left, Binding right, Set<Var> shared) {
        super(left);
        this.right = right;
        this.shared = shared;
    }

    @Override
    protected Iterator<Var> vars1() {
        return shared.isEmpty() ? right.vars() : Iter.filter(right.vars(), variable -> !shared.contains(variable));
    }

    @Override
    protected int size1() {
        return right.size() - shared.size();
    }

    @Override
    protected boolean isEmpty1() {
        return size1() == 0;
    }

    @Override
    protected boolean contains1(Var variable) {
        return right.contains(variable);
    }

    @Override
    protected Node get1(Var variable) {
        return right.get(variable);
    }

    @Override
    protected Binding detachWithNewParent(Binding newParent) {
        return new JoinedRow(newParent, right.detach(), shared);
    }

    @Override
    public Binding detach() {
        Binding left = parent.detach();
        return left == parent && right.detach() == right ? this : detachWithNewParent(left);
    }
}
