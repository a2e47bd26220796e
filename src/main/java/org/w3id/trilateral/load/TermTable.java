package org.w3id.trilateral.load;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

import org.apache.jena.atlas.lib.Bytes;
import org.apache.jena.dboe.base.file.BinaryDataFile;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.thrift.ThriftConvert;
import org.apache.jena.riot.thrift.wire.RDF_Term;
import org.apache.jena.tdb2.lib.NodeLib;
import org.apache.jena.tdb2.store.Hash;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.NodeIdInline;
import org.apache.jena.tdb2.sys.SystemTDB;
import org.apache.thrift.TException;
import org.apache.thrift.TSerializer;
import org.apache.thrift.protocol.TCompactProtocol;

/**
 * The terms of a new TDB2 database: each is written to its data file once, when it is first met, and has a number.
 *
 * <p>Terms that lie in the file are numbered from zero in the order of their places there; those that TDB2 keeps
 * inside its
 * own identifiers (dates, whole numbers) from minus one downwards. A term is found again by a hash of the bytes that
 * spell
 * it in the input, seeded anew each time, and where it is spelled in another way by the hash that TDB2 itself knows it
 * by. Not thread-safe.
 */
final class TermTable implements Naming<Integer> {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FIRST_FACTOR = 0x9e3779b97f4a7c15L;
    private static final long SECOND_FACTOR = 0xc2b2ae3d27d4eb4fL;
    private static final int FIRST_SIZE = 1 << 14;

    private final BinaryDataFile data;
    private final TSerializer serializer;
    private final HashIndex bySpelling = new HashIndex();
    private final HashIndex byHash = new HashIndex();
    private final Map<Long, Integer> byInline = new HashMap<>();
    private final BitSet literals = new BitSet();
    private final BitSet completed = new BitSet();
    private final byte[] eight = new byte[NodeId.SIZE];
    private final long seed = new SecureRandom().nextLong();
    private long[] places = new long[FIRST_SIZE];
    private long[] hashes = new long[2 * FIRST_SIZE];
    private long[] inlines = new long[FIRST_SIZE];
    private int stored;
    private int inlined;

    /** A table of no terms, to be written to an empty file. */
    TermTable(BinaryDataFile data) {
        this.data = data;
        try {
            this.serializer = new TSerializer(new TCompactProtocol.Factory());
        } catch (TException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The number of a term that bytes spell.
     *
     * @param file the number of the input, since a blank node belongs to its file
     */
    int of(byte[] bytes, int from, int to, int file) {
        long start = bytes[from] == '_' ? seed + (file + 1L) * SECOND_FACTOR : seed;
        long first = start;
        long second = ~start;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            long word = (long) LONGS.get(bytes, at);
            first = mixed(first ^ word, FIRST_FACTOR);
            second = mixed(second + word, SECOND_FACTOR);
        }
        long rest = to - from;
        for (; at < to; at++) {
            rest = rest << Byte.SIZE | bytes[at] & 0xff;
        }
        first = mixed(mixed(first ^ rest, FIRST_FACTOR) ^ second, SECOND_FACTOR);
        second = mixed(second + rest, SECOND_FACTOR);
        int known = bySpelling.get(first, second);
        if (known == HashIndex.NONE) {
            known = of(TermBytes.term(bytes, from, to, "f" + file + "-"));
            bySpelling.put(first, second, known);
        }
        return known;
    }

    private static long mixed(long value, long factor) {
        long product = value * factor;
        return product ^ Math.multiplyHigh(value, factor) ^ product >>> 32;
    }

    @Override
    public Integer of(Node term) {
        NodeId inline = NodeIdInline.inline(term);
        return inline == null ? number(term) : numberOf(inline);
    }

    private int numberOf(NodeId inline) {
        NodeIdFactory.set(inline, eight);
        long id = Bytes.getLong(eight);
        Integer known = byInline.get(id);
        if (known != null) {
            return known;
        }
        if (inlined == inlines.length) {
            inlines = Arrays.copyOf(inlines, inlined * 2);
        }
        inlines[inlined++] = id;
        byInline.put(id, -inlined);
        return -inlined;
    }

    private int number(Node term) {
        Hash hash = NodeLib.hash(term);
        long first = Bytes.getLong(hash.getBytes(), 0);
        long second = Bytes.getLong(hash.getBytes(), Long.BYTES);
        int known = byHash.get(first, second);
        if (known == HashIndex.NONE) {
            known = store(term, first, second);
            byHash.put(first, second, known);
        }
        return known;
    }

    private int store(Node term, long first, long second) {
        if (stored == places.length) {
            places = Arrays.copyOf(places, stored * 2);
            hashes = Arrays.copyOf(hashes, stored * 4);
        }
        places[stored] = data.write(spelled(term));
        hashes[2 * stored] = first;
        hashes[2 * stored + 1] = second;
        literals.set(stored, term.isLiteral());
        return stored++;
    }

    private byte[] spelled(Node term) {
        try {
            return serializer.serialize(ThriftConvert.convert(term, true));
        } catch (TException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Node term(Integer number) {
        if (number < 0) {
            return NodeIdInline.extract(NodeIdFactory.get(bytes(inlines[-number - 1])));
        }
        byte[] bytes = new byte[length(number)];
        data.read(places[number], bytes);
        RDF_Term term = new RDF_Term();
        ThriftConvert.termFromBytes(term, bytes);
        return ThriftConvert.convert(term);
    }

    private int length(int number) {
        return (int) ((number + 1 < stored ? places[number + 1] : data.length()) - places[number]);
    }

    private static byte[] bytes(long id) {
        byte[] bytes = new byte[NodeId.SIZE];
        Bytes.setLong(id, bytes);
        return bytes;
    }

    @Override
    public boolean isLiteral(Integer number) {
        return number < 0 || literals.get(number);
    }

    @Override
    public boolean complete(Integer subject) {
        boolean before = completed.get(subject);
        completed.set(subject);
        return !before;
    }

    /** Whether {@link #complete} was told of a subject. */
    boolean isComplete(int subject) {
        return subject >= 0 && completed.get(subject);
    }

    /** How many terms lie in the file. */
    int stored() {
        return stored;
    }

    /** The two halves of the hash that TDB2 knows each stored term by, one after another. */
    long[] hashes() {
        return hashes;
    }

    /** The identifiers of stored terms, by their numbers. */
    long[] places() {
        return places;
    }

    /** The identifiers of terms that are not stored: that of number -1 first. */
    long[] inlines() {
        return Arrays.copyOf(inlines, inlined);
    }
}
