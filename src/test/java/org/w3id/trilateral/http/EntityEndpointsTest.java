package org.w3id.trilateral.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.trilateral.http.RunningSite.header;

import java.net.http.HttpResponse;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.w3id.trilateral.graph.Terms;
import org.w3id.trilateral.publish.Description;
import org.w3id.trilateral.result.ResultFormat;

class EntityEndpointsTest {
    private static RunningSite running;

    @BeforeAll
    static void start() {
        running = new RunningSite();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void aThingLeadsToItsPageOrItsDataByWhatIsAccepted() {
        assertEquals("/page/summit-2014", location("summit-2014", RunningSite.BROWSER));
        assertEquals("/page/summit-2014", location("summit-2014", "*/*"));
        assertEquals("/data/summit-2014.ttl", location("summit-2014", "text/turtle"));
        assertEquals("/data/summit-2014.jsonld", location("summit-2014", "application/ld+json, text/html;q=0.5"));
        assertEquals("/data/summit-2014.nt", location("summit-2014", "application/n-triples"));
        assertEquals("/data/summit-2014.rdf", location("summit-2014", "application/rdf+xml"));
        assertEquals("/data/summit-2014.trig", location("summit-2014", "application/trig"));
        assertEquals(406, running.get("/id/summit-2014", "Accept", "image/png").statusCode());
    }

    @Test
    void anUnknownThingIsNotFoundAndTheNearestIsNamed() {
        for (String path : new String[] {"/id/sumit-2014", "/page/sumit-2014", "/data/sumit-2014.ttl"}) {
            HttpResponse<String> response = running.get(path);

            assertEquals(404, response.statusCode(), path);
            assertTrue(response.body().contains("Did you mean 'summit-2014'?"), response.body());
        }
        assertEquals(404, running.get("/id/" + "a".repeat(5000)).statusCode());
        assertEquals(404, running.get("/data/summit-2014").statusCode());
    }

    @Test
    void dataIsTheDescriptionWithSourcesAndLabels() {
        HttpResponse<String> response = running.get("/data/summit-2014.ttl");
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(response.body(), Lang.TURTLE).parse(graph);
        Node thing = NodeFactory.createURI(running.site.graph().info().base() + "summit-2014");

        assertEquals("text/turtle;charset=utf-8", header(response, "Content-Type"));
        assertEquals(2, graph.find(thing, Terms.ATTESTATION, Node.ANY).toList().size());
        assertTrue(graph.contains(Node.ANY, DCTerms.title.asNode(), Node.ANY));
        assertTrue(graph.contains(NodeFactory.createURI(Terms.TRI + "attendee"), RDFS.label.asNode(), Node.ANY));
        assertEquals(new String(ResultFormat.TURTLE.render(new Description(running.site.graph()).of(thing)), UTF_8),
                response.body());
    }

    @Test
    void anAttestationHasAnAddressOfItsOwn() {
        Node thing = NodeFactory.createURI(running.site.graph().info().base() + "summit-2018");
        String part = running.site.graph().read(data -> data.getDefaultGraph()
                .find(thing, Terms.ATTESTATION, Node.ANY).next().getObject().getURI());

        HttpResponse<String> page = running.get("/page" + part.substring(part.lastIndexOf('/')));

        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("row 4"), page.body());
    }

    @Test
    void theOntologyIsAPageOrRdf() {
        assertTrue(running.page("/ontology").contains("id=\"Summit\""));
        assertEquals("text/turtle;charset=utf-8", header(running.get("/ontology"), "Content-Type"));
        assertEquals("application/rdf+xml", header(running.get("/ontology", "Accept", "application/rdf+xml"),
                "Content-Type"));
    }

    @Test
    void aThingLeadsToThePageInTheLanguageThatIsPreferred() {
        HttpResponse<String> chosen = running.get("/id/summit-2014?lang=ko", "Accept", "text/html");
        HttpResponse<String> preferred = running.get("/page/summit-2014", "Accept-Language", "fr, ko;q=0.8");

        assertEquals("/page/summit-2014?lang=ko", header(chosen, "Location"));
        assertTrue(preferred.body().contains("<title>2014년 정상회담"), preferred.body());
        assertTrue(running.page("/page/summit-2014?lang=ko").contains("<title>2014년 정상회담"));
        assertTrue(running.page("/page/summit-2014").contains("<title>Summit of 2014"));
        assertEquals(400, running.get("/page/summit-2014?lang=fr").statusCode());
    }

    @Test
    void aWithdrawnThingIsGoneAndWhatReplacesItIsNamed() {
        for (String path : new String[] {"/id/summit-of-2014", "/page/summit-of-2014", "/data/summit-of-2014.ttl"}) {
            HttpResponse<String> response = running.get(path);

            assertEquals(410, response.statusCode(), path);
            assertTrue(response.body().contains("\"allowed\": [\"https://w3id.org/trilateral/id/summit-2014\"]"),
                    response.body());
        }
    }

    @Test
    void aPageCarriesItsDataAsJsonLdThatCannotEndItsElement() {
        String page = running.page("/page/source-essay");
        String script = page.substring(page.indexOf("<script type=\"application/ld+json\">") + 35);
        String json = script.substring(0, script.indexOf("</script>"));
        Graph graph = RDFParser.fromString(json, Lang.JSONLD11).toGraph();

        assertTrue(json.contains("\\u003ccooperation>"), json);
        assertTrue(graph.contains(NodeFactory.createURI(running.site.graph().info().base() + "source-essay"),
                DCTerms.title.asNode(), NodeFactory.createLiteralString("An essay on <cooperation> & trust")));
    }

    @Test
    void aPageIsSignposted() {
        String link = header(running.get("/page/summit-2014"), "Link");

        assertTrue(link.contains("<https://w3id.org/trilateral/id/summit-2014>; rel=\"cite-as\""), link);
        assertTrue(link.contains("<" + running.origin()
                + "/data/summit-2014.ttl>; rel=\"describedby\"; type=\"text/turtle\""), link);
        assertTrue(link.contains(
                "/id/summit-2014/cite?format=bib>; rel=\"describedby\"; type=\"application/x-bibtex\""), link);
        assertTrue(link.contains("<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\""), link);
        assertTrue(header(running.get("/data/summit-2014.ttl"), "Link")
                .contains("<https://w3id.org/trilateral/id/summit-2014>; rel=\"describes\""));
    }

    private static String location(String name, String accept) {
        HttpResponse<String> response = running.get("/id/" + name, "Accept", accept);
        assertEquals(303, response.statusCode());
        assertEquals("Accept, Accept-Language, Cookie", header(response, "Vary"));
        return header(response, "Location");
    }
}
