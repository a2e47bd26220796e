package org.w3id.trilateral.query;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.OpExecutorFactory;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.util.Context;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.Watch;
import org.w3id.trilateral.temporal.TemporalJoins;
import org.w3id.trilateral.text.TextFilters;

/**
 * A query's algebra with what it must not do refused, and what could run away put under the {@link Guard}
 * of the execution. Works before the optimizer, which then sees ordinary operators.
 */
final class Hardening extends TransformCopy {
    /** Most solutions skipped. */
    static final long MOST_SKIPPED = 10_000_000;
    /** Most rows of a {@code VALUES} block and members of an {@code IN} list. */
    static final int MOST_MEMBERS = 2_000;

    private Hardening() {
    }

    /**
     * Settings of one execution: the optimizer there was, behind this, unless the query is planned already; and an
     * executor that weighs, and that spreads conditions over basic patterns itself.
     */
    static Context context(PreparedQuery query, Context data, Guard guard) {
        Context context = ARQ.getContext().copy();
        context.putAll(data);
        RewriteFactory given = data.get(ARQConstants.sysOptimizerFactory);
        RewriteFactory next = given == null ? Optimize.getFactory() : given;
        AtomicReference<Optional<Op>> answer = new AtomicReference<>(Optional.empty());
        RewriteFactory hardened = settings -> op -> {
            Op plan = query.plan(() -> next.create(settings).rewrite(harden(op)));
            answer.set(query.form() == Answer.Form.TABLE ? sorted(plan) : Optional.empty());
            return plan;
        };
        OpExecutorFactory executor = execution -> new GuardedExecutor(execution, guard, answer.get());
        context.set(ARQConstants.sysOptimizerFactory, hardened);
        context.set(ARQConstants.sysOpExecutorFactory, executor);
        context.setFalse(ARQ.optFilterPlacementBGP);
        context.set(Guard.SYMBOL, guard);
        Consumer<Binding> whenKept = row -> guard.hold(row, GuardedExecutor.KEPT);
        context.set(TemporalJoins.ON_KEEP, whenKept);
        Runnable whenLooking = guard::check;
        context.set(TemporalJoins.ON_LOOK, whenLooking);
        context.setTrue(TemporalJoins.SEES_ALL);
        context.set(TextFilters.ON_LOOK, whenLooking);
        context.setTrue(TextFilters.SEES_ALL);
        Supplier<Duration> left = guard::left;
        context.set(Watch.TIME_LEFT, left);
        Runnable onStep = guard::step;
        context.set(Watch.ON_STEP, onStep);
        return context;
    }

    /** The sort whose solutions are those of the whole. */
    private static Optional<Op> sorted(Op plan) {
        Op below = plan instanceof OpProject project ? project.getSubOp() : plan;
        return below instanceof OpOrder ? Optional.of(below) : Optional.empty();
    }

    private static Op harden(Op op) {
        return Transformer.transform(new Hardening(), new GuardedFunctions(), op);
    }

    @Override
    public Op transform(OpService op, Op inner) {
        throw new TrilateralException(Fault.REFUSED, "SERVICE is switched off: this service asks no other one");
    }

    @Override
    public Op transform(OpSlice op, Op inner) {
        if (op.getStart() != Query.NOLIMIT && op.getStart() > MOST_SKIPPED) {
            throw new TrilateralException(Fault.REFUSED, "OFFSET " + op.getStart() + "; at most " + MOST_SKIPPED
                    + " are skipped");
        }
        return super.transform(op, inner);
    }

    @Override
    public Op transform(OpTable op) {
        refuseMembers("a VALUES block has", op.getTable().size());
        return super.transform(op);
    }

    @Override
    public Op transform(OpGroup op, Op inner) {
        List<ExprAggregator> aggregators = op.getAggregators().stream()
                .map(a -> new ExprAggregator(a.getVar(), guarded(a.getAggregator()))).toList();
        return OpGroup.create(inner, op.getGroupVars(), aggregators);
    }

    private static Aggregator guarded(Aggregator aggregator) {
        if (aggregator instanceof AggGroupConcat concat) {
            return new GuardedConcatenation(concat, concat.getSeparator());
        }
        return aggregator instanceof AggGroupConcatDistinct concat
                ? new GuardedConcatenation(concat, concat.getSeparator()) : aggregator;
    }

    static void refuseMembers(String what, int members) {
        if (members > MOST_MEMBERS) {
            throw new TrilateralException(Fault.TOO_LARGE, what + " " + members + " members; at most " + MOST_MEMBERS
                    + " are read");
        }
    }
}
