package org.w3id.trilateral.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.w3id.trilateral.Fixture;
import org.w3id.trilateral.data.LiveGraph;
import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.graph.Watch;
import org.w3id.trilateral.store.StoreContent.Kind;

/** A graph that is kept in a folder: whole whatever happens to the process, and never an old state for a new one. */
class StoreTest {
    @TempDir
    private Path folder;
    private Path store;
    private Home home;

    @BeforeEach
    void copyTheFixture() {
        home = Fixture.with(folder.resolve("home"), "queries/none.txt", "");
        store = folder.resolve("store");
    }

    @Test
    void theStoreHoldsWhatTheMemoryHolds() {
        KnowledgeGraph memory = KnowledgeGraph.load(home);

        KnowledgeGraph kept = opened();

        assertEquals(quads(memory), quads(kept));
        assertEquals(memory.fingerprint(), kept.fingerprint());
        assertEquals(memory.size(), kept.size());
        close(kept);
    }

    @Test
    void theDefaultGraphGivesEachTripleOnce() {
        KnowledgeGraph kept = opened();

        List<Triple> union = kept.read(data -> data.getDefaultGraph().find().toList());

        assertEquals(kept.size(), union.size());
        assertEquals(union.size(), new HashSet<>(union).size());
        close(kept);
    }

    @Test
    void everyStepInTheDatabaseIsCountedAndMayEndTheQuery() {
        KnowledgeGraph kept = opened();
        long[] steps = new long[1];
        Runnable onStep = () -> {
            if (++steps[0] == 1_000) {
                throw new QueryCancelledException();
            }
        };

        assertThrows(QueryCancelledException.class, () -> kept.read(data -> {
            try (QueryExec product = QueryExec.dataset(data).query("SELECT * { ?a ?b ?c . ?d ?e ?f }")
                    .set(Watch.ON_STEP, onStep).build()) {
                return Iter.count(product.select());
            }
        }));
        assertEquals(1_000, steps[0]);
        close(kept);
    }

    @Test
    void theSecondOpeningReadsNoTurtle() {
        close(opened());

        KnowledgeGraph again = new Store(home, () -> {
            throw new AssertionError("the home folder is read again");
        }).open(store.toString());

        assertEquals(quads(KnowledgeGraph.load(home)), quads(again));
        close(again);
    }

    @Test
    void aChangedFileIsReadAgain() throws IOException {
        close(opened());
        Files.writeString(home.root().resolve("data/added.ttl"),
                "<https://example.org/new> <https://example.org/is> <https://example.org/there> .\n");

        KnowledgeGraph kept = opened();

        Node added = NodeFactory.createURI("https://example.org/new");
        boolean isThere = kept.read(data -> data.getDefaultGraph().contains(added, Node.ANY, Node.ANY));
        assertTrue(isThere);
        assertEquals(home.fingerprint(), kept.fingerprint());
        assertEquals(1, databases());
        close(kept);
    }

    @Test
    void whatWasLoadedIsNotFilledOver() throws IOException {
        Quad quad = StoreProcess.quad(1);
        try (StoreDirectory directory = StoreDirectory.open(store)) {
            directory.fill(database -> {
                Txn.executeWrite(database, () -> database.add(quad));
                return new StoreContent(Kind.LOADED, "abc", "", 1, List.of("events.nq"));
            });
        }

        KnowledgeGraph kept = opened();

        assertEquals(Set.of(quad),
                Set.copyOf(kept.read(data -> Iter.toList(data.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY)))));
        assertFalse(kept.fingerprint().equals(home.fingerprint()));
        close(kept);
    }

    @Test
    void aStoreThatAnotherProcessHasOpenIsRefusedWithItsNumber() {
        try (StoreProcess other = StoreProcess.start("open", store, home.root())) {
            other.until("open"::equals);

            TrilateralException refusal = assertThrows(TrilateralException.class, this::opened);

            assertEquals(Fault.BAD_OPTION, refusal.fault());
            assertTrue(refusal.getMessage().contains("is open in another process (number "), refusal.getMessage());
        }
    }

    @Test
    void aFolderWithSomethingElseInItIsRefused() throws IOException {
        Files.createDirectories(store);
        Files.writeString(store.resolve("thesis.txt"), "chapter one");

        TrilateralException refusal = assertThrows(TrilateralException.class, this::opened);

        assertEquals(Fault.BAD_OPTION, refusal.fault());
        assertTrue(refusal.getMessage().contains("holds 'thesis.txt'"), refusal.getMessage());
        assertEquals("chapter one", Files.readString(store.resolve("thesis.txt")));
    }

    @Test
    void aProcessKilledWhileItFillsLeavesTheOldStateOrTheNewWhole() throws IOException, InterruptedException {
        close(opened());
        Set<Quad> before = quads(KnowledgeGraph.load(home));
        long fingerprints = 0;
        for (int delay : List.of(0, 400, 900, 1_500, 2_500)) {
            try (StoreProcess filling = StoreProcess.start("open", store, LiveGraph.HOME.root().toAbsolutePath())) {
                filling.until("filling"::equals);
                Thread.sleep(delay);
                filling.kill();
            }

            try (StoreDirectory directory = StoreDirectory.open(store)) {
                StoreContent content = directory.content().orElseThrow();
                fingerprints += content.fingerprint().equals(home.fingerprint()) ? 1 : 0;
                DatasetGraph data = directory.dataset();
                long size = Txn.calculateRead(data, () -> data.getDefaultGraph().size());
                assertEquals(content.triples(), size);
                data.close();
            }
        }
        assertTrue(fingerprints > 0, "no kill came before the switch");

        KnowledgeGraph kept = opened();
        assertEquals(before, quads(kept));
        assertEquals(1, databases());
        close(kept);
    }

    @Test
    void whatWasCommittedIsThereAfterAKill() {
        close(opened());
        for (int cycle = 0; cycle < 3; cycle++) {
            int last;
            try (StoreProcess writing = StoreProcess.start("write", store, home.root())) {
                writing.until(("" + (50 + 37 * cycle))::equals);
                List<String> rest = writing.kill();
                last = rest.isEmpty() ? 50 + 37 * cycle : Integer.parseInt(rest.get(rest.size() - 1));
            }

            KnowledgeGraph kept = opened();

            Set<Quad> quads = quads(kept);
            for (int i = 0; i <= last; i++) {
                assertTrue(quads.contains(StoreProcess.quad(i)), "lost: " + i);
            }
            close(kept);
        }
    }

    @Test
    void aTornJournalDoesNotKeepTheStoreFromOpening() throws IOException {
        KnowledgeGraph first = opened();
        Set<Quad> whole = quads(first);
        close(first);
        Path journal;
        try (Stream<Path> files = Files.walk(store)) {
            journal = files.filter(file -> file.getFileName().toString().equals("journal.jrnl")).findFirst()
                    .orElseThrow();
        }
        Files.write(journal, new byte[] {0, 0, 0, 24, 1, 2, 3, 4, 0, 0, 0, 1, 9, 9}, StandardOpenOption.APPEND);
        assertThrows(JenaException.class, () ->
                DatabaseMgr.connectDatasetGraph(Location.create(copied(journal.getParent().getParent()))));

        KnowledgeGraph kept = opened();

        assertEquals(whole, quads(kept));
        assertEquals(0, Files.size(journal));
        close(kept);
    }

    private Path copied(Path database) throws IOException {
        Path copy = folder.resolve("copy");
        try (Stream<Path> files = Files.walk(database)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(database.relativize(file).toString()));
            }
        }
        return copy;
    }

    private KnowledgeGraph opened() {
        return new Store(home, () -> KnowledgeGraph.load(home)).open(store.toString());
    }

    private static void close(KnowledgeGraph graph) {
        graph.dataset().close();
    }

    private long databases() throws IOException {
        try (Stream<Path> files = Files.list(store)) {
            return files.filter(Files::isDirectory).count();
        }
    }

    private static Set<Quad> quads(KnowledgeGraph graph) {
        return graph.read(data -> Iter.toSet(data.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY)));
    }
}
