package org.w3id.trilateral.text;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.apache.jena.graph.Node;

/**
 * Texts of properties that are kept from query to query. For who knows when a dataset changes: one that never does, or
 * one with a version.
 *
 * <p>Bounded by an estimate of bytes; what was not used for longest goes first. Safe for any number of threads.
 */
public final class KeptTexts {
    private final long bytes;
    private final Supplier<?> version;
    private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<Key> refused = new HashSet<>();
    private long held;

    /**
     * Texts of a dataset that never changes.
     *
     * @param bytes most memory it may take, as far as can be told
     */
    public KeptTexts(long bytes) {
        this(bytes, () -> "");
    }

    /**
     * Texts of a dataset that changes.
     *
     * @param bytes   most memory it may take, as far as can be told
     * @param version asked within the transaction of each query: equal values mean equal data, and others other data
     */
    public KeptTexts(long bytes, Supplier<?> version) {
        this.bytes = bytes;
        this.version = Objects.requireNonNull(version, "version");
    }

    /** What texts are of. */
    record Key(Object version, Source source, Node property) {
    }

    private record Entry(Column column, long bytes) {
    }

    /** What the texts of a property are kept under now. */
    Key key(Source source, Node property) {
        return new Key(version.get(), source, property);
    }

    Optional<Column> get(Key key) {
        synchronized (entries) {
            return Optional.ofNullable(entries.get(key)).map(Entry::column);
        }
    }

    /** Most bytes that the texts of one property may take. */
    long most() {
        return bytes / 2;
    }

    /** Whether the caller shall read the texts: nobody else does, and they are not too many. */
    boolean begin(Key key) {
        synchronized (entries) {
            return refused.add(key);
        }
    }

    /** Ends what was begun: another may begin. */
    void end(Key key) {
        synchronized (entries) {
            refused.remove(key);
        }
    }

    /** Ends what was begun and keeps it. */
    void end(Key key, Column column, long size) {
        synchronized (entries) {
            refused.remove(key);
            entries.put(key, new Entry(column, size));
            held += size;
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
            refused.clear();
            held = 0;
        }
    }

    /** An estimate of the bytes that are held. */
    public long bytesHeld() {
        synchronized (entries) {
            return held;
        }
    }
}
