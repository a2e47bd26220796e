package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Equals;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.E_SameTerm;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;

import org.w3id.trilateral.temporal.Sides.Side;

/**
 * The conditions of a group that is split, each where it is looked at, and what follows from those between the sides
 * and from those after the join that look at a variable bound there.
 *
 * @param places each condition once
 * @param ties   of the pairs
 */
record Conditions(Map<Place, List<Expr>> places, Ties ties) {
    /**
     * {@code PATTERN}: {@code EXISTS} and its like, on the pairs; {@code AFTER}: behind optional parts and bound
     * variables.
     */
    enum Place { LEFT, RIGHT, BETWEEN, PATTERN, AFTER }

    static Conditions of(PatternGroup group, Halves halves) {
        Sides sides = halves.sides();
        Set<Var> late = PatternGroup.visible(halves.after());
        Map<Place, List<Expr>> places = new EnumMap<>(Place.class);
        List<Expr> others = new ArrayList<>();
        for (Expr condition : group.conditions()) {
            Place place = place(condition, sides, late);
            Expr inlined = halves.inlined(condition);
            if (place == Place.AFTER && isComparison(inlined) && place(inlined, sides, late) == Place.BETWEEN) {
                places.computeIfAbsent(Place.BETWEEN, none -> new ArrayList<>()).add(inlined);
                continue;
            }
            places.computeIfAbsent(place, none -> new ArrayList<>()).add(condition);
            if (place == Place.AFTER) {
                others.add(inlined);
            }
        }
        return new Conditions(places,
                Ties.read(halves.reader(), places.getOrDefault(Place.BETWEEN, List.of()), others));
    }

    /** A comparison is false or an error where a variable is unbound, and so it is where its making would fail. */
    private static boolean isComparison(Expr condition) {
        return condition instanceof ExprFunction2 function && Relation.of(function).isPresent();
    }

    /**
     * True for an equality with a known term as one of several alternatives. ARQ makes a union of these, in which a
     * solution that fulfils two comes twice; where a join is to give the same, such a condition stays with ARQ.
     */
    static boolean isMadeUnion(Expr condition) {
        return condition instanceof E_LogicalOr or
                && (isKnown(or.getArg1()) || isKnown(or.getArg2()) || isMadeUnion(or.getArg1())
                || isMadeUnion(or.getArg2()));
    }

    private static boolean isKnown(Expr condition) {
        if (!(condition instanceof E_Equals || condition instanceof E_SameTerm)) {
            return false;
        }
        ExprFunction2 equality = (ExprFunction2) condition;
        Expr term = equality.getArg1().isConstant() ? equality.getArg1() : equality.getArg2();
        return term.isConstant()
                && (term.getConstant().isIRI() || term.getConstant().isString() || condition instanceof E_SameTerm);
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
