package org.w3id.trilateral.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.w3id.trilateral.Fixture;
import org.w3id.trilateral.graph.Columns;
import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.graph.Terms;

/** What a database tells in numbers is what its graph holds, and what a graph in memory tells. */
class DatabaseColumnsTest {
    @TempDir
    private Path folder;
    private KnowledgeGraph memory;
    private KnowledgeGraph kept;

    @BeforeEach
    void fill() {
        StringBuilder more = new StringBuilder("@prefix : <http://example.org/> .\n");
        for (int i = 0; i < 3_000; i++) {
            more.append(":thing-").append(i).append(" :text \"").append("long ".repeat(i % 700)).append(i)
                    .append("\" , ").append(i).append(" , \"2001-02-03\"^^<http://www.w3.org/2001/XMLSchema#date> .\n");
        }
        Home home = Fixture.with(folder.resolve("home"), "data/more.ttl", more.toString());
        memory = KnowledgeGraph.load(home);
        kept = new Store(home, () -> memory).open(folder.resolve("store").toString());
    }

    @AfterEach
    void close() {
        kept.dataset().close();
    }

    @Test
    void allTriplesAreThereOnceInEachOrder() {
        for (Columns.Order order : Columns.Order.values()) {
            List<String> expected = kept.read(data -> data.getDefaultGraph().stream().map(Triple::toString).sorted()
                    .toList());

            assertEquals(expected, triples(kept, order));
            assertEquals(expected.size(), triples(memory, order).size());
        }
    }

    @Test
    void theTriplesOfAPropertyAndTheThingsOfAClassAreThoseOfTheGraph() {
        for (KnowledgeGraph graph : List.of(memory, kept)) {
            graph.read(data -> {
                Columns columns = Columns.of(data);
                Map<String, Integer> pairs = new HashMap<>();
                columns.pairs(RDFS.label.asNode(), (subject, object) -> pairs.merge(
                        columns.term(subject) + " " + columns.term(object), 1, Integer::sum));
                long[] events = columns.subjects(RDF.type.asNode(), Terms.EVENT);

                assertEquals(data.getDefaultGraph().find(Node.ANY, RDFS.label.asNode(), Node.ANY).toList().size(),
                        pairs.size());
                assertEquals(pairs.size(), columns.count(RDFS.label.asNode()));
                assertTrue(pairs.values().stream().allMatch(number -> number == 1));
                assertEquals(columns.count(RDF.type.asNode(), Terms.EVENT), events.length);
                assertTrue(events.length > 0 && Arrays.stream(events).allMatch(event ->
                        data.getDefaultGraph().contains(columns.term(event), RDF.type.asNode(), Terms.EVENT)));
                assertEquals(0, columns.count(NodeFactory.createURI("http://example.org/never")));
                return null;
            });
        }
    }

    @Test
    void textsAndDatatypesAreReadHoweverLongTheyAre() {
        Node property = NodeFactory.createURI("http://example.org/text");
        for (KnowledgeGraph graph : List.of(memory, kept)) {
            graph.read(data -> {
                Columns columns = Columns.of(data);
                List<Long> found = new ArrayList<>();
                columns.pairs(property, (subject, object) -> found.add(object));
                long[] numbers = found.stream().mapToLong(Long::longValue).toArray();

                columns.texts(numbers, (place, text) ->
                        assertEquals(columns.term(numbers[place]).getLiteralLexicalForm(), text));
                columns.datatypes(numbers, (place, iri) ->
                        assertEquals(columns.term(numbers[place]).getLiteralDatatypeURI(), iri));
                return null;
            });
        }
    }

    @Test
    void whatFollowsByRuleIsNotStated() {
        Node thing = kept.read(data -> data.getDefaultGraph().find(Node.ANY, RDF.type.asNode(), Terms.EVENT).next()
                .getSubject());
        Node named = kept.read(data -> data.getDefaultGraph().stream(Node.ANY, Terms.ATTESTATION, Node.ANY)
                .findFirst().orElseThrow().getObject());

        for (Node node : List.of(thing, named, Terms.EVENT)) {
            assertEquals(incoming(memory, node), incoming(kept, node));
        }
        assertFalse(incoming(kept, named).isEmpty());
    }

    private static List<String> incoming(KnowledgeGraph graph, Node node) {
        return graph.read(data -> {
            Columns columns = Columns.of(data);
            List<String> found = new ArrayList<>();
            columns.incoming(node, (property, subject) ->
                    found.add(columns.term(property) + " " + columns.term(subject)));
            List<String> expected = Stream.of(data.getDefaultGraph().find(Node.ANY, Node.ANY, node).toList())
                    .flatMap(List::stream).filter(triple -> !data.getGraph(KnowledgeGraph.INFERRED).contains(triple))
                    .map(triple -> triple.getPredicate() + " " + triple.getSubject()).sorted().toList();
            assertEquals(expected, found.stream().sorted().toList());
            return expected;
        });
    }

    private static List<String> triples(KnowledgeGraph graph, Columns.Order order) {
        return graph.read(data -> {
            Columns columns = Columns.of(data);
            List<String> found = new ArrayList<>();
            columns.all(order, (subject, property, object) -> found.add(Triple.create(columns.term(subject),
                    columns.term(property), columns.term(object)).toString()));
            return found.stream().sorted().toList();
        });
    }
}
