package org.w3id.trilateral.temporal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.core.DynamicDatasets.DynamicDatasetGraph;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;

/**
 * Sorted rows of one dataset that are kept from query to query, so that the next query over the same parts of a pattern
 * only searches. For who knows when the dataset changes: one that never does, or one with a version.
 *
 * <p>Bounded by an estimate of bytes; what was not used for longest goes first. Safe for any number of threads.
 */
public final class KeptRows {
    private static final int ROW_BYTES = 120;
    private static final int TERM_BYTES = 60;

    private final DatasetGraph dataset;
    private final long bytes;
    private final Supplier<?> version;
    private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long held;

    /**
     * Rows of a dataset that never changes.
     *
     * @param bytes most memory it may take, as far as can be told
     */
    public KeptRows(DatasetGraph dataset, long bytes) {
        this(dataset, bytes, () -> "");
    }

    /**
     * Rows of a dataset that changes.
     *
     * @param bytes   most memory it may take, as far as can be told
     * @param version asked within the transaction of each query: equal values mean equal data, and others other data
     */
    public KeptRows(DatasetGraph dataset, long bytes, Supplier<?> version) {
        this.dataset = Objects.requireNonNull(dataset, "dataset");
        this.bytes = bytes;
        this.version = Objects.requireNonNull(version, "version");
    }

    /** What something kept was made from. */
    private record Key(Object version, Op op, Object detail) {
    }

    private record Entry(Object content, long bytes) {
    }

    /** What an execution may use: only where its queries see the dataset, and the whole of it. */
    static Optional<KeptRows> of(ExecutionContext context) {
        KeptRows kept = context.getContext().get(TemporalJoins.KEPT_ROWS);
        boolean through = context.getContext().isTrue(TemporalJoins.SEES_ALL);
        return Optional.ofNullable(kept).filter(k -> inner(k.dataset, true) == inner(context.getDataset(), through));
    }

    /** What is within wrappers; a view stays closed unless it is known to show all. */
    private static DatasetGraph inner(DatasetGraph data, boolean throughViews) {
        DatasetGraph inner = data;
        while (inner instanceof DatasetGraphWrapper wrapper && !(inner instanceof DynamicDatasetGraph)
                && (throughViews || !(inner instanceof DatasetGraphWrapperView))) {
            inner = wrapper.getWrapped();
        }
        return inner;
    }

    /** What is kept under an operator and a detail. */
    <T> Optional<T> get(Class<T> type, Op op, Object detail) {
        Key key = new Key(version.get(), op, detail);
        synchronized (entries) {
            return Optional.ofNullable(entries.get(key)).map(Entry::content).map(type::cast);
        }
    }

    /** Keeps something, unless it is too large. */
    void put(Op op, Object detail, Object content, long size) {
        if (size > bytes / 2) {
            return;
        }
        Key key = new Key(version.get(), op, detail);
        synchronized (entries) {
            Entry before = entries.put(key, new Entry(content, size));
            held += size - (before == null ? 0 : before.bytes());
            for (var oldest = entries.values().iterator(); held > bytes && oldest.hasNext();) {
                held -= oldest.next().bytes();
                oldest.remove();
            }
        }
    }

    /** Forgets all. */
    public void clear() {
        synchronized (entries) {
            entries.clear();
            held = 0;
        }
    }

    /** An estimate of the bytes that are held. */
    public long bytesHeld() {
        synchronized (entries) {
            return held;
        }
    }

    /** How many rows of so many variables may be kept at most. */
    int most(int variables) {
        return (int) Math.min(Integer.MAX_VALUE, bytes / 2 / rowBytes(variables));
    }

    static long bytes(List<Binding> rows) {
        return rows.isEmpty() ? ROW_BYTES : rows.size() * rowBytes(rows.get(0).size());
    }

    private static long rowBytes(int variables) {
        return ROW_BYTES + (long) TERM_BYTES * variables;
    }

    /** A row by itself, that leans on no other and on no transaction. */
    static Binding copy(Binding row) {
        BindingBuilder copy = Binding.builder();
        row.forEach(copy::add);
        return copy.build();
    }
}
