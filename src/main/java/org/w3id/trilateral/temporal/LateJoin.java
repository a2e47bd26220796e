package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.apache.jena.atlas.io.IndentedWriter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitor;
import org.apache.jena.sparql.algebra.Transform;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpExt;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIter;
import org.apache.jena.sparql.engine.iterator.QueryIterRoot;
import org.apache.jena.sparql.engine.join.Join;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.serializer.SerializationContext;
import org.apache.jena.sparql.sse.writers.WriterOp;
import org.apache.jena.sparql.util.NodeIsomorphismMap;

import org.w3id.trilateral.temporal.TemporalJoin.Rewriting;

/**
 * An operator of ARQ that joins a pattern with one that holds time-window joins. ARQ would put the values of each left
 * row into the right side and run it again, which is right for few rows; with more of them the right side is run once.
 */
final class LateJoin extends OpExt implements Rewritable {
    private static final String TAG = "late-join";
    private static final int FEW = 16;
    private static final int FEW_BACK = 256;

    /**
     * How the sides are joined when there are many left rows; with {@code SIDE_BY_SIDE} and {@code OPTIONAL_BESIDE},
     * however many there are; with {@code DECIDED} the left side is all, if places alone decide its joins; with
     * {@code JOINED_BACK} the right side has no join, and what it is joined by is looked up term by term.
     */
    enum Form { TURNED, HASHED, OPTIONAL, SIDE_BY_SIDE, OPTIONAL_BESIDE, DECIDED, JOINED_BACK }

    /**
     * What is joined.
     *
     * @param left  rows that may be few
     * @param right with joins in it
     * @param plain does all in plain operators
     * @param other what to run where there are many left rows, with {@link Form#TURNED}; or few, with
     *              {@link Form#JOINED_BACK}
     */
    record Sources(Op left, Op right, Op plain, Optional<Op> other) {
        Sources rewritten(Rewriting rewriting) {
            return new Sources(rewriting.of(left), rewriting.of(right), rewriting.of(plain), other.map(rewriting::of));
        }
    }

    private final Form form;
    private final Sources sources;
    private final ExprList conditions;

    LateJoin(Form form, Sources sources, ExprList conditions) {
        super(TAG);
        this.form = form;
        this.sources = sources;
        this.conditions = conditions;
    }

    @Override
    public LateJoin rewritten(Rewriting rewriting) {
        return new LateJoin(form, sources.rewritten(rewriting), conditions);
    }

    @Override
    public LateJoin within(Node graph) {
        return rewritten(op -> Joins.within(graph, op));
    }

    @Override
    public List<TemporalJoin> joins() {
        List<TemporalJoin> found = new ArrayList<>(Joins.in(sources.left()));
        found.addAll(Joins.in(sources.right()));
        return found;
    }

    @Override
    public Op effectiveOp() {
        return sources.plain();
    }

    @Override
    public QueryIterator eval(QueryIterator input, ExecutionContext context) {
        return Joins.notRoot(input, context).map(rows -> QC.execute(sources.plain(), rows, context))
                .orElseGet(() -> new Rows(context));
    }

    private QueryIterator rows(ExecutionContext context) {
        if (form == Form.DECIDED) {
            boolean decided = Joins.in(sources.left()).stream()
                    .allMatch(join -> new Preparation(join, context).isDecided());
            return run(decided ? sources.left() : sources.plain(), context);
        }
        boolean back = form == Form.JOINED_BACK;
        Ahead left = new Ahead(run(sources.left(), context), back ? FEW_BACK : FEW, context);
        boolean byValue = back && context.getActiveGraph().getCapabilities().handlesLiteralTyping();
        boolean few = byValue || left.isAll() && form != Form.SIDE_BY_SIDE && form != Form.OPTIONAL_BESIDE;
        if (few || form == Form.TURNED) {
            left.close();
            return run(few && !back ? sources.plain() : sources.other().orElseThrow(), context);
        }
        QueryIterator right = run(sources.right(), context);
        return form == Form.OPTIONAL || form == Form.OPTIONAL_BESIDE ? Join.leftJoin(left, right, conditions, context)
                : Join.join(left, right, context);
    }

    private static QueryIterator run(Op op, ExecutionContext context) {
        return QC.execute(op, QueryIterRoot.create(context), context);
    }

    @Override
    public Op apply(Transform transform) {
        return Transformer.transform(transform, sources.plain());
    }

    @Override
    public Op apply(Transform transform, OpVisitor before, OpVisitor after) {
        return rewritten(op -> Transformer.transformSkipService(transform, null, op, before, after));
    }

    @Override
    public void outputArgs(IndentedWriter out, SerializationContext context) {
        out.println(form.name().toLowerCase(Locale.ROOT));
        WriterOp.output(out, sources.left(), context);
        out.ensureStartOfLine();
        WriterOp.output(out, sources.right(), context);
        out.ensureStartOfLine();
    }

    @Override
    public int hashCode() {
        return sources.plain().hashCode() + form.hashCode();
    }

    @Override
    public boolean equalTo(Op other, NodeIsomorphismMap labels) {
        return other instanceof LateJoin join && form == join.form
                && sources.plain().equalTo(join.sources.plain(), labels);
    }

    /** Begins when the first solution is asked for: a hash join of ARQ that has not begun cannot be closed. */
    private final class Rows extends QueryIter {
        private final ExecutionContext context;
        private QueryIterator rows;

        Rows(ExecutionContext context) {
            super(context);
            this.context = context;
        }

        @Override
        protected boolean hasNextBinding() {
            if (rows == null) {
                rows = rows(context);
            }
            return rows.hasNext();
        }

        @Override
        protected Binding moveToNextBinding() {
            return rows.nextBinding();
        }

        @Override
        protected void closeIterator() {
            performClose(rows);
        }

        @Override
        protected void requestCancel() {
            performRequestCancel(rows);
        }
    }
}
