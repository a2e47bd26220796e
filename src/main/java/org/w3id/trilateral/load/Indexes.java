package org.w3id.trilateral.load;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.apache.jena.atlas.lib.Bytes;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.base.record.RecordFactory;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.dboe.trans.bplustree.rewriter.BPlusTreeRewriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.loader.base.CoLib;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.apache.jena.tdb2.sys.SystemTDB;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Writes the indexes of a new TDB2 database from the leaves upwards, full and in order, once all terms and quads are
 * known.
 */
final class Indexes {
    /** The indexes of quads, by the names that TDB2 has for them. */
    private static final List<String> NAMES = List.of("GSPO", "GPOS", "GOSP", "SPOG", "POSG", "OSPG");
    private static final String COUNTED = "SPOG";
    private static final long SORTING_BYTES = 2L * QuadTable.WIDTH * Integer.BYTES;
    private static final String COLUMNS = "GSPO";

    private final DatasetGraph database;
    private final TermTable terms;
    private final QuadTable quads;
    private final long[] identifiers;
    private final int[] inlineRanks;

    Indexes(DatasetGraph database, TermTable terms, QuadTable quads) {
        this.database = database;
        this.terms = terms;
        this.quads = quads;
        long[] inlines = terms.inlines();
        long[] sorted = inlines.clone();
        Arrays.sort(sorted);
        identifiers = Arrays.copyOf(terms.places(), terms.stored() + inlines.length);
        System.arraycopy(sorted, 0, identifiers, terms.stored(), sorted.length);
        inlineRanks = IntStream.range(0, inlines.length).map(i -> terms.stored() + Arrays
                .binarySearch(sorted, inlines[i])).toArray();
    }

    /**
     * Writes all indexes of quads, as many at once as memory and processors allow; returns the number of different
     * triples.
     */
    long writeAll() {
        long free = Runtime.getRuntime().maxMemory() - Runtime.getRuntime().totalMemory() + Runtime.getRuntime()
                .freeMemory();
        long fitting = free / (quads.count() * SORTING_BYTES + 1);
        int threads = (int) Math.max(1, Math.min(Math.min(fitting, NAMES.size()), Runtime.getRuntime()
                .availableProcessors()));
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Long>> writing = NAMES.stream().map(name -> workers.submit(() -> write(name))).toList();
            long triples = 0;
            for (Future<Long> written : writing) {
                triples = Math.max(triples, written.get());
            }
            return triples;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OutOfMemoryError error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            workers.shutdownNow();
        }
    }

    /** Writes one index of quads; returns how many different triples it met where the graph comes last, else zero. */
    private long write(String name) {
        int[] order = name.chars().map(COLUMNS::indexOf).toArray();
        int[] sorted = quads.sorted(order, number -> number < 0 ? inlineRanks[-number - 1] : number,
                identifiers.length);
        TupleIndex index = TDBInternal.findIndex(database, name);
        CoLib.executeWrite(index, () -> pack((BPlusTree) ((TupleIndexRecord) index).getRangeIndex(),
                new QuadRecords(sorted)));
        return name.equals(COUNTED) ? triples(sorted) : 0;
    }

    /** Writes the index of terms; in the transaction of its database. */
    void writeTerms(BPlusTree tree) {
        long[] hashes = terms.hashes();
        Integer[] order = IntStream.range(0, terms.stored()).boxed().toArray(Integer[]::new);
        Arrays.parallelSort(order, (a, b) -> {
            int first = Long.compareUnsigned(hashes[2 * a], hashes[2 * b]);
            return first != 0 ? first : Long.compareUnsigned(hashes[2 * a + 1], hashes[2 * b + 1]);
        });
        pack(tree, Arrays.stream(order).map(number -> {
            byte[] key = new byte[SystemTDB.LenNodeHash];
            byte[] value = new byte[NodeId.SIZE];
            Bytes.setLong(hashes[2 * number], key, 0);
            Bytes.setLong(hashes[2 * number + 1], key, Long.BYTES);
            Bytes.setLong(identifiers[number], value);
            return new Record(key, value);
        }).iterator());
    }

    private static void pack(BPlusTree tree, Iterator<Record> records) {
        RecordFactory factory = tree.getRecordFactory();
        BPlusTreeRewriter.packIntoBPlusTree(records, tree.getParams(), factory, tree.getStateManager()
                .getBufferChannel(),
                tree.getNodeManager().getBlockMgr(), tree.getRecordsMgr().getBlockMgr());
    }

    private static long triples(int[] sorted) {
        long triples = 0;
        for (int i = 0; i < sorted.length; i += QuadTable.WIDTH) {
            if (i == 0 || Arrays.mismatch(sorted, i, i + 3, sorted, i - QuadTable.WIDTH, i - 1) >= 0) {
                triples++;
            }
        }
        return triples;
    }

    /** Sorted quads as keys of an index, each once. */
    private final class QuadRecords implements Iterator<Record> {
        private final int[] sorted;
        private int at;

        QuadRecords(int[] sorted) {
            this.sorted = sorted;
        }

        @Override
        public boolean hasNext() {
            return at < sorted.length;
        }

        @Override
        public Record next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int begin = at;
            do {
                at += QuadTable.WIDTH;
            } while (at < sorted.length && Arrays.equals(sorted, begin, begin + QuadTable.WIDTH, sorted, at, at
                    + QuadTable.WIDTH));
            byte[] key = new byte[QuadTable.WIDTH * NodeId.SIZE];
            for (int i = 0; i < QuadTable.WIDTH; i++) {
                Bytes.setLong(identifiers[sorted[begin + i]], key, i * NodeId.SIZE);
            }
            return new Record(key, null);
        }
    }
}
