package org.w3id.trilateral.temporal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Table;
import org.apache.jena.sparql.algebra.TableFactory;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * One step in the making of a group's solutions.
 *
 * @param form        how it changes what came before it
 * @param op          the pattern that is joined; for {@link Form#BIND} the unit table
 * @param expressions conditions of an optional part, or the one expression of a bound variable
 * @param certain     variables that it binds in every solution
 * @param visible     variables that it may bind
 * @param mentioned   all variables in it
 */
record Part(Form form, Op op, List<Expr> expressions, Set<Var> certain, Set<Var> visible, Set<Var> mentioned) {
    /**
     * {@code FIXED} is a {@code VALUES} block of one row, or a known term that a group begins with; its variables are
     * as good as constants.
     */
    enum Form { JOIN, FIXED, OPTIONAL, BIND }

    static Part of(Triple triple) {
        BasicPattern pattern = new BasicPattern();
        pattern.add(triple);
        return joined(new OpBGP(pattern), Form.JOIN);
    }

    static Part joined(Op op, Form form) {
        return new Part(form, op, List.of(), Variables.certain(op), Variables.visible(op), Variables.mentioned(op));
    }

    /** A known value. */
    static Part fixed(Var variable, Node value) {
        Table row = TableFactory.create(List.of(variable));
        row.addBinding(BindingFactory.binding(variable, value));
        return joined(OpTable.create(row), Form.FIXED);
    }

    static Part optional(Op op, ExprList conditions) {
        List<Expr> expressions = conditions == null ? List.of() : conditions.getList();
        Set<Var> mentioned = Variables.mentioned(op);
        mentioned.addAll(Variables.mentioned(expressions));
        return new Part(Form.OPTIONAL, op, expressions, Set.of(), Variables.visible(op), mentioned);
    }

    static Part bind(Var variable, Expr expression) {
        Set<Var> mentioned = new HashSet<>(Variables.mentioned(expression));
        mentioned.add(variable);
        return new Part(Form.BIND, OpTable.unit(), List.of(expression), Set.of(), Set.of(variable), mentioned);
    }

    /** The variable of a {@link Form#BIND}. */
    Var variable() {
        return visible.iterator().next();
    }

    /** The values of a {@link Form#FIXED} part. */
    Map<Var, Expr> constants() {
        Map<Var, Expr> values = new HashMap<>();
        ((OpTable) op).getTable().rows().forEachRemaining(row ->
                row.forEach((variable, term) -> values.put(variable, NodeValue.makeNode(term))));
        return values;
    }

    /** What the part is about: parts with the same subject belong together. */
    Object subject() {
        if (op instanceof OpBGP bgp && bgp.getPattern().size() == 1) {
            return bgp.getPattern().get(0).getSubject();
        }
        return op instanceof OpPath path ? path.getTriplePath().getSubject() : this;
    }

    /** True unless it is optional or binds a variable. */
    boolean isJoined() {
        return form == Form.JOIN || form == Form.FIXED;
    }

    /** How many of its places hold a term, or a variable as good as one: a guess at how few solutions it has. */
    int terms(Set<Var> fixed) {
        if (op instanceof OpBGP bgp) {
            Triple triple = bgp.getPattern().get(0);
            return (isKnown(triple.getSubject(), fixed) ? 2 : 0) + (isKnown(triple.getObject(), fixed) ? 1 : 0);
        }
        return 0;
    }

    private static boolean isKnown(Node node, Set<Var> fixed) {
        return node.isConcrete() || fixed.contains(node);
    }

    boolean mentionsAny(Set<Var> variables) {
        return variables.stream().anyMatch(mentioned::contains);
    }
}
