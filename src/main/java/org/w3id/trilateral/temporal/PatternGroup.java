package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Table;
import org.apache.jena.sparql.algebra.TableFactory;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_Exists;
import org.apache.jena.sparql.expr.E_LogicalAnd;
import org.apache.jena.sparql.expr.E_LogicalNot;
import org.apache.jena.sparql.expr.E_LogicalOr;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;

import org.w3id.trilateral.temporal.Part.Form;

/**
 * A group of SPARQL taken apart: its parts in their order, and the conditions of its filters, one by one.
 *
 * @param parts      triples, paths, other patterns, optional ones and bound variables
 * @param conditions all must hold
 */
record PatternGroup(List<Part> parts, List<Expr> conditions) {
    PatternGroup {
        parts = List.copyOf(parts);
        conditions = List.copyOf(conditions);
    }

    static PatternGroup of(Op op) {
        List<Expr> conditions = new ArrayList<>();
        Op rest = op;
        while (rest instanceof OpFilter filter) {
            filter.getExprs().forEach(e -> splitConditions(e, conditions));
            rest = filter.getSubOp();
        }
        List<Part> parts = new ArrayList<>();
        split(rest, parts);
        return new PatternGroup(parts, conditions);
    }

    static void splitConditions(Expr condition, List<Expr> conditions) {
        if (condition instanceof E_LogicalAnd and) {
            splitConditions(and.getArg1(), conditions);
            splitConditions(and.getArg2(), conditions);
        } else if (condition instanceof E_LogicalNot not && not.getArg() instanceof E_LogicalOr or) {
            splitConditions(new E_LogicalNot(or.getArg1()), conditions);
            splitConditions(new E_LogicalNot(or.getArg2()), conditions);
        } else if (condition instanceof E_LogicalNot not && not.getArg() instanceof E_LogicalNot twice) {
            splitConditions(twice.getArg(), conditions);
        } else if (condition instanceof E_LogicalNot not && not.getArg() instanceof E_Exists exists) {
            conditions.add(new E_NotExists(exists.getElement(), exists.getGraphPattern()));
        } else if (condition instanceof E_LogicalNot not && not.getArg() instanceof E_NotExists none) {
            conditions.add(new E_Exists(none.getElement(), none.getGraphPattern()));
        } else {
            conditions.add(condition);
        }
    }

    private static void split(Op op, List<Part> parts) {
        if (op instanceof OpExtend extend) {
            split(extend.getSubOp(), parts);
            boolean begins = OpJoin.isJoinIdentify(extend.getSubOp());
            extend.getVarExprList().forEachVarExpr((variable, expression) -> parts.add(begins && expression.isConstant()
                    ? Part.fixed(variable, expression.getConstant().asNode()) : Part.bind(variable, expression)));
        } else if (op instanceof OpLeftJoin optional) {
            split(optional.getLeft(), parts);
            parts.add(Part.optional(optional.getRight(), optional.getExprs()));
        } else if (op instanceof OpJoin join) {
            split(join.getLeft(), parts);
            splitJoined(join.getRight(), parts);
        } else {
            splitJoined(op, parts);
        }
    }

    static void splitJoined(Op op, List<Part> parts) {
        if (op instanceof OpJoin join && isPlain(join)) {
            split(join, parts);
        } else if (op instanceof OpSequence sequence && isPlain(sequence)) {
            sequence.getElements().forEach(element -> splitJoined(element, parts));
        } else if (op instanceof OpBGP bgp) {
            for (Triple triple : bgp.getPattern()) {
                parts.add(Part.of(triple));
            }
        } else if (op instanceof OpTable table) {
            table(table).ifPresent(parts::add);
        } else {
            parts.add(Part.joined(op, Form.JOIN));
        }
    }

    static boolean isPlain(Op op) {
        if (op instanceof OpSequence sequence) {
            return sequence.getElements().stream().allMatch(PatternGroup::isPlain);
        }
        return op instanceof OpJoin join ? isPlain(join.getLeft()) && isPlain(join.getRight())
                : op instanceof OpBGP || op instanceof OpPath || op instanceof OpTable;
    }

    /** A table of one row says nothing of the variables that it leaves unbound. */
    private static Optional<Part> table(OpTable op) {
        if (op.getTable().size() != 1) {
            return Optional.of(Part.joined(op, Form.JOIN));
        }
        Binding row = op.getTable().rows().next();
        if (row.isEmpty()) {
            return Optional.empty();
        }
        Table bound = TableFactory.create(new ArrayList<>(row.varsMentioned()));
        bound.addBinding(row);
        return Optional.of(Part.joined(OpTable.create(bound), Form.FIXED));
    }

    /** The parts as one operator, in their order. */
    static Op build(List<Part> parts, List<Expr> conditions) {
        Op op = null;
        BasicPattern triples = new BasicPattern();
        for (Part part : parts) {
            if (part.form() == Form.JOIN && part.op() instanceof OpBGP bgp) {
                triples.addAll(bgp.getPattern());
                continue;
            }
            op = joined(op, triples);
            triples = new BasicPattern();
            op = switch (part.form()) {
                case JOIN, FIXED -> op == null ? part.op() : OpJoin.create(op, part.op());
                case OPTIONAL -> OpLeftJoin.create(orUnit(op), part.op(), asList(part.expressions()));
                case BIND -> OpExtend.create(orUnit(op), part.variable(), part.expressions().get(0));
            };
        }
        return filtered(orUnit(joined(op, triples)), conditions);
    }

    static Op filtered(Op op, List<Expr> conditions) {
        return conditions.isEmpty() ? op : OpFilter.filterBy(new ExprList(conditions), op);
    }

    private static ExprList asList(List<Expr> conditions) {
        return conditions.isEmpty() ? null : new ExprList(conditions);
    }

    private static Op joined(Op op, BasicPattern triples) {
        if (triples.isEmpty()) {
            return op;
        }
        return op == null ? new OpBGP(triples) : OpJoin.create(op, new OpBGP(triples));
    }

    private static Op orUnit(Op op) {
        return op == null ? OpTable.unit() : op;
    }

    /**
     * True if one of the variables is what a triple is about: then look-ups by it are cheaper than sorting all there
     * is.
     */
    boolean isAboutAny(Set<Var> variables) {
        return parts.stream()
                .anyMatch(part -> part.form() == Form.JOIN && variables.stream().anyMatch(part.subject()::equals));
    }

    /** Variables that the parts may bind. */
    static Set<Var> visible(List<Part> parts) {
        Set<Var> found = new HashSet<>();
        parts.forEach(part -> found.addAll(part.visible()));
        return found;
    }

    /** Variables that the parts bind in every solution. */
    static Set<Var> certain(List<Part> parts) {
        Set<Var> found = new HashSet<>();
        parts.forEach(part -> found.addAll(part.certain()));
        return found;
    }

    /**
     * True if the joined parts may be done in any order, before the optional ones and the bound variables: none of
     * those looks at a variable that it finds unbound and that a later join binds, or leaves one unbound that a later
     * join needs.
     */
    boolean isWellOrdered() {
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            List<Part> joinsAfter = parts.subList(i + 1, parts.size()).stream().filter(Part::isJoined).toList();
            Set<Var> open = new HashSet<>(part.visible());
            open.removeAll(part.certain());
            if (part.isJoined()) {
                if (parts.stream().anyMatch(other -> other != part && other.mentionsAny(open))) {
                    return false;
                }
                continue;
            }
            Set<Var> before = certain(parts.subList(0, i));
            open.removeAll(before);
            Set<Var> late = visible(joinsAfter);
            late.retainAll(part.mentioned());
            if (!before.containsAll(late) || joinsAfter.stream().anyMatch(other -> other.mentionsAny(open))) {
                return false;
            }
        }
        return true;
    }
}
