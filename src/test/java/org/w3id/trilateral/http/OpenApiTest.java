package org.w3id.trilateral.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
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

class OpenApiTest {
    private static RunningSite running;
    private static JsonObject api;

    @BeforeAll
    static void start() {
        running = new RunningSite();
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

    /** Each path is there, with its parameters filled in, and gives one of the media types it says. */
    @TestFactory
    Stream<DynamicTest> everyPathAnswersAsItSays() {
        return api.getObj("paths").keys().stream().map(path -> DynamicTest.dynamicTest(path, () -> {
            String name = path.startsWith("/data/") ? "summit-2014.ttl" : "dataset.nq.gz";
            String address = path.replace("{name}", "summit-2014").replace("{file}", name);
            JsonObject responses = api.getObj("paths").getObj(path).getObj("get").getObj("responses");
            var response = running.get(address, "Accept", "*/*");

            assertTrue(responses.hasKey("" + response.statusCode()), response.statusCode() + " " + response.body());
            if (response.statusCode() == 200) {
                List<String> types = List.copyOf(responses.getObj("200").getObj("content").keys());
                assertTrue(types.contains(RunningSite.header(response, "Content-Type").split(";")[0]), types.toString());
            }
        }));
    }
}
