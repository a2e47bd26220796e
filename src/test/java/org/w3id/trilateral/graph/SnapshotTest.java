package org.w3id.trilateral.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.w3id.trilateral.Fixture;

/** A start from a snapshot answers as a start from the Turtle does, and never from files that have changed. */
class SnapshotTest {
    @TempDir
    private Path folder;
    private Home home;

    @BeforeEach
    void copyTheFixture() {
        home = Fixture.with(folder.resolve("home"), "queries/none.txt", "");
    }

    @Test
    void theSecondStartHoldsWhatTheFirstHeld() throws IOException {
        KnowledgeGraph first = load();

        KnowledgeGraph second = load();

        assertEquals(1, snapshots().size());
        assertEquals(quads(first), quads(second));
        assertEquals(first.fingerprint(), second.fingerprint());
        assertEquals(first.info(), second.info());
    }

    @Test
    void aChangedFileIsReadAgain() throws IOException {
        load();
        Files.writeString(home.root().resolve("data/added.ttl"),
                "<https://example.org/new> <https://example.org/is> <https://example.org/there> .\n");

        KnowledgeGraph graph = load();

        Node added = NodeFactory.createURI("https://example.org/new");
        boolean isThere = graph.read(data -> data.getDefaultGraph().contains(added, Node.ANY, Node.ANY));
        assertTrue(isThere);
    }

    @Test
    void aTornSnapshotIsAsGoodAsNone() throws IOException {
        Set<Quad> whole = quads(load());
        Path snapshot = snapshots().iterator().next();
        byte[] bytes = Files.readAllBytes(snapshot);
        Files.write(snapshot, Arrays.copyOf(bytes, bytes.length / 2), StandardOpenOption.TRUNCATE_EXISTING);

        assertEquals(whole, quads(load()));
    }

    private KnowledgeGraph load() {
        return KnowledgeGraph.load(home, none -> Map.of(), folder.resolve("snapshots"));
    }

    private Set<Path> snapshots() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("snapshots"))) {
            return files.collect(Collectors.toSet());
        }
    }

    private static Set<Quad> quads(KnowledgeGraph graph) {
        return graph.read(data -> Iter.toSet(data.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY)));
    }
}
