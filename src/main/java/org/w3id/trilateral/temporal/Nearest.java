package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;

import org.w3id.trilateral.temporal.TemporalJoin.Mode;

/**
 * What lies between: from {@code NOT EXISTS} of one between the two rows of a pair follows that the pair's key is not
 * beyond the nearest of those, seen from the left row. It saves making the pairs that would only be dropped.
 *
 * @param others   what must not lie between
 * @param shared   variables that it has in common with the left rows
 * @param bounds   where it lies, seen from the left row
 * @param key      what is sorted in the pairs' right side
 * @param relation how the key must stand to the nearest of the others
 */
record Nearest(Op others, Set<Var> shared, List<Bound> bounds, Bound.Key key, Relation relation) {
    Nearest {
        shared = Set.copyOf(shared);
        bounds = List.copyOf(bounds);
    }

    Nearest rewritten(Op newOthers, Set<Var> newShared) {
        return new Nearest(newOthers, newShared, bounds, key, relation);
    }

    /** The columns of their index: the key first whose nearest is looked for. */
    List<Bound.Key> keys() {
        return bounds.stream().map(Bound::column).distinct().toList();
    }

    /** The pairs with fewer candidates; they themselves where they, or the bounds, are of another make. */
    static Op pruned(Op pairs, Op others, Match match) {
        Set<Var> shared = match.shared();
        List<Bound> bounds = match.bounds();
        if (!(pairs instanceof TemporalJoin join) || join.mode() != Mode.INNER || join.nearest().isPresent()
                || !join.leftVisible().containsAll(shared)) {
            return pairs;
        }
        List<Bound> fromLeft = new ArrayList<>();
        List<Bound> toRight = new ArrayList<>();
        for (Bound bound : bounds) {
            boolean simple = !bound.isOpen() && bound.isDirect();
            Set<Var> used = Variables.mentioned(bound.value());
            if (!simple || !bound.key().equals(bounds.get(0).key())) {
                return pairs;
            }
            (join.leftVisible().containsAll(used) ? fromLeft : toRight).add(bound);
        }
        if (toRight.size() != 1 || fromLeft.isEmpty() || toRight.get(0).relation() == Relation.EQUAL) {
            return pairs;
        }
        Expr value = toRight.get(0).value();
        Relation between = toRight.get(0).relation();
        return join.keys().stream().filter(key -> key.open().isEmpty() && key.expression().equals(value)).findFirst()
                .<Op>map(key -> join.before(new Nearest(others, shared, fromLeft, key, opposite(between))))
                .orElse(pairs);
    }

    /** Of the others one with {@code other < key} must not be: so {@code key <= other} for the nearest. */
    private static Relation opposite(Relation between) {
        return switch (between) {
            case LESS -> Relation.AT_MOST;
            case AT_MOST -> Relation.LESS;
            case GREATER -> Relation.AT_LEAST;
            case AT_LEAST -> Relation.GREATER;
            case EQUAL -> Relation.EQUAL;
        };
    }
}
