package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprTransformer;
import org.apache.jena.sparql.expr.ExprVar;

import org.w3id.trilateral.temporal.Part.Form;

/**
 * Where a group falls into two sides that only comparisons, and variables bound on both, tie together.
 *
 * <p>For each comparison whose variables belong to two {@link Stars}, one of the two, with all that hangs on it alone,
 * is tried as the right side, and all else is the left one. What is left must not fall apart (a product is worse than
 * what we try to avoid), and neither subject may stand on the other side (then ARQ's look-ups follow the link). The
 * best is where least of the left side hangs together by a common variable alone; then where most bounds are of one
 * key; then where the left side has more terms, hence fewer rows. Optional parts and bound variables go to the side
 * that has all they need, else behind the join.
 */
final class Split {
    private final PatternGroup group;
    private final Wish wish;
    private final Set<Var> fixed = new HashSet<>();
    private final Map<Var, Expr> bound = new HashMap<>();
    private final boolean chained;
    private final Stars stars;
    private int most;

    private Split(PatternGroup group, Wish wish, boolean chained) {
        this.group = group;
        this.wish = wish;
        this.chained = chained;
        for (Part part : group.parts()) {
            if (part.form() == Form.FIXED) {
                fixed.addAll(part.visible());
            } else if (part.form() == Form.BIND) {
                bound.put(part.variable(), inlined(part.expressions().get(0)));
            }
        }
        this.stars = new Stars(group, fixed, group.conditions().stream().map(this::inlined).toList(),
                chained);
    }

    /**
     * The best split; empty where there is none.
     *
     * @param wish what had better be on which side
     */
    static Optional<Halves> of(PatternGroup group, Wish wish) {
        if (!group.isWellOrdered()) {
            return Optional.empty();
        }
        Split split = new Split(group, wish, false);
        Optional<Halves> best = split.best();
        Split chains = new Split(group, wish, true);
        Optional<Halves> other = chains.stars.all().size() < split.stars.all().size() ? chains.best()
                : Optional.empty();
        return other.isPresent() && chains.most > split.most ? other : best;
    }

    private Optional<Halves> best() {
        Optional<Halves> best = Optional.empty();
        for (Expr condition : group.conditions()) {
            if (Variables.hasPattern(condition)) {
                continue;
            }
            List<Object> ends = stars.ends(inlined(condition));
            if (ends.size() != 2) {
                continue;
            }
            for (int i = 0; i < 2; i++) {
                Optional<Halves> halves = halves(ends.get(1 - i), ends.get(i));
                int worth = halves.map(this::worth).orElse(0);
                if (worth > most) {
                    most = worth;
                    best = halves;
                }
            }
        }
        return best;
    }

    private int worth(Halves halves) {
        BoundReader reader = halves.reader();
        List<Bound> bounds = group.conditions().stream().flatMap(c -> reader.read(halves.inlined(c)).stream()).toList();
        List<Bound.Key> keys = bounds.stream().map(Bound::column).distinct().toList();
        long sums = keys.stream().filter(key -> !(key.expression() instanceof ExprVar)).count();
        boolean suits = keys.stream()
                .anyMatch(key -> wish.key().isPresent() && key.expression().equals(new ExprVar(wish.key().get())));
        boolean fits = PatternGroup.visible(halves.left()).containsAll(wish.left());
        int terms = terms(halves.left()) - terms(halves.right());
        int loose = loose(halves.left()) + loose(halves.right()) + (isWide(halves.left()) ? 1 : 0);
        return bounds.isEmpty() ? 0 : Math.max(1, 1_000_000 - 100_000 * loose + 10_000 * bounds.size()
                + (suits ? 5_000 : 0) + (fits ? 2_000 : 0) - 1_000 * keys.size()
                - 200 * (int) sums + Math.max(-99, Math.min(99, terms)));
    }

    private int terms(List<Part> side) {
        return side.stream().filter(part -> part.form() == Form.JOIN).mapToInt(part -> part.terms(fixed)).sum();
    }

    /** True if comparisons alone tie some of the parts, and all of them from one side: then their pairs are many. */
    private boolean isWide(List<Part> side) {
        List<Object> inside = side.stream().filter(part -> part.form() == Form.JOIN).map(stars::of).distinct().toList();
        if (inside.size() < 2 || stars.reached(inside.get(0), Set.copyOf(inside), false).containsAll(inside)) {
            return false;
        }
        Set<Var> has = PatternGroup.visible(side);
        PatternGroup some = new PatternGroup(side, group.conditions().stream()
                .filter(c -> has.containsAll(Variables.mentioned(inlined(c)))).toList());
        Split split = new Split(some, Wish.NONE, chained);
        return some.parts().size() < group.parts().size() && split.best().map(halves -> some.conditions().stream()
                .flatMap(c -> halves.reader().read(split.inlined(c)).stream()).toList())
                .filter(bounds -> bounds.stream().noneMatch(bound -> bound.relation().isLower())
                || bounds.stream().noneMatch(bound -> bound.relation().isUpper())).isPresent();
    }

    private int loose(List<Part> side) {
        return stars.loose(side.stream().filter(part -> part.form() == Form.JOIN).map(stars::of)
                .collect(Collectors.toSet()));
    }

    private Expr inlined(Expr expression) {
        return inlined(expression, bound);
    }

    /** An expression with what variables are bound to in their place, where that makes no difference. */
    static Expr inlined(Expr expression, Map<Var, Expr> bound) {
        if (Variables.hasPattern(expression) || Variables.asksIfBound(expression, bound.keySet())) {
            return expression;
        }
        return ExprTransformer.transform(new ExprTransformCopy() {
            @Override
            public Expr transform(ExprVar variable) {
                Expr value = bound.get(variable.asVar());
                return value == null || Variables.hasPattern(value) || Variables.isUnstable(value) ? variable : value;
            }
        }, expression);
    }

    private Optional<Halves> halves(Object rightStar, Object leftStar) {
        Set<Object> others = new HashSet<>(stars.all());
        others.remove(rightStar);
        Set<Object> linked = stars.reached(rightStar, stars.all(), false);
        Set<Object> away = stars.reached(leftStar, others, false);
        Set<Object> rightStars = new HashSet<>(linked);
        rightStars.removeAll(away);
        others.removeAll(rightStars);
        Set<Var> left = stars.variables(others);
        Set<Var> right = stars.variables(rightStars);
        boolean apart = !rightStars.contains(leftStar) && !left.contains(rightStar) && !right.contains(leftStar)
                && stars.reached(leftStar, others, true).containsAll(stars.tied(leftStar, others));
        return apart ? Optional.of(place(rightStars)) : Optional.empty();
    }

    private Halves place(Set<Object> rightStars) {
        List<Part> left = new ArrayList<>();
        List<Part> right = new ArrayList<>();
        List<Part> after = new ArrayList<>();
        Map<Var, Expr> boundAfter = new HashMap<>();
        for (Part part : group.parts()) {
            if (part.form() == Form.FIXED) {
                left.add(part);
            } else if (part.form() == Form.JOIN) {
                (rightStars.contains(stars.of(part)) ? right : left).add(part);
            } else if (isAlone(part) || sharesOpen(part, after)) {
                after.add(part);
            } else {
                (fits(part, left) ? left : fits(part, right) ? right : after).add(part);
            }
        }
        right.addAll(0, group.parts().stream().filter(part -> part.form() == Form.FIXED && isNeeded(part, right))
                .toList());
        after.stream().filter(part -> part.form() == Form.BIND)
                .forEach(part -> boundAfter.put(part.variable(), bound.get(part.variable())));
        return new Halves(left, right, after, boundAfter);
    }

    /** True if the right side, or a condition on it alone, looks at a fixed variable. */
    private boolean isNeeded(Part part, List<Part> right) {
        Set<Var> others = PatternGroup.visible(group.parts());
        others.removeAll(fixed);
        others.removeAll(PatternGroup.visible(right));
        return right.stream().anyMatch(other -> other.mentionsAny(part.visible()))
                || group.conditions().stream().map(Variables::mentioned)
                .anyMatch(used -> part.visible().stream().anyMatch(used::contains)
                && used.stream().noneMatch(others::contains));
    }

    /** A value that depends on no other, or is another each time, is made once for each solution of the join. */
    private static boolean isAlone(Part part) {
        return part.form() == Form.BIND
                && (part.mentioned().size() == 1 || Variables.isUnstable(part.expressions().get(0)));
    }

    private boolean sharesOpen(Part part, List<Part> after) {
        Set<Var> open = new HashSet<>();
        after.forEach(other -> open.addAll(other.mentioned()));
        open.removeAll(PatternGroup.certain(group.parts()));
        return part.mentionsAny(open);
    }

    /** True if a side has all that a part looks at, so far as any part of the group has it. */
    private boolean fits(Part part, List<Part> side) {
        Set<Var> needed = new HashSet<>();
        group.parts().stream().filter(other -> other != part).forEach(other -> needed.addAll(other.visible()));
        needed.retainAll(part.mentioned());
        needed.removeAll(fixed);
        return !needed.isEmpty() && PatternGroup.visible(side).containsAll(needed);
    }
}
