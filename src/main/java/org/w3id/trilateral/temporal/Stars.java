package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;

import org.w3id.trilateral.temporal.Part.Form;

/**
 * The joined parts of a group by what they are about: triples with one subject make a star, as does any other joined
 * part. A triple of a known subject belongs to the star of its object, if there is such.
 */
final class Stars {
    private final PatternGroup group;
    private final Set<Var> fixed;
    private final List<Expr> conditions;
    private final Map<Object, Set<Part>> stars = new LinkedHashMap<>();

    /**
     * The stars of a group.
     *
     * @param fixed      variables that are as good as constants
     * @param conditions of the group, without bound variables
     * @param chained    true if a star whose subject stands in one other alone belongs to that
     */
    Stars(PatternGroup group, Set<Var> fixed, List<Expr> conditions, boolean chained) {
        this.group = group;
        this.fixed = fixed;
        this.conditions = conditions;
        Set<Object> subjects = new HashSet<>();
        group.parts().stream().filter(part -> part.form() == Form.JOIN).forEach(part -> subjects.add(part.subject()));
        for (Part part : group.parts()) {
            if (part.form() == Form.JOIN) {
                stars.computeIfAbsent(key(part, subjects), subject -> new HashSet<>()).add(part);
            }
        }
        if (chained) {
            chain();
        }
    }

    /** Puts each star to the one that its subject stands in, from the last one on. */
    private void chain() {
        List<Object> subjects = new ArrayList<>(stars.keySet());
        Collections.reverse(subjects);
        for (Object subject : subjects) {
            List<Object> others = stars.keySet().stream().filter(other -> other != subject && subject instanceof Var
                    && !(other instanceof Part) && variables(other).contains(subject)).toList();
            if (others.size() == 1 && !variables(subject).contains(others.get(0))) {
                stars.get(others.get(0)).addAll(stars.remove(subject));
            }
        }
    }

    private static Object key(Part part, Set<Object> subjects) {
        boolean known = part.subject() instanceof Node subject && subject.isConcrete();
        return known ? part.visible().stream().<Object>map(object -> object).filter(subjects::contains).findFirst()
                .orElse(part.subject())
                : part.subject();
    }

    /** What the stars are about. */
    Set<Object> all() {
        return stars.keySet();
    }

    /** What the star of a part is about. */
    Object of(Part part) {
        return stars.entrySet().stream().filter(star -> star.getValue().contains(part)).findFirst().orElseThrow()
                .getKey();
    }

    /**
     * The stars that an expression looks at, in the order of the group; one in which a variable occurs stands for all
     * of them.
     */
    List<Object> of(Expr expression) {
        Set<Object> found = new HashSet<>();
        if (expression instanceof ExprFunction) {
            Set<Var> variables = Variables.mentioned(expression);
            variables.removeAll(fixed);
            variables.forEach(variable -> of(variable).ifPresent(found::add));
        }
        return stars.keySet().stream().filter(found::contains).toList();
    }

    /** The two stars that a comparison ties, perhaps by values of a table; else another number. */
    List<Object> ends(Expr condition) {
        List<Object> all = of(condition);
        return all.size() < 3 ? all : all.stream().filter(star -> !isTable(star)).toList();
    }

    private Optional<Object> of(Var variable) {
        if (stars.containsKey(variable)) {
            return Optional.of(variable);
        }
        for (Map.Entry<Object, Set<Part>> star : stars.entrySet()) {
            if (star.getValue().stream().anyMatch(part -> part.visible().contains(variable))) {
                return Optional.of(star.getKey());
            }
        }
        return group.parts().stream().filter(part -> part.form() == Form.OPTIONAL && part.visible().contains(variable))
                .flatMap(part -> stars.keySet().stream()
                .filter(star -> star instanceof Var subject && part.mentioned().contains(subject)
                        || part.mentionsAny(variables(star)))).findFirst();
    }

    private Set<Var> variables(Object star) {
        Set<Var> found = PatternGroup.visible(List.copyOf(stars.get(star)));
        found.removeAll(fixed);
        return found;
    }

    Set<Var> variables(Collection<Object> some) {
        Set<Var> found = new HashSet<>();
        some.forEach(star -> found.addAll(variables(star)));
        return found;
    }

    /**
     * Those of some stars that are tied, however loosely, to one of the group: no more can be made of the others than a
     * product.
     */
    Set<Object> tied(Object star, Set<Object> some) {
        Set<Object> found = reached(star, stars.keySet(), true);
        found.retainAll(some);
        return found;
    }

    /** The stars among some that can be come to from one, over common variables, and over comparisons if so said. */
    Set<Object> reached(Object from, Set<Object> some, boolean overConditions) {
        Set<Object> found = new HashSet<>(Set.of(from));
        for (boolean grows = true; grows;) {
            Set<Var> near = variables(found);
            grows = some.stream().filter(star -> variables(star).stream().anyMatch(near::contains)).map(found::add)
                    .reduce(false, Boolean::logicalOr);
            grows |= overConditions && growOverConditions(found, some);
        }
        return found;
    }

    private boolean growOverConditions(Set<Object> found, Set<Object> some) {
        boolean grows = false;
        for (Expr condition : conditions) {
            List<Object> ends = of(condition);
            boolean touches = ends.stream().anyMatch(found::contains);
            grows |= touches && ends.stream().filter(some::contains).map(found::add).reduce(false, Boolean::logicalOr);
        }
        return grows;
    }

    /**
     * How many of some stars hang on the others by a variable that neither is about, and by no comparison: their pairs
     * are many.
     */
    int loose(Set<Object> some) {
        Set<Object> left = new HashSet<>(some);
        int groups = 0;
        while (!left.isEmpty()) {
            Set<Object> found = new HashSet<>(Set.of(left.iterator().next()));
            for (boolean grows = true; grows;) {
                grows = left.stream().filter(star -> found.stream().anyMatch(other -> isLinked(star, other)))
                        .map(found::add)
                        .reduce(false, Boolean::logicalOr);
                grows |= growOverConditions(found, left);
            }
            left.removeAll(found);
            groups++;
        }
        return Math.max(0, groups - 1);
    }

    private boolean isLinked(Object star, Object other) {
        return variables(star).contains(other) || variables(other).contains(star) || isTable(star) || isTable(other);
    }

    private static boolean isTable(Object star) {
        return star instanceof Part part && part.op() instanceof OpTable;
    }
}
