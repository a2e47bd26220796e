package org.w3id.trilateral.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.algebra.table.TableN;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.main.JoinClassifier;

/**
 * How one side of a join, such as a sub-select that groups, is asked only for what the other side has use for. ARQ
 * makes all groups, and then joins a few of them.
 *
 * <p>A restriction to values of what is grouped by, or of what is merely passed on, may as well be made before; so it
 * is put in beside the first pattern that binds the common variables in each of its solutions.
 */
final class Narrowing {
    private final Op side;
    private final List<Var> common;

    private Narrowing(Op side, Set<Var> common) {
        this.side = side;
        this.common = List.copyOf(common);
    }

    /**
     * For a side of a join, if it can be narrowed by the other: by those variables that the other always binds and that
     * a pattern of this one binds too.
     */
    static Optional<Narrowing> of(Op side, Op other) {
        Set<Var> common = new HashSet<>(OpVars.visibleVars(side));
        common.retainAll(OpVars.fixedVars(other));
        common.removeIf(variable -> new Narrowing(side, Set.of(variable)).isVain());
        Narrowing narrowing = new Narrowing(side, common);
        return common.isEmpty() || narrowing.isVain() ? Optional.empty() : Optional.of(narrowing);
    }

    private boolean isVain() {
        return beside(side, new TableN(new ArrayList<>(common))).isEmpty();
    }

    /** The side, as it stands. */
    Op side() {
        return side;
    }

    /**
     * The side, with no solutions but those that may go with these rows; itself, where one of these has a literal in
     * common, which a graph may find by its value.
     */
    Op to(Iterable<Binding> rows) {
        Set<Binding> keys = new HashSet<>();
        for (Binding row : rows) {
            BindingBuilder key = Binding.builder();
            for (Var variable : common) {
                Node term = row.get(variable);
                if (term == null || term.isLiteral()) {
                    return side;
                }
                key.add(variable, term);
            }
            keys.add(key.build());
        }
        TableN table = new TableN(new ArrayList<>(common));
        keys.forEach(table::addBinding);
        return beside(side, table).orElse(side);
    }

    private Optional<Op> beside(Op op, TableN table) {
        if (op instanceof OpProject project) {
            return project.getVars().containsAll(common)
                    ? beside(project.getSubOp(), table).map(sub -> new OpProject(sub, project.getVars()))
                    : Optional.empty();
        }
        if (op instanceof OpGroup group) {
            return isGroupedBy(group) ? beside(group.getSubOp(), table)
                    .map(sub -> OpGroup.create(sub, group.getGroupVars(), group.getAggregators())) : Optional.empty();
        }
        if (op instanceof OpExtend extend) {
            return extend.getVarExprList().getVars().stream().anyMatch(common::contains) ? Optional.empty()
                    : beside(extend.getSubOp(), table).map(sub -> OpExtend.create(sub, extend.getVarExprList()));
        }
        if (op instanceof OpFilter filter) {
            return beside(filter.getSubOp(), table).map(sub -> OpFilter.filterBy(filter.getExprs(), sub));
        }
        if (op instanceof OpOrder order) {
            return beside(order.getSubOp(), table).map(sub -> new OpOrder(sub, order.getConditions()));
        }
        if (op instanceof OpDistinct distinct) {
            return beside(distinct.getSubOp(), table).map(OpDistinct::create);
        }
        return besideOneOf(op, table);
    }

    private Optional<Op> besideOneOf(Op op, TableN table) {
        if (op instanceof OpUnion union) {
            return beside(union.getLeft(), table).flatMap(left -> beside(union.getRight(), table)
                    .map(right -> OpUnion.create(left, right)));
        }
        if (op instanceof OpLeftJoin join) {
            return beside(join.getLeft(), table)
                    .map(left -> OpLeftJoin.create(left, join.getRight(), join.getExprs()));
        }
        if (op instanceof OpConditional optional) {
            return beside(optional.getLeft(), table).map(left -> new OpConditional(left, optional.getRight()));
        }
        if (op instanceof OpJoin join) {
            return beside(join.getLeft(), table).map(left -> OpJoin.create(left, join.getRight()))
                    .or(() -> beside(join.getRight(), table).map(right -> OpJoin.create(join.getLeft(), right)));
        }
        return isPattern(op) && OpVars.fixedVars(first(op)).containsAll(common)
                && JoinClassifier.isLinear(OpTable.create(table), op)
                ? Optional.of(OpSequence.create(OpTable.create(table), op)) : Optional.empty();
    }

    /** A plain key, and not the name of an expression. */
    private boolean isGroupedBy(OpGroup group) {
        return group.getGroupVars().getVars().containsAll(common)
                && common.stream().noneMatch(group.getGroupVars().getExprs()::containsKey);
    }

    /** What is looked for first: were it what has no common variable, it would be all over again for each row. */
    private static Op first(Op op) {
        return op instanceof OpSequence sequence ? first(sequence.get(0))
                : op instanceof OpFilter filter ? first(filter.getSubOp()) : op;
    }

    private static boolean isPattern(Op op) {
        return op instanceof OpBGP || op instanceof OpQuadPattern || op instanceof OpPath
                || op instanceof OpFilter filter && isPattern(filter.getSubOp())
                || op instanceof OpSequence sequence && sequence.getElements().stream().allMatch(Narrowing::isPattern);
    }
}
