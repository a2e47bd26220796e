package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.apache.jena.atlas.io.IndentedWriter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitor;
import org.apache.jena.sparql.algebra.Transform;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExt;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPeek;
import org.apache.jena.sparql.engine.iterator.QueryIterRepeatApply;
import org.apache.jena.sparql.engine.iterator.QueryIterRoot;
import org.apache.jena.sparql.engine.iterator.QueryIterSingleton;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.serializer.SerializationContext;
import org.apache.jena.sparql.sse.writers.WriterOp;
import org.apache.jena.sparql.util.NodeIsomorphismMap;
import org.apache.jena.vocabulary.RDF;

import org.w3id.trilateral.temporal.Position.Family;

/**
 * A filter of ARQ that compares the object of a property with what is known beforehand: constants, {@code VALUES}, or
 * the row it begins with. Where a store has the objects in order, only the subjects within reach are looked at.
 */
final class RangeFilter extends OpExt {
    private static final String TAG = "range-filter";

    private final OpFilter filter;

    private RangeFilter(OpFilter filter) {
        super(TAG);
        this.filter = filter;
    }

    /**
     * The same optimized operator, with each filter in it that may be one of these, but for the patterns of
     * {@code EXISTS}: they run for one row, that tells their subject.
     */
    static Op in(Op op) {
        return Transformer.transform(new TransformCopy() {
            @Override
            public Op transform(OpFilter filter, Op below) {
                Op copy = super.transform(filter, below);
                return copy instanceof OpFilter same && mayBe(same) ? new RangeFilter(same) : copy;
            }

            @Override
            public Op transform(OpExt extension) {
                return extension;
            }
        }, new ExprTransformCopy() {
            @Override
            public Expr transform(ExprFunctionOp function, ExprList arguments, Op pattern) {
                return function;
            }
        }, op);
    }

    private static boolean mayBe(OpFilter filter) {
        return Joins.in(filter.getSubOp()).isEmpty() && conditions(filter).stream()
                .filter(RangeFilter::isOfValues)
                .flatMap(condition -> Variables.mentioned(condition).stream())
                .anyMatch(key -> KeyPattern.in(filter.getSubOp(), key).isPresent());
    }

    /** True for a comparison, but not with a text or a thing. */
    private static boolean isOfValues(Expr condition) {
        return condition instanceof ExprFunction2 function && Relation.of(function).isPresent()
                && function.getArgs().stream().allMatch(argument -> !argument.isConstant()
                || Position.of(argument.getConstant().asNode()).filter(RangeFilter::isInOrder).isPresent());
    }

    private static boolean isInOrder(Position position) {
        Family family = position.kind().family();
        return family == Family.NUMBER || family == Family.DATE || family == Family.TIME;
    }

    private static List<Expr> conditions(OpFilter filter) {
        List<Expr> conditions = new ArrayList<>();
        filter.getExprs().forEach(condition -> PatternGroup.splitConditions(condition, conditions));
        return conditions;
    }

    @Override
    public OpFilter effectiveOp() {
        return filter;
    }

    /**
     * Row by row, unless these lead to the subject. Begins at once, as a pattern of ARQ does: a hash join of ARQ that
     * has not begun cannot be closed.
     */
    @Override
    public QueryIterator eval(QueryIterator input, ExecutionContext context) {
        if (!context.getContext().isDefined(TemporalJoins.PROPERTY_INDEX)) {
            return QC.execute(filter, input, context);
        } else if (!input.hasNext()) {
            return input;
        }
        QueryIterPeek rows = QueryIterPeek.create(input, context);
        Binding first = rows.peek();
        if (isAnchored(filter.getSubOp(), node -> node instanceof Var variable && first.contains(variable))) {
            return QC.execute(filter, rows, context);
        }
        return new QueryIterRepeatApply(rows, context) {
            @Override
            protected QueryIterator nextStage(Binding row) {
                return QC.execute(narrowed(row, context).orElse(filter), input(row, context), context);
            }
        };
    }

    private static QueryIterator input(Binding row, ExecutionContext context) {
        return row.isEmpty() ? QueryIterRoot.create(context) : QueryIterSingleton.create(row, context);
    }

    /** The filter over fewer subjects. */
    private Optional<Op> narrowed(Binding row, ExecutionContext context) {
        Op below = filter.getSubOp();
        List<Binding> rows = rows(KeyPattern.fixed(below), row, context);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Set<Var> known = new HashSet<>();
        rows.get(0).varsMentioned().forEach(known::add);
        rows.forEach(other -> known.removeIf(variable -> !other.contains(variable)));
        Set<Var> unknown = Variables.mentioned(filter.getExprs().getList());
        unknown.removeAll(known);
        boolean isAnchored = isAnchored(below, node -> node.isConcrete() || known.contains(node));
        return unknown.stream().filter(key -> isFree(key, known)).flatMap(key -> {
            List<Bound> bounds = bounds(key, new Sides(known, unknown)).stream()
                    .filter(bound -> Column.value(bound.value(), rows.get(0), context).flatMap(Position::of)
                            .filter(RangeFilter::isInOrder).isPresent()).toList();
            return new Narrowing(context, Optional.empty(), Optional.empty())
                    .of(filter, bounds, rows, isAnchored).stream();
        }).findFirst();
    }

    /** True if nothing says yet what the key is of. */
    private boolean isFree(Var key, Set<Var> known) {
        return KeyPattern.in(filter.getSubOp(), key).filter(p -> !known.contains(p.subject())).isPresent();
    }

    private List<Bound> bounds(Var key, Sides sides) {
        ExprVar wanted = new ExprVar(key);
        BoundReader reader = new BoundReader(sides);
        List<Bound> bounds = new ArrayList<>();
        for (Expr condition : conditions(filter)) {
            if (condition instanceof ExprFunction2 function && Relation.of(function).isPresent()
                    && function.getArg1().equals(wanted) && function.getArg2().isConstant()) {
                bounds.add(Bound.of(wanted, Relation.of(function).get(), function.getArg2(), Bound.Origin.DIRECT));
            } else if (condition instanceof ExprFunction2 function && Relation.of(function).isPresent()
                    && function.getArg2().equals(wanted) && function.getArg1().isConstant()) {
                bounds.add(Bound.of(wanted, Relation.of(function).get().swapped(), function.getArg1(),
                        Bound.Origin.DIRECT));
            } else {
                bounds.addAll(reader.read(condition));
            }
        }
        return bounds.stream().filter(bound -> bound.key().equals(wanted) && !bound.isOpen()).toList();
    }

    private static List<Binding> rows(Op fixed, Binding row, ExecutionContext context) {
        List<Binding> rows = new ArrayList<>();
        QueryIterator found = QC.execute(fixed, input(row, context), context);
        try {
            while (found.hasNext() && rows.size() <= Narrowing.MOST_ROWS) {
                rows.add(found.nextBinding());
            }
        } finally {
            found.close();
        }
        return rows;
    }

    /** True if a pattern begins at a known thing, other than a class: it may be quick to follow from there. */
    private static boolean isAnchored(Op op, Predicate<Node> known) {
        List<Triple> triples = op instanceof OpBGP bgp ? bgp.getPattern().getList()
                : op instanceof OpQuadPattern quads ? quads.getBasicPattern().getList() : List.of();
        return triples.stream().anyMatch(triple -> known.test(triple.getSubject()) || known.test(triple.getObject())
                && !triple.getPredicate().equals(RDF.type.asNode()))
                || Lasting.below(op).stream().anyMatch(below -> isAnchored(below, known));
    }

    /** Values put in for variables lead to the subject, mostly. */
    @Override
    public Op apply(Transform transform) {
        return Transformer.transform(transform, filter);
    }

    @Override
    public Op apply(Transform transform, OpVisitor before, OpVisitor after) {
        Op changed = Transformer.transformSkipService(transform, null, filter, before, after);
        return changed instanceof OpFilter same ? new RangeFilter(same) : changed;
    }

    @Override
    public void outputArgs(IndentedWriter out, SerializationContext context) {
        out.println();
        WriterOp.output(out, filter, context);
        out.ensureStartOfLine();
    }

    @Override
    public int hashCode() {
        return filter.hashCode() + TAG.hashCode();
    }

    @Override
    public boolean equalTo(Op other, NodeIsomorphismMap labels) {
        return other instanceof RangeFilter range && filter.equalTo(range.filter, labels);
    }
}
