package org.w3id.trilateral.temporal;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.iterator.QueryIter;
import org.apache.jena.sparql.engine.iterator.QueryIterRoot;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;

import org.w3id.trilateral.temporal.Position.Kind;
import org.w3id.trilateral.temporal.TemporalGroup.Fold;
import org.w3id.trilateral.temporal.TemporalGroup.Fold.Form;
import org.w3id.trilateral.temporal.TemporalJoin.Mode;
import org.w3id.trilateral.temporal.TemporalJoin.Pick;

/**
 * The solutions of a {@link TemporalGroup}, all made when the first is asked for. Where places alone do not decide
 * which key is the least, or there are too many groups, the pairs are made and ARQ groups them.
 */
final class GroupRows extends QueryIter {
    private static final int MAX_GROUPS = 2_000_000;

    private final TemporalGroup group;
    private final ExecutionContext context;
    private final boolean counts;
    private final boolean plain;
    private Iterator<Binding> made;
    private QueryIterator instead;

    GroupRows(TemporalGroup group, ExecutionContext context) {
        super(context);
        this.group = group;
        this.context = context;
        this.counts = group.folds().get(0).isCount();
        this.plain = group.folds().stream().allMatch(fold -> fold.value() instanceof ExprVar);
    }

    /** What is known of a group so far. */
    private static final class Sum {
        private final Binding first;
        private final long[] counts;
        private final Node[] values;
        private final boolean[] failed;
        private double place = Double.NaN;

        Sum(Binding first, int folds) {
            this.first = first;
            this.counts = new long[folds];
            this.values = new Node[folds];
            this.failed = new boolean[folds];
        }
    }

    @Override
    protected boolean hasNextBinding() {
        if (made == null && instead == null) {
            start();
        }
        return instead == null ? made.hasNext() : instead.hasNext();
    }

    @Override
    protected Binding moveToNextBinding() {
        return instead == null ? made.next() : instead.nextBinding();
    }

    private void start() {
        Optional<Pairs> pairs = Pairs.of(group.join(), context);
        Optional<Iterator<Binding>> rows = pairs.filter(SweptPairs.class::isInstance)
                .flatMap(swept -> SweptGroups.of(group, (SweptPairs) swept, context));
        if (rows.isEmpty()) {
            rows = pairs.flatMap(this::sums).map(sums -> sums.values().stream().map(this::row).iterator());
        }
        if (rows.isPresent()) {
            made = rows.get();
        } else {
            instead = QC.execute(group.joined(), QueryIterRoot.create(context), context);
        }
    }

    private Optional<Map<Object, Sum>> sums(Pairs matching) {
        try {
            if (!counts && !isOrdered(matching.index())) {
                return Optional.empty();
            }
            Map<Object, Sum> sums = new LinkedHashMap<>();
            if (group.groupVars().isEmpty()) {
                sums.put(List.of(), new Sum(Binding.noParent, group.folds().size()));
            }
            Consumer<Binding> onKeep = context.getContext().get(TemporalJoins.ON_KEEP, row -> { });
            int most = context.getContext().get(TemporalJoins.MAX_ROWS, MAX_GROUPS);
            while (matching.advance()) {
                add(matching, sums, onKeep);
                if (sums.size() > most) {
                    return Optional.empty();
                }
            }
            return Optional.of(sums);
        } finally {
            matching.close();
        }
    }

    /**
     * True if the order of places is that of the values looked for: of keys of one kind, or of sums of whole numbers.
     */
    private boolean isOrdered(Index index) {
        Optional<Kind> kind = index.columns().get(0).onlyKind();
        return index.size() == 0 || index.isEven()
                && kind.filter(k -> plain ? k.isExact() : k == Kind.INTEGER).isPresent();
    }

    private void add(Pairs matching, Map<Object, Sum> sums, Consumer<Binding> onKeep) {
        long count = counts ? matching.count() : matching.match() ? 1 : 0;
        if (count == 0 && group.join().mode() != Mode.LEFT) {
            return;
        }
        Binding left = matching.left();
        Sum sum = sums.computeIfAbsent(LeftGroups.key(left, group.groupVars()), none -> {
            onKeep.accept(left);
            return new Sum(left, group.folds().size());
        });
        if (counts) {
            for (int i = 0; i < sum.counts.length; i++) {
                sum.counts[i] += count == 0 && group.folds().get(i).form() == Form.COUNT_ALONE ? 1 : count;
            }
        } else {
            if (count == 0) {
                Arrays.fill(sum.failed, true);
            }
            for (boolean more = count > 0; more; more = matching.match()) {
                compare(matching, sum);
            }
        }
    }

    private void compare(Pairs matching, Sum sum) {
        boolean nearer = group.join().pick() == Pick.LEAST ? matching.place() < sum.place
                : matching.place() > sum.place;
        if (plain && !Double.isNaN(sum.place) && matching.place() != sum.place && !nearer) {
            return;
        }
        if (plain && nearer) {
            Arrays.fill(sum.values, null);
        }
        sum.place = matching.place();
        Binding pair = matching.pair();
        for (int i = 0; i < sum.values.length; i++) {
            Fold fold = group.folds().get(i);
            Optional<Node> term = Column.value(fold.value(), pair, context);
            sum.failed[i] |= term.isEmpty();
            if (term.isPresent()) {
                sum.values[i] = preferred(fold, sum.values[i], term.get());
            }
        }
    }

    private static Node preferred(Fold fold, Node one, Node other) {
        if (one == null || one.equals(other)) {
            return other;
        }
        int order = NodeValue.compareAlways(NodeValue.makeNode(one), NodeValue.makeNode(other));
        return (fold.form() == Form.LEAST ? order > 0 : order < 0) ? other : one;
    }

    private Binding row(Sum sum) {
        BindingBuilder row = Binding.builder();
        for (Var variable : group.groupVars()) {
            Node term = sum.first.get(variable);
            if (term != null) {
                row.add(variable, term);
            }
        }
        for (int i = 0; i < group.folds().size(); i++) {
            if (counts) {
                row.add(group.folds().get(i).variable(), NodeValue.makeInteger(sum.counts[i]).asNode());
            } else if (!sum.failed[i] && sum.values[i] != null) {
                row.add(group.folds().get(i).variable(), sum.values[i]);
            }
        }
        return row.build();
    }

    @Override
    protected void closeIterator() {
        performClose(instead);
    }

    @Override
    protected void requestCancel() {
        performRequestCancel(instead);
    }
}
