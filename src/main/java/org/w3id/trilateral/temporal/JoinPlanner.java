package org.w3id.trilateral.temporal;

import java.util.Optional;
import java.util.Set;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.main.JoinClassifier;

/** Joins two operators of which one may hold time-window joins, so that these run once. */
final class JoinPlanner {
    private JoinPlanner() {
    }

    /** An equivalent of a join, of which one side may hold joins of ours. */
    static Op plan(OpJoin op, Wish wish) {
        PatternGroup group = Opened.of(PatternGroup.of(op));
        return (group.conditions().isEmpty() ? Optional.<Op>empty() : Planner.joined(group, wish)).orElseGet(() -> {
            Op left = Planner.plan(op.getLeft());
            Op right = Planner.plan(op.getRight());
            boolean none = Joins.in(right).isEmpty();
            boolean linear = JoinClassifier.isLinear(op);
            if (none && Joins.in(left).isEmpty() || Marks.clash(left, right) || Repeats.isDistinct(op.getRight())
                    && !Repeats.isSet(op.getLeft()) || linear && !Repeats.isOnceAsOften(op)) {
                return op;
            } else if (linear ? none : !JoinClassifier.isLinear(left, right)) {
                return linear && isJoinedBack(op) ? new LateJoin(LateJoin.Form.JOINED_BACK,
                        new LateJoin.Sources(left, right, op, Optional.of(op.copy(left, right))), null)
                        : op.copy(left, right);
            }
            boolean both = !linear || !Joins.in(left).isEmpty() || Repeats.isDistinct(op.getLeft());
            LateJoin.Sources sources = new LateJoin.Sources(left, right, op,
                    both ? Optional.empty() : Optional.of(OpJoin.create(right, left)));
            LateJoin.Form form = isOnceForAll(left, op) ? LateJoin.Form.SIDE_BY_SIDE : LateJoin.Form.HASHED;
            return new LateJoin(both ? form : LateJoin.Form.TURNED, sources, null);
        });
    }

    /**
     * True if the right side had better run once, however few the rows of the left are: where these come from a join of
     * ours, which plain operators would make anew, and where the right side is about nothing of theirs.
     *
     * @param left planned
     */
    static boolean isOnceForAll(Op left, Op2 op) {
        return !Joins.in(left).isEmpty() || !isAbout(op.getRight(), Planner.shared(op.getLeft(), op.getRight()));
    }

    private static boolean isAbout(Op op, Set<Var> shared) {
        return PatternGroup.of(op).isAboutAny(shared)
                || Lasting.below(op).stream().anyMatch(below -> isAbout(below, shared));
    }

    /**
     * True if the right side has several variables of the left, and is about none: of its patterns ARQ may look up
     * that of which most is found.
     */
    private static boolean isJoinedBack(OpJoin op) {
        PatternGroup right = PatternGroup.of(op.getRight());
        Set<Var> shared = Planner.shared(op.getLeft(), op.getRight());
        return shared.size() > 1 && right.conditions().isEmpty() && right.parts().stream()
                .allMatch(part -> part.form() == Part.Form.JOIN && part.op() instanceof OpBGP)
                && !right.isAboutAny(shared);
    }
}
