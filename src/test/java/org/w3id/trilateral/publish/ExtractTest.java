package org.w3id.trilateral.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;

import org.w3id.trilateral.Fixture;
import org.w3id.trilateral.graph.KnowledgeGraph;

class ExtractTest {
    private static final KnowledgeGraph GRAPH = Fixture.graph();

    @TestFactory
    Stream<DynamicTest> twoLoadsGiveTheSameBytes() {
        KnowledgeGraph again = Fixture.graph();
        return Stream.of(Extract.values()).map(extract -> DynamicTest.dynamicTest(extract.fileName(), () ->
                assertArrayEquals(extract.render(GRAPH), extract.render(again))));
    }

    @Test
    void aTableHasOneRowForEachThingOfItsClass() {
        List<String> rows = new String(Tables.of(GRAPH).get("tables/Summit.csv"), UTF_8).lines().toList();

        assertTrue(rows.get(0).startsWith("name,"), rows.get(0));
        assertTrue(rows.stream().anyMatch(row -> row.startsWith("camp-david-summit-2023,")), rows.toString());
    }

    @Test
    void theCodebookAndTheDataPackageNameEveryColumnOfEveryTable() {
        Map<String, byte[]> files = Tables.of(GRAPH);
        JsonObject json = JSON.parse(new ByteArrayInputStream(files.get("datapackage.json")));
        String codebook = new String(files.get("codebook.csv"), UTF_8);

        json.get("resources").getAsArray().forEach(resource -> {
            String path = resource.getAsObject().getString("path");
            String heading = new String(files.get(path), UTF_8).lines().findFirst().orElseThrow();
            List<String> fields = resource.getAsObject().getObj("schema").get("fields").getAsArray().stream()
                    .map(JsonValue::getAsObject).map(field -> field.getString("name")).toList();
            assertEquals(heading, String.join(",", fields), path);
            String table = path.substring("tables/".length(), path.length() - ".csv".length());
            fields.forEach(field -> assertTrue(codebook.contains(table + "," + field + ","), table + " " + field));
        });
        assertEquals(files.size() - 2, json.get("resources").getAsArray().size());
    }

    @Test
    void everyEdgeOfTheNetworkJoinsTwoOfItsNodes() throws Exception {
        for (byte[] xml : List.of(Network.of(GRAPH).graphMl(), Network.of(GRAPH).gexf())) {
            Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml));
            List<String> nodes = values(document, "node", "id");

            assertTrue(nodes.contains("camp-david-summit-2023"), nodes.toString());
            assertTrue(nodes.containsAll(values(document, "edge", "source")));
            assertTrue(nodes.containsAll(values(document, "edge", "target")));
        }
    }

    private static List<String> values(Document document, String element, String attribute) {
        return Stream.iterate(0, i -> i + 1).limit(document.getElementsByTagName(element).getLength())
                .map(i -> document.getElementsByTagName(element).item(i).getAttributes().getNamedItem(attribute)
                .getNodeValue()).toList();
    }
}
