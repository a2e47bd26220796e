package org.w3id.trilateral.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.w3id.trilateral.Fixture;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.link.Linksets;

class DataHashTest {
    /**
     * Blank nodes that only their places tell apart, so that every step of the algorithm is taken; counted with
     * rdf-canonize 4.
     */
    private static final String RING = """
            PREFIX : <https://example.org/>
            _:%1$s :next _:%2$s . _:%2$s :next _:%3$s . _:%3$s :next _:%1$s .
            _:x :knows _:y . _:y :knows _:x . _:%1$s :sees _:x . :text :says "tab\\t, \\"quotes\\", \\u007F, line\\n", "한국어"@ko, 7 .
            """;

    @Test
    void theNamesOfBlankNodesMakeNoDifference(@TempDir Path one, @TempDir Path other) {
        assertEquals(hash(one, RING.formatted("a", "b", "c")), hash(other, RING.formatted("q", "p", "r")));
    }

    @Test
    void oneOtherStatementMakesADifference(@TempDir Path one, @TempDir Path other) {
        assertNotEquals(hash(one, RING.formatted("a", "b", "c")),
                hash(other, RING.formatted("a", "b", "c").replace("7 .", "8 .")));
    }

    @Test
    void itIsThatOfOtherImplementations(@TempDir Path folder) {
        assertEquals("96f151259d8f4ef616c93d622ad9fe94899b50379d383a34bb4dbfadc1820d37",
                hash(folder, RING.formatted("a", "b", "c")));
    }

    private static String hash(Path folder, String turtle) {
        return new DataHash(KnowledgeGraph.load(Fixture.with(folder, "ontology/ring.ttl", turtle), Linksets::graphs))
                .hex();
    }
}
