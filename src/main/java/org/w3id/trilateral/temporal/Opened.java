package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.E_Bound;
import org.apache.jena.sparql.expr.E_Coalesce;
import org.apache.jena.sparql.expr.E_If;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.E_OneOfBase;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;

import org.w3id.trilateral.temporal.Part.Form;

/** A group with fewer walls in it: the same solutions, and more that may be split. */
final class Opened {
    private Opened() {
    }

    /**
     * The group with those within it taken apart too, where that makes no difference, and with optional parts joined
     * that are needed.
     */
    static PatternGroup of(PatternGroup group) {
        return flat(joined(group));
    }

    private static PatternGroup flat(PatternGroup group) {
        List<Part> parts = group.parts();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part.form() == Form.JOIN && isGroup(part.op()) && isApart(group, part)) {
                PatternGroup inner = PatternGroup.of(part.op());
                List<Part> newParts = new ArrayList<>(parts.subList(0, i));
                newParts.addAll(inner.parts());
                newParts.addAll(parts.subList(i + 1, parts.size()));
                List<Expr> newConditions = new ArrayList<>(group.conditions());
                newConditions.addAll(inner.conditions());
                return flat(new PatternGroup(newParts, newConditions));
            }
        }
        return group;
    }

    private static boolean isGroup(Op op) {
        return op instanceof OpFilter || op instanceof OpLeftJoin || op instanceof OpExtend
                || op instanceof OpJoin join && !PatternGroup.isPlain(join);
    }

    /** True if no other part looks at a variable that the part does not always bind. */
    private static boolean isApart(PatternGroup group, Part part) {
        Set<Var> open = new HashSet<>(part.mentioned());
        open.removeAll(part.certain());
        return group.parts().stream().noneMatch(other -> other != part && other.mentionsAny(open));
    }

    /** Joins optional parts where a comparison drops each solution that lacks them. */
    private static PatternGroup joined(PatternGroup group) {
        List<Part> parts = new ArrayList<>();
        for (Part part : group.parts()) {
            if (part.form() == Form.OPTIONAL
                    && group.conditions().stream().anyMatch(condition -> needs(group, condition, part))) {
                PatternGroup.splitJoined(PatternGroup.filtered(part.op(), part.expressions()), parts);
            } else {
                parts.add(part);
            }
        }
        return parts.equals(group.parts()) ? group : new PatternGroup(parts, group.conditions());
    }

    /** True if a condition cannot hold where a part, that alone binds one of its variables, is missing. */
    private static boolean needs(PatternGroup group, Expr condition, Part part) {
        Set<Var> own = new HashSet<>(part.visible());
        group.parts().stream().filter(other -> other != part).forEach(other -> own.removeAll(other.visible()));
        return condition instanceof ExprFunction2 comparison && Relation.of(comparison).isPresent()
                && isStrict(condition)
                && Variables.mentioned(condition).stream().anyMatch(own::contains);
    }

    /** True if it is an error wherever one of its variables is unbound. */
    private static boolean isStrict(Expr expression) {
        return !Variables.hasPattern(expression) && !Variables.isUnstable(expression)
                && !Variables.any(expression,
                e -> e instanceof E_Coalesce || e instanceof E_Bound || e instanceof E_If
                        || e instanceof E_LogicalOr || e instanceof E_LogicalAnd || e instanceof E_OneOfBase);
    }
}
