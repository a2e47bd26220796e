package org.w3id.trilateral.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.dboe.transaction.txn.Transaction;
import org.apache.jena.dboe.transaction.txn.TransactionCoordinator;
import org.apache.jena.graph.Node;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.base.CoLib;
import org.apache.jena.tdb2.store.nodetable.NodeTableTRDF;
import org.apache.jena.tdb2.sys.TDBInternal;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;

/**
 * Fills a new TDB2 database with files of any number of statements, on top of a graph.
 *
 * <p>The files are read once, line by line; terms get numbers, and statements, with what follows from them, become four
 * numbers each. Then each index is sorted and written from its leaves upwards, full and in order, which is several
 * times as fast as inserting and makes smaller files. The rules that cannot be followed while reading are run at the
 * end. All of it needs about 60 bytes of memory for a statement and 100 for a term.
 */
public final class BulkLoad {
    private final Home home;
    private final KnowledgeGraph base;
    private final LoadListener listener;

    /**
     * A load.
     *
     * @param home     whose ontology and rules say what follows
     * @param base     what lies in the store beside the files
     * @param listener is told how it goes
     */
    public BulkLoad(Home home, KnowledgeGraph base, LoadListener listener) {
        this.home = Objects.requireNonNull(home, "home");
        this.base = Objects.requireNonNull(base, "base");
        this.listener = Objects.requireNonNull(listener, "listener");
    }

    /**
     * Checks that files can be loaded, before any work is done.
     *
     * @throws TrilateralException {@link Fault#BAD_OPTION} for a file that cannot be read, or whose ending says no
     *         format
     */
    public static void check(List<Path> files) {
        files.forEach(EventFile::of);
    }

    /**
     * Reads the files and fills a database.
     *
     * @param database new and empty; no longer usable afterwards, its folder is
     * @throws TrilateralException {@link Fault#MALFORMED_SOURCE} for a file that cannot be read to its end;
     *                             {@link Fault#TOO_LARGE} if there is too little memory
     */
    public LoadReport fill(DatasetGraph database, List<Path> files) {
        long begun = System.nanoTime();
        List<EventFile> chosen = files.stream().map(EventFile::of).toList();
        Location location = TDBInternal.getDatabaseContainer(database).getLocation();
        Packed packed = inTransaction(database, chosen);
        TDBInternal.expel(database, true);
        listener.begins("following the rules that need the whole");
        DatasetGraph filled = DatabaseMgr.connectDatasetGraph(location);
        try {
            long late = Txn.calculateWrite(filled, () -> {
                base.info().prefixes().forEach(filled.prefixes()::add);
                return new Afterwards(home, filled).follow(packed.scattered());
            });
            return packed.report(late, Duration.ofNanos(System.nanoTime() - begun));
        } finally {
            TDBInternal.expel(filled, true);
        }
    }

    /** What is in the indexes so far, and what is left to be put right. */
    private record Packed(Reading reading, long following, long undated, long triples, Set<Node> scattered) {
        LoadReport report(long late, Duration took) {
            return new LoadReport(reading.statements(), following + late, reading.refused(), undated, triples + late,
                    reading.fingerprint(), took);
        }
    }

    private Packed inTransaction(DatasetGraph database, List<EventFile> files) {
        NodeTableTRDF table = (NodeTableTRDF) TDBInternal.getDatasetGraphTDB(database).getQuadTable()
                .getNodeTupleTable()
                .getNodeTable().baseNodeTable();
        TransactionCoordinator coordinator = CoLib.newCoordinator();
        CoLib.add(coordinator, table);
        CoLib.start(coordinator);
        Transaction transaction = coordinator.begin(TxnType.WRITE);
        try {
            Packed packed = pack(database, table, files);
            transaction.commit();
            return packed;
        } catch (OutOfMemoryError e) {
            transaction.abort();
            throw tooLarge(e);
        } catch (RuntimeException e) {
            transaction.abort();
            throw e;
        } finally {
            transaction.end();
        }
    }

    private static TrilateralException tooLarge(OutOfMemoryError e) {
        return new TrilateralException(Fault.TOO_LARGE, "the load needs more memory than the "
                + (Runtime.getRuntime().maxMemory() >> 20)
                + " MB that Java may take here: about 60 bytes for each statement and 100 for each term. Give more with"
                + " TRILATERAL_JAVA_OPTS=-Xmx8g. Nothing was loaded", e);
    }

    private Packed pack(DatasetGraph database, NodeTableTRDF table, List<EventFile> files) {
        TermTable terms = new TermTable(table.getData());
        QuadTable quads = new QuadTable();
        int inferred = terms.of(KnowledgeGraph.INFERRED);
        Derivation<Integer> derivation = new Derivation<>(Schema.of(home), Streamed.of(home), terms,
                (s, p, o) -> quads.add(inferred, s, p, o));
        Reading reading = new Reading(terms, (g, s, p, o) -> {
            derivation.accept(s, p, o);
            quads.add(g, s, p, o);
        }, listener);
        files.forEach(reading::read);
        derivation.finish();
        long following = quads.count() - reading.statements();
        Set<Integer> scattered = new LinkedHashSet<>(derivation.scattered());
        addBase(terms, quads, scattered);
        listener.begins("writing the index of terms");
        Indexes indexes = new Indexes(database, terms, quads);
        indexes.writeTerms((BPlusTree) table.getIndex());
        listener.begins("writing the indexes of statements");
        return new Packed(reading, following, derivation.undated(), indexes.writeAll(),
                scattered.stream().map(terms::term).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private void addBase(TermTable terms, QuadTable quads, Set<Integer> scattered) {
        base.read(data -> {
            for (Node name : base.graphNames()) {
                int graph = terms.of(name);
                data.getGraph(name).find().forEachRemaining(triple -> {
                    Integer subject = terms.of(triple.getSubject());
                    quads.add(graph, subject, terms.of(triple.getPredicate()), terms.of(triple.getObject()));
                    if (terms.isComplete(subject)) {
                        scattered.add(subject);
                    }
                });
            }
            return null;
        });
    }
}
