package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.jena.atlas.io.IndentedWriter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitor;
import org.apache.jena.sparql.algebra.Transform;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpExt;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.serializer.SerializationContext;
import org.apache.jena.sparql.util.NodeIsomorphismMap;

import org.w3id.trilateral.temporal.TemporalGroup.Fold.Form;
import org.w3id.trilateral.temporal.TemporalJoin.Rewriting;

/**
 * An operator of ARQ that groups the pairs of a join by variables of its left side, and makes no pair: it counts them,
 * or looks for the least or greatest key. As {@link TemporalJoin}, it is made of parts that are optimized already.
 */
final class TemporalGroup extends OpExt implements Rewritable {
    private static final String TAG = "temporal-group";

    /**
     * One value of each group.
     *
     * @param variable what it is bound to
     * @param form     how it is made
     * @param value    whose least or greatest is looked for
     */
    record Fold(Var variable, Form form, Expr value) {
        /** Pairs are counted, or left rows without a partner too; or the least or greatest value is looked for. */
        enum Form { COUNT, COUNT_ALONE, LEAST, GREATEST }

        boolean isCount() {
            return form == Form.COUNT || form == Form.COUNT_ALONE;
        }
    }

    /**
     * The same solutions in three ways.
     *
     * @param plain  by plain operators
     * @param joined from all pairs of the join
     * @param join   whose pairs are grouped
     */
    record Ways(Op plain, Op joined, TemporalJoin join) {
    }

    private final Ways ways;
    private final List<Var> groupVars;
    private final List<Fold> folds;

    TemporalGroup(Ways ways, List<Var> groupVars, List<Fold> folds) {
        super(TAG);
        this.ways = ways;
        this.groupVars = List.copyOf(groupVars);
        this.folds = List.copyOf(folds);
    }

    /**
     * The same, with the groups of left rows without a partner.
     *
     * @param plain does so in plain operators
     */
    TemporalGroup ofEachLeft(Op plain) {
        return new TemporalGroup(new Ways(plain, plain, ways.join().optional()), groupVars, folds.stream()
                .map(fold -> new Fold(fold.variable(), Form.COUNT, fold.value())).toList());
    }

    @Override
    public TemporalGroup rewritten(Rewriting rewriting) {
        return new TemporalGroup(new Ways(rewriting.of(ways.plain()), rewriting.of(ways.joined()),
                ways.join().rewritten(rewriting)), groupVars, folds);
    }

    @Override
    public TemporalGroup within(Node graph) {
        return new TemporalGroup(new Ways(ways.plain(), Joins.within(graph, ways.joined()), ways.join().within(graph)),
                groupVars, folds);
    }

    @Override
    public List<TemporalJoin> joins() {
        return join().joins();
    }

    /** What is bound behind a group: by the group itself, where a value of it is only given another name. */
    static Op named(OpExtend naming, Op below) {
        Map<Var, Expr> names = naming.getVarExprList().getExprs();
        if (!(below instanceof TemporalGroup group)
                || !group.folds.stream().allMatch(fold -> fold.value() instanceof ExprVar)) {
            return naming.copy(below);
        }
        List<Fold> named = new ArrayList<>(group.folds);
        names.forEach((name, value) -> group.folds.stream()
                .filter(fold -> value instanceof ExprVar same && same.asVar().equals(fold.variable()))
                .forEach(fold -> named.add(new Fold(name, fold.form(), fold.value()))));
        return named.size() < group.folds.size() + names.size() ? naming.copy(below)
                : new TemporalGroup(new Ways(naming.copy(group.ways.plain()), naming.copy(group.ways.joined()),
                group.join()), group.groupVars, named);
    }

    TemporalJoin join() {
        return ways.join();
    }

    Op joined() {
        return ways.joined();
    }

    List<Var> groupVars() {
        return groupVars;
    }

    List<Fold> folds() {
        return folds;
    }

    @Override
    public Op effectiveOp() {
        return ways.plain();
    }

    @Override
    public QueryIterator eval(QueryIterator input, ExecutionContext context) {
        return Joins.notRoot(input, context).map(rows -> QC.execute(ways.plain(), rows, context))
                .orElseGet(() -> new GroupRows(this, context));
    }

    @Override
    public Op apply(Transform transform) {
        return Transformer.transform(transform, ways.plain());
    }

    @Override
    public Op apply(Transform transform, OpVisitor before, OpVisitor after) {
        Rewriting quads = op -> Transformer.transformSkipService(transform, null, op, before, after);
        return new TemporalGroup(new Ways(quads.of(ways.plain()), quads.of(ways.joined()),
                (TemporalJoin) ways.join().apply(transform, before, after)),
                groupVars, folds);
    }

    @Override
    public void outputArgs(IndentedWriter out, SerializationContext context) {
        out.println(groupVars + " " + folds.stream().map(Fold::variable).toList());
        ways.join().output(out, context);
        out.ensureStartOfLine();
    }

    @Override
    public int hashCode() {
        return ways.plain().hashCode();
    }

    @Override
    public boolean equalTo(Op other, NodeIsomorphismMap labels) {
        return other instanceof TemporalGroup group && ways.plain().equalTo(group.ways.plain(), labels);
    }
}
