package org.w3id.trilateral.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

import org.apache.jena.query.Query;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.w3id.trilateral.data.LiveGraph;
import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.publish.Dump;
import org.w3id.trilateral.query.Execution;
import org.w3id.trilateral.query.Limits;
import org.w3id.trilateral.query.SparqlText;
import org.w3id.trilateral.result.ResultFormat;

/** A graph that RDF4J keeps. */
class Rdf4jStoreTest extends OtherEngine {
    private static Rdf4jEndpoint rdf4j;
    private static KnowledgeGraph kept;

    @BeforeAll
    static void start() throws IOException {
        rdf4j = new Rdf4jEndpoint(SameAnswers.upload());
        kept = RemoteStore.open(URI.create(rdf4j.address()), LiveGraph.HOME);
    }

    @Override
    KnowledgeGraph kept() {
        return kept;
    }

    @AfterAll
    static void stop() {
        rdf4j.close();
    }

    /** RDF4J's own default graph gives a statement once for each graph that it is in. */
    @Test
    void aDefaultGraphThatRepeatsStatementsIsRefused() throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        new Dump(LiveGraph.GRAPH).write(ResultFormat.NQUADS, Optional.empty(), plain, count -> { });
        try (Rdf4jEndpoint other = new Rdf4jEndpoint(plain.toByteArray())) {
            TrilateralException refusal = assertThrows(TrilateralException.class,
                    () -> RemoteStore.open(URI.create(other.address()), LiveGraph.HOME));

            assertEquals(Fault.BAD_OPTION, refusal.fault());
            assertTrue(refusal.getMessage().contains("export --union"), refusal.getMessage());
        }
    }

    /** One limit is below what is tried at the start, one above: that is met when an answer is as long. */
    @ParameterizedTest
    @ValueSource(longs = {7_777, 50_000})
    void aLimitThatIsNotToldIsNoticed(long most) throws IOException {
        try (Rdf4jEndpoint cutting = new Rdf4jEndpoint(SameAnswers.upload(), most)) {
            KnowledgeGraph cut = RemoteStore.open(URI.create(cutting.address()), LiveGraph.HOME);
            Query all = SparqlText.parse("SELECT ?s ?p ?o WHERE { ?s ?p ?o }", cut.info().prefixes());

            TrilateralException failure = assertThrows(TrilateralException.class, () -> new Execution(cut, Limits.LOCAL)
                    .run(all));

            assertEquals(Fault.TOO_LARGE, failure.fault());
            assertTrue(failure.getMessage().contains("cuts answers at " + most), failure.getMessage());
            assertEquals(SameAnswers.triples(LiveGraph.GRAPH), SameAnswers.triples(cut));
        }
    }
}
