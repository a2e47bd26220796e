package org.w3id.trilateral.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.trilateral.http.RunningSite.header;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import org.w3id.trilateral.query.Execution;
import org.w3id.trilateral.query.PackagedQuery;
import org.w3id.trilateral.result.ResultFormat;

class QueryEndpointTest {
    private static RunningSite running;

    @BeforeAll
    static void start() {
        running = new RunningSite();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @TestFactory
    Stream<DynamicTest> everyFormatIsTheSameBytesByEndingByParameterAndByAccept() {
        return running.site.catalogue().all().stream()
                .flatMap(query -> ResultFormat.of(query.form()).stream().map(format ->
                DynamicTest.dynamicTest(query.id() + "." + format.extension(), () -> {
                    byte[] bytes = rendered(query, format);
                    String expected = new String(bytes, UTF_8);

                    HttpResponse<String> byEnding = running.get("/queries/" + query.id() + "." + format.extension());
                    HttpResponse<String> byParameter = running.get("/queries/" + query.id() + "?format="
                            + format.extension());
                    HttpResponse<String> byAccept = running.get("/queries/" + query.id(), "Accept", format.mediaType());

                    assertAll(
                            () -> assertEquals(expected, byEnding.body()),
                            () -> assertEquals(expected, byParameter.body()),
                            () -> assertEquals(expected, byAccept.body()),
                            () -> assertEquals(format.contentType(), header(byAccept, "Content-Type")),
                            () -> assertEquals("attachment; filename=\"" + query.id() + "." + format.extension() + "\"",
                                    header(byEnding, "Content-Disposition")),
                            () -> assertEquals("" + bytes.length, header(byEnding, "Content-Length")));
                })));
    }

    @Test
    void anEndingOutranksTheParameterAndTheParameterOutranksAccept() {
        assertEquals("text/csv;charset=utf-8",
                header(running.get("/queries/summits.csv?format=json", "Accept", "text/html"), "Content-Type"));
        assertEquals("application/sparql-results+json",
                header(running.get("/queries/summits?format=json", "Accept", "text/csv"), "Content-Type"));
    }

    @Test
    void aBrowserGetsThePageAndAProgramGetsData() {
        assertEquals("text/html;charset=utf-8",
                header(running.get("/queries/summits", "Accept", RunningSite.BROWSER), "Content-Type"));
        assertEquals("application/sparql-results+json", header(running.get("/queries/summits"), "Content-Type"));
        assertEquals("text/turtle;charset=utf-8",
                header(running.get("/queries/meetings-graph", "Accept", "*/*"), "Content-Type"));
    }

    @Test
    void weightsDecideBetweenAcceptedTypes() {
        HttpResponse<String> response =
                running.get("/queries/summits", "Accept", "text/csv;q=0.2, TEXT/Tab-Separated-Values;q=0.7, */*;q=0.1");

        assertEquals("text/tab-separated-values;charset=utf-8", header(response, "Content-Type"));
        assertEquals("Accept, Accept-Language, Cookie", header(response, "Vary"));
    }

    @Test
    void whatNobodyOffersIsRefusedWithTheOffers() {
        HttpResponse<String> response = running.get("/queries/summits", "Accept", "image/png");

        assertEquals(406, response.statusCode());
        assertEquals("application/problem+json", header(response, "Content-Type"));
        assertTrue(JSON.parse(response.body()).get("allowed").getAsArray().toString().contains("text/csv"),
                response.body());
    }

    @Test
    void anUnknownQueryIsMetWithTheNearestAndWithTheList() {
        HttpResponse<String> response = running.get("/queries/sumits");

        assertEquals(404, response.statusCode());
        assertTrue(response.body().contains("Did you mean 'summits'?"), response.body());
        assertTrue(response.body().contains("meetings-graph"), response.body());
    }

    @Test
    void anUnknownRepeatedOrMistypedParameterIsRefusedByName() {
        JsonObject unknown = refused("/queries/summits?fromm=2000-01-01");
        JsonObject repeated = refused("/queries/summits?from=2000-01-01&from=2001-01-01");
        JsonObject mistyped = refused("/queries/summits?from=2000-02-30");

        assertTrue(unknown.getString("detail").contains("Did you mean 'from'?"), unknown.toString());
        assertTrue(unknown.get("allowed").toString().contains("attendee"), unknown.toString());
        assertTrue(repeated.getString("detail").contains("'from' is given 2 times"), repeated.toString());
        assertTrue(mistyped.getString("detail").contains("YYYY-MM-DD"), mistyped.toString());
    }

    @Test
    void aFormatThatDoesNotFitTheAnswerIsRefusedWithThoseThatDo() {
        assertTrue(refused("/queries/summits.ttl").get("allowed").toString().contains("csv"));
        assertTrue(refused("/queries/summits?format=xls").get("allowed").toString().contains("tsv"));
    }

    @Test
    void valuesOfTheCallerReachTheQuery() {
        String csv = running.get("/queries/summits.csv?from=2015-01-01&level=").body();

        assertTrue(csv.contains("summit-2018"), csv);
        assertFalse(csv.contains("summit-2014"), csv);
    }

    @Test
    void theTextOfTheQueryIsTheFileUntilValuesChangeIt() {
        String plain = running.get("/queries/summits.rq").body();
        String changed = running.get("/queries/summits.rq?from=2015-01-01").body();

        assertEquals(running.site.catalogue().get("summits").text(), plain);
        assertTrue(changed.contains("\"2015-01-01\"^^"), changed);
        assertFalse(changed.contains("1990-01-01"), changed);
    }

    @Test
    void theCatalogueTellsAProgramAllItNeedsForACall() {
        JsonObject summits = JSON.parseAny(running.get("/queries").body()).getAsArray().get(2).getAsObject();
        JsonObject from = summits.get("parameters").getAsArray().get(0).getAsObject();

        assertEquals("summits", summits.getString("id"));
        assertEquals("Which summits took place?", summits.getString("question"));
        assertEquals(running.origin() + "/queries/summits", summits.getString("url"));
        assertEquals("date", from.getString("type"));
        assertEquals("1990-01-01", from.getString("default"));
        assertTrue(summits.get("formats").toString().contains("csv"));
        assertTrue(running.page("/queries").contains("Which summits took place?"));
    }

    private static JsonObject refused(String path) {
        HttpResponse<String> response = running.get(path);
        assertEquals(400, response.statusCode(), response.body());
        assertEquals("application/problem+json", header(response, "Content-Type"));
        return JSON.parse(response.body());
    }

    private static byte[] rendered(PackagedQuery query, ResultFormat format) {
        Execution execution = new Execution(running.site.graph(), running.site.limits());
        return format.render(execution.run(query.with(Map.of(), running.site.graph())));
    }
}
