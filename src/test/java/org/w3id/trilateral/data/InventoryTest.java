package org.w3id.trilateral.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.query.Execution;
import org.w3id.trilateral.query.Limits;

/**
 * Everything that the two documents name is in the graph with its paragraphs, or stands in the list of what is left
 * out.
 */
class InventoryTest {
    private static final int ITEMS = 287;
    private static final KnowledgeGraph GRAPH = LiveGraph.GRAPH;

    @Test
    void theInventoryIsWhole() throws IOException {
        assertEquals(ITEMS, inventory().size());
    }

    @TestFactory
    Stream<DynamicTest> eachItemIsThereWithItsParagraphs() throws IOException {
        return inventory().stream().map(item -> dynamicTest(item.get("source") + " " + item.get("label"), () -> {
            if (item.get("entities").isEmpty()) {
                assertFalse(item.get("reason").isBlank(), "neither in the graph nor left out for a reason");
                return;
            }
            List<String> entities = List.of(item.get("entities").split(" "));
            for (String entity : entities) {
                assertTrue(isDescribed(entity), entity);
            }
            for (String paragraph : item.get("paragraphs").split(" ")) {
                assertTrue(isAttested(entities, item.get("source"), paragraph),
                        "paragraph " + paragraph + " of " + entities);
            }
        }));
    }

    private static boolean isDescribed(String entity) {
        return GRAPH.read(data -> data.getDefaultGraph().contains(iri(entity), Node.ANY, Node.ANY));
    }

    private static boolean isAttested(List<String> entities, String source, String paragraph) {
        String values = String.join(" ", entities.stream().map(name -> "trid:" + name).toList());
        String query = """
                PREFIX tri: <https://w3id.org/trilateral/ontology#>
                PREFIX trid: <https://w3id.org/trilateral/id/>
                ASK { VALUES ?thing { %s } ?thing tri:attestation [ tri:source trid:%s ; tri:paragraph %s ] }
                """.formatted(values, source, paragraph);
        return new Execution(GRAPH, Limits.SERVICE).run(QueryFactory.create(query)).equals(new Answer.Truth(true));
    }

    private static Node iri(String name) {
        return NodeFactory.createURI(GRAPH.info().base() + name);
    }

    private static List<CSVRecord> inventory() throws IOException {
        Path file = Path.of("src/test/resources/inventory.csv");
        try (CSVParser parser = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get()
                .parse(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
            return new ArrayList<>(parser.getRecords());
        }
    }
}
