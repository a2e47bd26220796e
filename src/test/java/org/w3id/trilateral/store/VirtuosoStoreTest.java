package org.w3id.trilateral.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.w3id.trilateral.data.LiveGraph;
import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.query.Execution;
import org.w3id.trilateral.query.Limits;
import org.w3id.trilateral.query.SparqlText;

/** A graph that Virtuoso keeps, which cuts answers at 10,000 rows. */
class VirtuosoStoreTest extends OtherEngine {
    @TempDir
    private static Path folder;
    private static Virtuoso virtuoso;
    private static KnowledgeGraph kept;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        assumeTrue(Virtuoso.isInstalled(), "Virtuoso is not installed (Debian: virtuoso-opensource-7)");
        virtuoso = Virtuoso.start(folder, SameAnswers.upload());
        kept = RemoteStore.open(URI.create(virtuoso.address()), LiveGraph.HOME);
    }

    @Override
    KnowledgeGraph kept() {
        return kept;
    }

    @AfterAll
    static void stop() {
        if (virtuoso != null) {
            virtuoso.close();
        }
    }

    @Test
    void aLongListIsReadInPages() {
        assertEquals(SameAnswers.triples(LiveGraph.GRAPH), SameAnswers.triples(kept));
        assertEquals(LiveGraph.GRAPH.graphNames(), kept.graphNames());
    }

    @Test
    void anAnswerThatIsCutIsAFailure() {
        TrilateralException failure = assertThrows(TrilateralException.class, () ->
                rows("SELECT ?s ?p ?o WHERE { ?s ?p ?o }"));

        assertEquals(Fault.TOO_LARGE, failure.fault());
        assertTrue(failure.getMessage().contains("cuts answers at 10000 rows"), failure.getMessage());
    }

    @Test
    void anAnswerThatIsShorterIsNone() {
        assertEquals(10_000, rows("SELECT ?s ?p ?o WHERE { ?s ?p ?o } LIMIT 10000"));
        assertEquals(9_999, rows("SELECT ?s ?p ?o WHERE { ?s ?p ?o } LIMIT 9999"));
    }

    private static int rows(String text) {
        return ((Answer.Table) new Execution(kept, Limits.LOCAL).run(SparqlText.parse(text, kept.info().prefixes())))
                .rows().size();
    }
}
