package org.w3id.trilateral.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import org.w3id.trilateral.data.LiveGraph;
import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.publish.Dump;
import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.query.Execution;
import org.w3id.trilateral.query.Limits;
import org.w3id.trilateral.query.SparqlText;
import org.w3id.trilateral.result.ResultFormat;

/** A graph that another Fuseki keeps. */
class FusekiStoreTest extends OtherEngine {
    private static FusekiServer fuseki;
    private static KnowledgeGraph kept;

    @BeforeAll
    static void startAnotherFuseki() {
        DatasetGraph whole = DatasetGraphFactory.createTxnMem();
        Txn.executeWrite(whole, () -> RDFDataMgr.read(whole, new ByteArrayInputStream(SameAnswers.upload()),
                Lang.NQUADS));
        DatasetGraph filled = DatasetGraphFactory.createTxnMem();
        DatasetGraph named = DatasetGraphFactory.createTxnMem();
        List<Quad> quads = Txn.calculateRead(whole, () -> Iter.toList(whole.find()));
        Txn.executeWrite(filled, () -> quads.forEach(quad -> filled.add(quad.getGraph().equals(KnowledgeGraph.UNION)
                ? Quad.create(Quad.defaultGraphIRI, quad.asTriple()) : quad)));
        Txn.executeWrite(named, () -> quads.stream().filter(quad -> !quad.getGraph().equals(KnowledgeGraph.UNION))
                .forEach(named::add));
        fuseki = FusekiServer.create().port(0).loopback(true).add("/whole", whole, false).add("/filled", filled, false)
                .add("/named", named, false).start();
        kept = opened("whole");
    }

    @Override
    KnowledgeGraph kept() {
        return kept;
    }

    @AfterAll
    static void stop() {
        fuseki.stop();
    }

    @TestFactory
    Stream<DynamicTest> everyPackagedQueryGivesTheSameRowsWhereTheDefaultGraphIsTheUnion() {
        KnowledgeGraph filled = opened("filled");
        return SameAnswers.in(() -> filled);
    }

    @Test
    void theDefaultGraphHoldsTheSameTriples() {
        Set<Triple> here = LiveGraph.GRAPH.read(data -> named(data.getDefaultGraph().find().toList()));
        Set<Triple> there = kept.read(data -> named(data.getDefaultGraph().find().toList()));

        assertEquals(here, there);
        assertEquals(LiveGraph.GRAPH.size(), kept.size());
        assertEquals(LiveGraph.GRAPH.graphNames(), kept.graphNames());
    }

    @Test
    void anExportFromThereIsTheSameBytes() {
        assertArrayEquals(dump(LiveGraph.GRAPH), dump(kept));
    }

    @Test
    void describeConstructAndAskAreAnsweredToo() {
        for (String text : List.of("DESCRIBE trid:japan",
                "DESCRIBE ?s WHERE { ?s a tri:TrilateralSummit } ORDER BY ?s LIMIT 2",
                "CONSTRUCT { ?s tri:start ?day } WHERE { ?s a tri:Summit ; tri:start ?day }",
                "ASK { ?s a tri:Summit }", "ASK { ?s a tri:NoSuchClass }",
                "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g",
                "SELECT ?s FROM <https://w3id.org/trilateral/graph/data/dataset> WHERE { ?s a ?type }")) {
            assertEquals(answer(LiveGraph.GRAPH, text), answer(kept, text), text);
        }
    }

    @Test
    void whatIsRefusedHereIsNotAskedThere() {
        TrilateralException refusal = assertThrows(TrilateralException.class,
                () -> answer(kept, "SELECT * WHERE { SERVICE <http://localhost:1/sparql> { ?s ?p ?o } }"));

        assertEquals(Fault.REFUSED, refusal.fault());
    }

    @Test
    void anAnswerOfTooManyRowsIsAFailure() {
        TrilateralException failure = assertThrows(TrilateralException.class, () -> new Execution(kept,
                new Limits(Duration.ofSeconds(60), 1_000)).run(parsed("SELECT * WHERE { ?s ?p ?o }")));

        assertEquals(Fault.TOO_LARGE, failure.fault());
    }

    @Test
    void aLongQueryEndsWithTheTimeLimit() {
        TrilateralException failure = assertThrows(TrilateralException.class, () -> new Execution(kept,
                new Limits(Duration.ofSeconds(1), 1_000))
                        .run(parsed("SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")));

        assertEquals(Fault.TIMEOUT, failure.fault());
    }

    @Test
    void aServiceWhoseDefaultGraphIsEmptyIsRefused() {
        TrilateralException refusal = assertThrows(TrilateralException.class, () -> opened("named"));

        assertEquals(Fault.BAD_OPTION, refusal.fault());
        assertTrue(refusal.getMessage().contains("is empty"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("export --union"), refusal.getMessage());
    }

    @Test
    void aServiceThatIsDownIsToldSo() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        TrilateralException failure = assertThrows(TrilateralException.class,
                () -> RemoteStore.open(URI.create("http://localhost:" + port + "/sparql"), LiveGraph.HOME));

        assertEquals(Fault.UNAVAILABLE, failure.fault());
        assertTrue(failure.getMessage().contains("cannot be reached"), failure.getMessage());
    }

    @Test
    void anAddressThatIsNoEndpointIsToldSo() {
        TrilateralException failure = assertThrows(TrilateralException.class, () -> opened("nothing-here"));

        assertEquals(Fault.UNAVAILABLE, failure.fault());
        assertTrue(failure.getMessage().contains("404"), failure.getMessage());
    }

    private static KnowledgeGraph opened(String dataset) {
        return RemoteStore.open(URI.create("http://localhost:" + fuseki.getPort() + "/" + dataset + "/sparql"),
                LiveGraph.HOME);
    }

    private static Query parsed(String text) {
        return SparqlText.parse(text, LiveGraph.GRAPH.info().prefixes());
    }

    private static Object answer(KnowledgeGraph graph, String text) {
        Answer answer = new Execution(graph, Limits.LOCAL).run(parsed(text));
        return answer instanceof Answer.Table table ? new HashSet<>(table.rows()) : answer;
    }

    private static Set<Triple> named(List<Triple> triples) {
        Set<Triple> named = new HashSet<>();
        triples.forEach(t ->
                named.add(Triple.create(anonymous(t.getSubject()), t.getPredicate(), anonymous(t.getObject()))));
        return named;
    }

    private static Node anonymous(Node node) {
        return node.isBlank() ? NodeFactory.createURI("_:") : node;
    }

    private static byte[] dump(KnowledgeGraph graph) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Dump(graph).write(ResultFormat.NQUADS, Optional.empty(), out, count -> { });
        return out.toByteArray();
    }
}
