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
        assertEquals(new String(ResultFormat.TURTLE.render(new Description(running.site.graph()).of(thing)), UTF_8), response.body());
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
        assertEquals("application/rdf+xml", header(running.get("/ontology", "Accept", "application/rdf+xml"), "Content-Type"));
    }

    private static String location(String name, String accept) {
        HttpResponse<String> response = running.get("/id/" + name, "Accept", accept);
        assertEquals(303, response.statusCode());
        assertEquals("Accept, Accept-Language, Cookie", header(response, "Vary"));
        return header(response, "Location");
    }
}
