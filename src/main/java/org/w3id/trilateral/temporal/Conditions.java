package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;

import org.w3id.trilateral.temporal.Sides.Side;

/**
 * The conditions of a group that is split, each where it is looked at, and the bounds that follow from them.
 *
 * @param places each condition once
 * @param bounds of those between the sides, and of those after the join that look at a variable bound there
 */
record Conditions(Map<Place, List<Expr>> places, List<Bound> bounds) {
    /** {@code PATTERN}: {@code EXISTS} and its like, on the pairs; {@code AFTER}: behind optional parts and bound variables. */
    enum Place { LEFT, RIGHT, BETWEEN, PATTERN, AFTER }

    static Conditions of(PatternGroup group, Split.Halves halves) {
        Sides sides = halves.sides();
        BoundReader reader = new BoundReader(sides);
        Set<Var> late = PatternGroup.visible(halves.after());
        Map<Place, List<Expr>> places = new EnumMap<>(Place.class);
        List<Bound> bounds = new ArrayList<>();
        for (Expr condition : group.conditions()) {
            Place place = place(condition, sides, late);
            places.computeIfAbsent(place, none -> new ArrayList<>()).add(condition);
            if (place == Place.BETWEEN || place == Place.AFTER) {
                bounds.addAll(reader.read(halves.inlined(condition)));
            }
        }
        return new Conditions(places, bounds);
    }

    private static Place place(Expr condition, Sides sides, Set<Var> late) {
        Set<Var> used = Variables.mentioned(condition);
        if (used.stream().anyMatch(late::contains) || Variables.isUnstable(condition)) {
            return Place.AFTER;
        }
        Side side = sides.of(used);
        if (side != Side.BOTH) {
            return side == Side.LEFT ? Place.LEFT : Place.RIGHT;
        }
        return Variables.hasPattern(condition) ? Place.PATTERN : Place.BETWEEN;
    }

    List<Expr> on(Place place) {
        return places.getOrDefault(place, List.of());
    }
}
