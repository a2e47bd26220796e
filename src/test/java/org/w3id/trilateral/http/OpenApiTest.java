package org.w3id.trilateral.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import org.w3id.trilateral.page.StaticFile;
import org.w3id.trilateral.publish.DataHash;
import org.w3id.trilateral.publish.Descriptions;
import org.w3id.trilateral.publish.Releases;
import org.w3id.trilateral.query.Lanes;
import org.w3id.trilateral.query.Limits;
import org.w3id.trilateral.query.QueryDesk;

class OpenApiTest {
    private static final Map<String, String> FILES = Map.of("/data/", "summit-2014.ttl", "/queries/", "summits.csv",
            "/downloads/", "dataset.nq.zst", "/releases/", "release.json", "/static/", StaticFile.STYLE.href()
                    .substring("/static/".length()));

    private static RunningSite running;
    private static JsonObject api;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("first"));
        Files.writeString(folder.resolve("first/release.json"), "{\"version\": \"0.0.9\"}");
        running = new RunningSite(Address.asAsked(), Releases.in(folder));
        api = JSON.parse(running.get("/openapi.json").body());
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void everyPackagedQueryIsDescribedWithTypedParameters() {
        running.site.catalogue().all().forEach(query -> {
            JsonObject get = api.getObj("paths").getObj("/queries/" + query.id()).getObj("get");
            Map<String, String> types = get.get("parameters").getAsArray().stream().map(JsonValue::getAsObject)
                    .collect(Collectors.toMap(p -> p.getString("name"), p -> p.getObj("schema").getString("type")));
            query.parameters().forEach(parameter -> assertTrue(types.containsKey(parameter.name()), types.toString()));
            assertEquals("string", types.get("format"));
            assertEquals(query.id(), get.getString("operationId"));
        });
    }

    /** What a servlet answers for is said, whatever it is. */
    @Test
    void everyRouteIsDescribed() {
        List<String> paths = List.copyOf(api.getObj("paths").keys());
        Set<String> routes =
                new TreeSet<>(Routes.of(running.site, new QueryDesk(running.site.graph(), Limits.SERVICE,
                new Lanes(1)), new DataHash(running.site.graph()),
                new Descriptions(running.site.graph(), running.site.catalogue())).keySet());
        routes.addAll(List.of("/health", "/sparql", "/graph-store"));
        // these pages are there where the graph has the questions that fill them
        routes.removeAll(List.of("/sources", "/as-of/*"));

        assertEquals(List.of(), routes.stream().filter(route -> paths.stream().noneMatch(path -> route.endsWith("/*")
                ? path.startsWith(route.substring(0, route.length() - 1)) : path.equals(route))).toList());
        assertEquals(List.of(), paths.stream().filter(path -> routes.stream().noneMatch(route -> route.endsWith("/*")
                ? route.length() > 2 && (path + "/").startsWith(route.substring(0, route.length() - 1))
                        : path.equals(route)))
                .filter(path -> !path.equals("/")).toList());
    }

    @Test
    void everyOperationHasANameOfItsOwn() {
        List<String> ids = api.getObj("paths").values().stream().map(JsonValue::getAsObject)
                .flatMap(item -> item.values().stream())
                        .map(operation -> operation.getAsObject().getString("operationId")).toList();

        assertEquals(ids.stream().distinct().count(), ids.size(), ids.toString());
    }

    @Test
    void thePageOfTheDescriptionNamesIt() {
        assertTrue(running.page("/api").contains("data-source=\"/openapi.json\""));
    }

    /** Each path is there, with its parameters filled in, and gives one of the media types it says. */
    @TestFactory
    Stream<DynamicTest> everyPathAnswersAsItSays() {
        return api.getObj("paths").keys().stream().map(path -> DynamicTest.dynamicTest(path, () -> {
            String file = FILES.entrySet().stream().filter(entry -> path.startsWith(entry.getKey()))
                    .map(Map.Entry::getValue).findFirst().orElse("");
            String address = path.replace("{name}", "summit-2014").replace("{file}", file).replace("{id}", "summits")
                    .replace("{version}", "0.0.9").replace("/graph-store", "/graph-store?default");
            JsonObject responses = api.getObj("paths").getObj(path).getObj("get").getObj("responses");
            var response = running.get(address, "Accept", "*/*");

            assertTrue(responses.hasKey("" + response.statusCode()), response.statusCode() + " " + response.body());
            if (response.statusCode() == 200) {
                List<String> types = List.copyOf(responses.getObj("200").getObj("content").keys());
                assertTrue(types.contains(RunningSite.header(response, "Content-Type").split(";")[0]),
                        types.toString());
            }
        }));
    }
}
