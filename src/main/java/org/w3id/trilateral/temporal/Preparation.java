package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.iterator.QueryIterRoot;
import org.apache.jena.sparql.engine.main.QC;

/**
 * Brings the two sides of a join about, from what is kept of earlier queries where there is such. What is read is kept
 * for later ones.
 */
final class Preparation {
    private static final int MAX_ROWS = 2_000_000;
    /**
     * With no more left rows than this, looking up each by the variables of both sides is cheaper than reading the
     * right side.
     */
    private static final int FEW = 16;
    private static final int STEPS_PER_LOOK = 1024;
    private static final String ROWS = "rows";

    private final TemporalJoin join;
    private final ExecutionContext context;
    private final Optional<KeptRows> kept;
    private final Index.Spec spec;
    private final Slots slots;
    private boolean narrowed;

    Preparation(TemporalJoin join, ExecutionContext context) {
        this.join = join;
        this.context = context;
        this.kept = join.isLasting() ? KeptRows.of(context) : Optional.empty();
        this.spec = new Index.Spec(join.keys(), join.match().bounds(), join.match().shared(),
                join.match().ties().equal());
        this.slots = new Slots(spec.bounds());
    }

    /** Both sides. */
    record Ready(LeftSide left, Index right, Slots slots) {
    }

    /** The two sides; empty where the join had better run as plain operators. */
    Optional<Ready> both() {
        Optional<Index> found = kept(Index.class, join.right(), spec.shape());
        Optional<List<Binding>> rows = keptRows(join.left());
        int few = join.match().shared().isEmpty() ? 0 : context.getContext().get(TemporalJoins.FEW_ROWS, FEW);
        if (rows.isPresent()) {
            boolean lookUp = found.isEmpty() && rows.get().size() <= few;
            Optional<Index> partners = found.isPresent() ? Optional.empty() : partners(rows.get(), lookUp);
            if (partners.isPresent()) {
                return partners.map(index ->
                        ready(QueryIterPlainWrapper.create(rows.get().iterator(), context), index));
            }
            Optional<Index> right = lookUp ? found : found.or(() -> read(join.right(), spec));
            return right.map(index -> new Ready(new KeptLeft(table(rows.get(), index)), index, slots));
        }
        return streamed(found, few);
    }

    /**
     * True if there is a right row, and places alone decide of each pair: the keys have one, all of a kind, and so has
     * what is looked for.
     */
    boolean isDecided() {
        Optional<List<Binding>> rows = gathered(join.left(), true);
        Optional<Index> right = rows.isEmpty() ? Optional.empty()
                : this.<Index>kept(Index.class, join.right(), spec.shape()).or(() -> read(join.right(), spec));
        if (right.isEmpty() || right.get().size() == 0 || !right.get().isEven()) {
            return false;
        }
        LeftTable table = table(rows.get(), right.get());
        return IntStream.range(0, slots.size()).allMatch(i -> Window.isPlain(slots.bounds().get(i),
                right.get().columns().get(right.get().columnOf(i)), table.kind(i)));
    }

    private Optional<Ready> streamed(Optional<Index> found, int few) {
        QueryIterator rows = run(join.left());
        QueryIterator input = found.isEmpty() ? new Ahead(rows, Math.max(few, Narrowing.MOST_ROWS), context) : rows;
        Optional<Index> right = Optional.empty();
        try {
            boolean none = !input.hasNext();
            Optional<List<Binding>> all = !none && input instanceof Ahead ahead && ahead.isAll()
                    ? Optional.of(ahead.first()) : Optional.empty();
            boolean lookUp = all.stream().anyMatch(seen -> seen.size() <= few);
            right = none ? Index.read(Collections.emptyIterator(), spec, context)
                    : found.or(() -> all.flatMap(seen -> partners(seen, lookUp)))
                    .or(() -> lookUp ? Optional.empty() : read(join.right(), spec));
        } finally {
            if (right.isEmpty()) {
                input.close();
            }
        }
        return right.map(index -> ready(input, index));
    }

    private Ready ready(QueryIterator input, Index right) {
        StreamedLeft left = new StreamedLeft(input, right, new Values.Read(slots, context), context);
        kept.ifPresent(k -> left.copiedTo(new StreamedLeft.Copies(k.most(join.leftVisible().size()),
                copies -> keepRows(join.left(), copies))));
        return new Ready(left, right, slots);
    }

    /** The index of those right rows that can go with a few left ones; it is not kept. */
    private Optional<Index> partners(List<Binding> rows, boolean canLookUp) {
        Narrowing narrowing = new Narrowing(context, kept, join.graph());
        return narrowing.of(join.right(), spec.bounds(), rows, canLookUp).flatMap(op -> {
            narrowed = true;
            return gathered(op, false).flatMap(found -> Index.read(found.iterator(), spec, context));
        });
    }

    /** The index of what must not lie between; not where few rows are looked at, for it only saves looking. */
    Optional<Index> others(Nearest nearest) {
        Index.Spec between = new Index.Spec(nearest.keys(), nearest.bounds(), nearest.shared(), List.of());
        Optional<Index> before = kept(Index.class, nearest.others(), between.shape());
        return before.isPresent() || narrowed ? before : read(nearest.others(), between);
    }

    private Optional<Index> read(Op op, Index.Spec how) {
        Optional<Index> index = gathered(op, true).flatMap(rows -> Index.read(rows.iterator(), how, context));
        index.ifPresent(made -> kept.ifPresent(k -> k.put(key(op), how.shape(), made, 100L * made.size())));
        return index;
    }

    /** All rows of an operator; empty if there are too many. */
    private Optional<List<Binding>> gathered(Op op, boolean keeps) {
        Optional<List<Binding>> before = keeps ? keptRows(op) : Optional.empty();
        if (before.isPresent()) {
            return before;
        }
        Consumer<Binding> onKeep = context.getContext().get(TemporalJoins.ON_KEEP, row -> { });
        int most = context.getContext().get(TemporalJoins.MAX_ROWS, MAX_ROWS);
        List<Binding> rows = new ArrayList<>();
        QueryIterator input = run(op);
        try {
            while (input.hasNext()) {
                Binding row = input.nextBinding();
                onKeep.accept(row);
                if (rows.size() >= most) {
                    return Optional.empty();
                }
                rows.add(keeps && kept.isPresent() ? KeptRows.copy(row) : row);
            }
        } finally {
            input.close();
        }
        if (keeps) {
            keepRows(op, rows);
        }
        return Optional.of(rows);
    }

    private LeftTable table(List<Binding> rows, Index index) {
        List<Object> detail = List.of(key(join.right()), spec.shape(), slots.shape(), spec.equal());
        return kept(LeftTable.class, join.left(), detail).orElseGet(() -> {
            LeftTable made = LeftTable.sorted(rows, sought(rows, slots, index));
            int further = join.nearest().map(nearest -> nearest.bounds().size()).orElse(0);
            kept.ifPresent(k -> k.put(key(join.left()), detail, made,
                    rows.size() * (44L + 9L * (slots.size() + further))));
            return made;
        });
    }

    /** What the rows of a table look for among what must not lie between. */
    LeftTable seeking(LeftTable table, Nearest nearest, Index others) {
        Slots between = new Slots(nearest.bounds());
        return table.made(LeftTable.class, List.of(others, between.shape()),
                () -> table.seeking(sought(table.rows(), between, others)));
    }

    private LeftTable.Sought sought(List<Binding> rows, Slots wanted, Index index) {
        byte[][] codes = new byte[wanted.size()][rows.size()];
        double[][] places = new double[wanted.size()][rows.size()];
        Bucket[] buckets = new Bucket[rows.size()];
        for (int i = 0; i < buckets.length; i++) {
            if (i % STEPS_PER_LOOK == 0) {
                look(context);
            }
            for (int slot = 0; slot < codes.length; slot++) {
                double place = wanted.read(slot, rows.get(i), context, codes[slot], i);
                places[slot][i] = codes[slot][i] == Slots.EXEMPT ? Double.NaN : place;
            }
            buckets[i] = index.bucket(rows.get(i), context);
        }
        return new LeftTable.Sought(codes, places, buckets);
    }

    /** Looks whether the query is to stop. */
    static void look(ExecutionContext context) {
        if (context.getCancelSignal() != null && context.getCancelSignal().get()) {
            throw new QueryCancelledException();
        }
        Runnable onLook = context.getContext().get(TemporalJoins.ON_LOOK);
        if (onLook != null) {
            onLook.run();
        }
    }

    @SuppressWarnings("unchecked")
    private Optional<List<Binding>> keptRows(Op op) {
        return kept(List.class, op, ROWS).map(list -> (List<Binding>) list);
    }

    private void keepRows(Op op, List<Binding> rows) {
        kept.ifPresent(k -> k.put(key(op), ROWS, rows, KeptRows.bytes(rows)));
    }

    private <T> Optional<T> kept(Class<T> type, Op op, Object detail) {
        return kept.flatMap(k -> k.get(type, key(op), detail));
    }

    private Op key(Op op) {
        return join.graph().isPresent() ? new OpGraph(join.graph().get(), op) : op;
    }

    private QueryIterator run(Op op) {
        return QC.execute(op, QueryIterRoot.create(context), context);
    }
}
