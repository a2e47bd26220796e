package org.w3id.trilateral.temporal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExt;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpReduced;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_Bound;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.Unstable;
import org.apache.jena.vocabulary.XSD;

/** What is known of the variables of an operator or expression before it runs. */
final class Variables {
    private Variables() {
    }

    /** Variables bound in every solution. A few that are too may be missing; ARQ's own list has some that are not. */
    static Set<Var> certain(Op op) {
        Set<Var> found = new HashSet<>();
        if (op instanceof OpBGP || op instanceof OpPath) {
            found.addAll(OpVars.visibleVars(op));
        } else if (op instanceof OpExt extension) {
            found.addAll(certain(extension.effectiveOp()));
        } else if (op instanceof OpJoin join) {
            found.addAll(certain(join.getLeft()));
            found.addAll(certain(join.getRight()));
        } else if (op instanceof OpSequence sequence) {
            sequence.getElements().forEach(element -> found.addAll(certain(element)));
        } else if (op instanceof OpUnion union) {
            found.addAll(certain(union.getLeft()));
            found.retainAll(certain(union.getRight()));
        } else if (op instanceof OpLeftJoin || op instanceof OpMinus) {
            found.addAll(certain(((Op2) op).getLeft()));
        } else if (op instanceof OpTable table) {
            found.addAll(certain(table));
        } else if (op instanceof Op1 single) {
            found.addAll(certainAbove(single));
        }
        return found;
    }

    private static Set<Var> certain(OpTable op) {
        Set<Var> found = new HashSet<>(op.getTable().getVars());
        for (Binding row : (Iterable<Binding>) () -> op.getTable().rows()) {
            found.removeIf(variable -> !row.contains(variable));
        }
        return found;
    }

    private static Set<Var> certainAbove(Op1 op) {
        Set<Var> below = certain(op.getSubOp());
        if (op instanceof OpGraph graph) {
            if (Var.isVar(graph.getNode())) {
                below.add(Var.alloc(graph.getNode()));
            }
            return below;
        } else if (op instanceof OpProject project) {
            below.retainAll(project.getVars());
            return below;
        } else if (op instanceof OpGroup group) {
            below.retainAll(group.getGroupVars().getVars());
            below.removeAll(group.getGroupVars().getExprs().keySet());
            return below;
        }
        boolean keeps = op instanceof OpFilter || op instanceof OpExtend || op instanceof OpDistinct
                || op instanceof OpReduced
                || op instanceof OpOrder || op instanceof OpSlice;
        return keeps ? below : Set.of();
    }

    /** Variables that may be bound in a solution. */
    static Set<Var> visible(Op op) {
        return new HashSet<>(OpVars.visibleVars(op));
    }

    /** All variables in an operator, those within its expressions, and within their patterns, too. */
    static Set<Var> mentioned(Op op) {
        Set<Var> found = new HashSet<>(OpVars.mentionedVars(op));
        Walker.walk(op, new OpVisitorBase() { }, new Collector(found));
        return found;
    }

    /** All variables in an expression, those within its patterns too. */
    static Set<Var> mentioned(Expr expression) {
        Set<Var> found = new HashSet<>();
        Walker.walk(expression, new OpVisitorBase() { }, new Collector(found));
        return found;
    }

    /** All variables in expressions. */
    static Set<Var> mentioned(List<Expr> expressions) {
        Set<Var> found = new HashSet<>();
        expressions.forEach(e -> found.addAll(mentioned(e)));
        return found;
    }

    /** True if a pattern stands in it: {@code EXISTS}. */
    static boolean hasPattern(Expr expression) {
        return any(expression, ExprFunctionOp.class::isInstance);
    }

    /** True if it asks whether one of the variables is bound. */
    static boolean asksIfBound(Expr expression, Set<Var> variables) {
        return any(expression, e -> e instanceof E_Bound bound && bound.getArg() instanceof ExprVar variable
                && variables.contains(variable.asVar()));
    }

    /** True if it may have another value each time. A function of another's making is taken to be so. */
    static boolean isUnstable(Expr expression) {
        return any(expression, e -> e instanceof Unstable || e instanceof E_Function function
                && !isStandard(function.getFunctionIRI()));
    }

    private static boolean isStandard(String iri) {
        return iri.startsWith(XSD.getURI()) || iri.startsWith(ARQConstants.fnPrefix)
                || iri.startsWith(ARQConstants.mathPrefix);
    }

    /** True if something in an expression passes a test. */
    static boolean any(Expr expression, Predicate<Expr> test) {
        Finder finder = new Finder(test);
        Walker.walk(expression, new OpVisitorBase() { }, finder);
        return finder.found;
    }

    private static final class Collector extends ExprVisitorBase {
        private final Set<Var> found;

        Collector(Set<Var> found) {
            this.found = found;
        }

        @Override
        public void visit(ExprVar variable) {
            found.add(variable.asVar());
        }

        @Override
        public void visit(ExprFunctionOp function) {
            found.addAll(OpVars.mentionedVars(function.getGraphPattern()));
        }
    }

    private static final class Finder extends ExprVisitorBase {
        private final Predicate<Expr> test;
        private boolean found;

        Finder(Predicate<Expr> test) {
            this.test = test;
        }

        @Override
        public void visit(ExprFunction0 function) {
            found |= test.test(function);
        }

        @Override
        public void visit(ExprFunction1 function) {
            found |= test.test(function);
        }

        @Override
        public void visit(ExprFunction2 function) {
            found |= test.test(function);
        }

        @Override
        public void visit(ExprFunction3 function) {
            found |= test.test(function);
        }

        @Override
        public void visit(ExprFunctionN function) {
            found |= test.test(function);
        }

        @Override
        public void visit(ExprFunctionOp function) {
            found |= test.test(function);
        }
    }
}
