package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVar;

import org.w3id.trilateral.temporal.TemporalJoin.Mode;

/**
 * {@code EXISTS} as a value, or as one part of a condition: a join binds a variable to true or false, and the variable
 * takes its place. Such a variable follows from the rest of its row. It is named after what it was made from, and where
 * two sides of a join would have one of the same name, there is no join of ours.
 */
final class Marks {
    private static final String NAME = ".exists";

    private Op raw;
    private Op planned;
    private int made;

    private Marks(Op raw, Op planned) {
        this.raw = raw;
        this.planned = planned;
    }

    /** Binds a variable above a planned operator. */
    static Op extended(Op raw, Op planned, Var variable, Expr value) {
        if (value instanceof ExprFunctionOp exists) {
            return ExistsPlanner.marked(exists, raw, planned, variable)
                    .orElseGet(() -> OpExtend.create(planned, variable, value));
        }
        Marks marks = new Marks(raw, planned);
        Expr plain = marks.plain(value);
        if (marks.made == 0) {
            return OpExtend.create(planned, variable, value);
        }
        return OpExtend.create(marks.planned, variable, plain);
    }

    /** Filters a planned operator; empty where no join comes of it. */
    static Optional<Op> filtered(Op raw, Op planned, Expr condition) {
        if (Conditions.isMadeUnion(condition)) {
            return Optional.empty();
        }
        Marks marks = new Marks(raw, planned);
        Expr plain = marks.plain(condition);
        return marks.made == 0 ? Optional.empty() : Optional.of(OpFilter.filter(plain, marks.planned));
    }

    /** A group whose values look for something, above a join that does; empty where none comes of it. */
    static Optional<Op> grouped(OpGroup op) {
        boolean looks = op.getGroupVars().getExprs().values().stream().anyMatch(Variables::hasPattern)
                || op.getAggregators().stream().map(a -> a.getAggregator().getExprList())
                .anyMatch(values -> values != null && values.getList().stream().anyMatch(Variables::hasPattern));
        if (!looks) {
            return Optional.empty();
        }
        Marks marks = new Marks(op.getSubOp(), Planner.plan(op.getSubOp()));
        VarExprList keys = new VarExprList();
        op.getGroupVars().forEachVarExpr((variable, value) -> {
            if (value == null) {
                keys.add(variable);
            } else {
                keys.add(variable, marks.plain(value));
            }
        });
        List<ExprAggregator> values = op.getAggregators().stream().map(marks::plain).toList();
        return marks.made == 0 ? Optional.empty() : Optional.of(new OpGroup(marks.planned, keys, values));
    }

    /** An order by whether there is something, above a planned operator. */
    static Op ordered(OpOrder op, Op planned) {
        Marks marks = new Marks(op.getSubOp(), planned);
        List<SortCondition> conditions = op.getConditions().stream()
                .map(c -> new SortCondition(marks.plain(c.getExpression()), c.getDirection())).toList();
        return marks.made == 0 ? op.copy(planned) : new OpOrder(marks.planned, conditions);
    }

    private ExprAggregator plain(ExprAggregator given) {
        ExprList values = given.getAggregator().getExprList();
        return values == null ? given : new ExprAggregator(given.getVar(),
                given.getAggregator().copy(new ExprList(values.getList().stream().map(this::plain).toList())));
    }

    /** True if both have such a variable of one name. */
    static boolean clash(Op left, Op right) {
        Set<Var> shared = in(left);
        shared.retainAll(in(right));
        return !shared.isEmpty();
    }

    /** The solutions without such variables, of an operator that is no projection. */
    static Op without(Op op) {
        if (in(op).isEmpty()) {
            return op;
        }
        Set<Var> visible = OpVars.visibleVars(op);
        visible.removeIf(Marks::isOurs);
        return new OpProject(op, new ArrayList<>(visible));
    }

    private static Set<Var> in(Op op) {
        return Joins.in(op).stream().filter(join -> join.mode() == Mode.MARK).map(TemporalJoin::mark)
                .filter(Marks::isOurs).collect(Collectors.toSet());
    }

    private static boolean isOurs(Var variable) {
        return variable.getVarName().startsWith(NAME);
    }

    private Expr plain(Expr expression) {
        if (expression instanceof ExprFunctionOp exists) {
            Var variable = Var.alloc(NAME + Integer.toHexString(31 * raw.hashCode() + exists.hashCode()));
            Optional<Op> join = in(planned).contains(variable) ? Optional.empty()
                    : ExistsPlanner.marked(exists, raw, planned, variable);
            join.ifPresent(found -> {
                planned = found;
                raw = OpExtend.create(raw, variable, exists);
                made++;
            });
            return join.isPresent() ? new ExprVar(variable) : expression;
        }
        if (!(expression instanceof ExprFunction function) || !Variables.hasPattern(expression)) {
            return expression;
        }
        List<Expr> arguments = function.getArgs().stream().map(this::plain).toList();
        if (function instanceof ExprFunction1 one) {
            return one.copy(arguments.get(0));
        } else if (function instanceof ExprFunction2 two) {
            return two.copy(arguments.get(0), arguments.get(1));
        } else if (function instanceof ExprFunction3 three) {
            return three.copy(arguments.get(0), arguments.get(1), arguments.get(2));
        }
        return function instanceof ExprFunctionN several ? several.copy(new ExprList(arguments)) : expression;
    }
}
