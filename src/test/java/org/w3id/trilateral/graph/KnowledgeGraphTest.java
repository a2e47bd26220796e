package org.w3id.trilateral.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.w3id.trilateral.Fixture;
import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

class KnowledgeGraphTest {
    private static final KnowledgeGraph GRAPH = Fixture.graph();
    private static final Node CAMP_DAVID =
            NodeFactory.createURI("https://w3id.org/trilateral/id/camp-david-summit-2023");

    @Test
    void theUnionHoldsEachTripleOfTheNamedGraphsOnce() {
        List<Triple> union = GRAPH.read(data -> data.getDefaultGraph().find().toList());
        Set<Triple> parts = GRAPH.read(data -> {
            Set<Triple> all = new HashSet<>();
            GRAPH.graphNames().forEach(name -> all.addAll(data.getGraph(name).find().toList()));
            return all;
        });

        assertEquals(parts, new HashSet<>(union));
        assertEquals(parts.size(), union.size());
    }

    @Test
    void anAttestationHasTheSameIriInEveryRun() {
        List<String> iris = GRAPH.read(data -> data.getDefaultGraph().find(CAMP_DAVID, Terms.ATTESTATION, Node.ANY)
                .mapWith(t -> t.getObject().getURI()).toList());

        assertEquals(List.of(CAMP_DAVID.getURI() + "--6892ab8646"), iris);
    }

    @Test
    void noBlankNodeIsLeft() {
        Node launches = NodeFactory.createURI(KnowledgeGraph.GRAPHS + "data/chronology/launches");

        boolean blank = GRAPH.read(data -> data.getGraph(launches).stream()
                .anyMatch(t -> t.getSubject().isBlank() || t.getObject().isBlank()));

        assertFalse(blank);
    }

    @Test
    void whatFollowsByTheRulesLiesInAGraphOfItsOwn() {
        Triple meeting = Triple.create(CAMP_DAVID, RDF.type.asNode(), NodeFactory.createURI(Terms.TRI + "Meeting"));
        Triple summit = Triple.create(CAMP_DAVID, RDF.type.asNode(), NodeFactory.createURI(Terms.TRI + "Summit"));

        boolean derived = GRAPH.read(data -> data.getGraph(KnowledgeGraph.INFERRED).contains(meeting));
        boolean stated = GRAPH.read(data -> data.getGraph(KnowledgeGraph.INFERRED).contains(summit));

        assertTrue(derived);
        assertFalse(stated);
    }

    @Test
    void twoLoadsHaveOneFingerprintAndAChangeHasAnother(@TempDir Path folder) {
        assertEquals(GRAPH.fingerprint(), Fixture.graph().fingerprint());

        Home changed = Fixture.with(folder, "data/states/more.ttl",
                "<https://example.org/a> <https://example.org/b> 1 .");

        assertFalse(GRAPH.fingerprint().equals(changed.fingerprint()));
    }

    @Test
    void aSyntaxErrorIsToldWithFileAndLine(@TempDir Path folder) {
        Home home = Fixture.with(folder, "data/states/broken.ttl",
                "PREFIX ex: <https://example.org/>\n\nex:a ex:b ; .\n");

        TrilateralException failure = assertThrows(TrilateralException.class, () -> KnowledgeGraph.load(home));

        assertEquals(Fault.MALFORMED_SOURCE, failure.fault());
        assertTrue(failure.getMessage().startsWith("data/states/broken.ttl: [line: 3,"), failure.getMessage());
    }

    @Test
    void aDayThatDoesNotExistIsAnError(@TempDir Path folder) {
        Home home = Fixture.with(folder, "data/states/broken.ttl",
                "<https://example.org/a> <https://example.org/b> \"2023-02-30\"^^<http://www.w3.org/2001/XMLSchema#date> .");

        TrilateralException failure = assertThrows(TrilateralException.class, () -> KnowledgeGraph.load(home));

        assertTrue(failure.getMessage().startsWith("data/states/broken.ttl: [line: 1,"), failure.getMessage());
    }

    @Test
    void aRuleMustBeAConstructQuery(@TempDir Path folder) {
        Home home = Fixture.with(folder, "ontology/rules/99-wrong.rq", "ASK {}");

        TrilateralException failure = assertThrows(TrilateralException.class, () -> KnowledgeGraph.load(home));

        assertEquals("ontology/rules/99-wrong.rq: a rule must be a CONSTRUCT query", failure.getMessage());
    }

    @Test
    void aFolderWithoutTheThreePartsIsRefused(@TempDir Path folder) {
        TrilateralException failure = assertThrows(TrilateralException.class, () -> new Home(folder));

        assertEquals(Fault.BAD_OPTION, failure.fault());
    }
}
