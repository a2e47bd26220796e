package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVar;

/**
 * {@code EXISTS} as a value, or as one part of a condition: a join binds a variable to true or false, and the variable takes
 * its place. Variables so made are seen nowhere else.
 */
final class Marks {
    private static final String NAME = ".exists";

    private final Set<Var> visible;
    private Op raw;
    private Op planned;
    private int made;

    private Marks(Op raw, Op planned) {
        this.raw = raw;
        this.planned = planned;
        this.visible = Variables.visible(raw);
    }

    /** Binds a variable above a planned operator. */
    static Op extended(Op raw, Op planned, Var variable, Expr value) {
        if (value instanceof ExprFunctionOp exists) {
            return ExistsPlanner.marked(exists, raw, planned, variable).<Op>map(join -> join)
                    .orElseGet(() -> OpExtend.create(planned, variable, value));
        }
        Marks marks = new Marks(raw, planned);
        Expr plain = marks.plain(value);
        if (marks.made == 0) {
            return OpExtend.create(planned, variable, value);
        }
        List<Var> kept = new ArrayList<>(marks.visible);
        kept.add(variable);
        return new OpProject(OpExtend.create(marks.planned, variable, plain), kept);
    }

    /** Filters a planned operator; empty where no join comes of it. */
    static Optional<Op> filtered(Op raw, Op planned, Expr condition) {
        if (Conditions.isMadeUnion(condition)) {
            return Optional.empty();
        }
        Marks marks = new Marks(raw, planned);
        Expr plain = marks.plain(condition);
        return marks.made == 0 ? Optional.empty() : Optional.of(new OpProject(OpFilter.filter(plain, marks.planned), new ArrayList<>(marks.visible)));
    }

    private Expr plain(Expr expression) {
        if (expression instanceof ExprFunctionOp exists) {
            Var variable = Var.alloc(NAME + made);
            Optional<TemporalJoin> join = ExistsPlanner.marked(exists, raw, planned, variable);
            join.ifPresent(found -> {
                planned = found;
                raw = found.effectiveOp();
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
