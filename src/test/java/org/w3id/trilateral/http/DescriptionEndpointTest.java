package org.w3id.trilateral.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.trilateral.http.RunningSite.header;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.VOID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DescriptionEndpointTest {
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
    void aClientFindsItsWayFromTheHomePageAlone() {
        String links = header(running.get("/"), "Link");
        List<String> described = targets(links, "describedby");

        Graph figures = turtle(described.stream().filter(url -> url.endsWith("void")).findFirst().orElseThrow());
        Node dataset = NodeFactory.createURI(targets(links, "cite-as").get(0));
        String endpoint = figures.find(dataset, VOID.sparqlEndpoint.asNode(), Node.ANY).next().getObject().getURI();
        Graph catalog = turtle(described.stream().filter(url -> url.endsWith("catalog")).findFirst().orElseThrow());

        assertEquals(running.origin() + "/sparql", endpoint);
        assertTrue(catalog.contains(Node.ANY, DCAT.dataset.asNode(), dataset));
        targets(links, "item").forEach(url -> assertTrue(
                catalog.contains(Node.ANY, DCAT.downloadURL.asNode(), NodeFactory.createURI(url)), url));
    }

    @Test
    void theFirstPageIsADatasetForSearchEngines() {
        String page = running.page("/");
        String json = page.substring(page.indexOf("ld+json\">") + 9, page.indexOf("</script>"));
        JsonObject dataset = JSON.parse(json);

        assertEquals("Dataset", dataset.getString("@type"));
        assertEquals("2014-03-25/2018-05-09", dataset.getString("temporalCoverage"));
        assertEquals(18, dataset.get("distribution").getAsArray().size());
    }

    @Test
    void sparqlSeesTheDescriptions() {
        String rows = running.get("/sparql?format=csv&query=" + RunningSite.encoded("""
                PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX void: <http://rdfs.org/ns/void#>
                SELECT (COUNT(DISTINCT ?q) AS ?queries) (COUNT(DISTINCT ?g) AS ?graphs)
                WHERE { ?q a sh:SPARQLExecutable . GRAPH ?g { ?d void:classPartition ?c } }""")).body();

        assertEquals("queries,graphs\r\n3,1\r\n", rows);
        assertTrue(running.get("/sparql", "Accept", "application/n-triples").body()
                .contains("<http://www.w3.org/ns/sparql-service-description#name> <" + running.origin()
                        + "/.well-known/void>"));
    }

    @Test
    void figuresComeInTheFormThatIsAcceptedAndInTurtleForBrowsers() {
        assertEquals("application/ld+json", header(running.get("/.well-known/void", "Accept", "application/ld+json"),
                "Content-Type"));
        assertEquals("text/turtle;charset=utf-8",
                header(running.get("/catalog", "Accept", "text/html"), "Content-Type"));
        assertEquals("text/turtle;charset=utf-8",
                header(running.get("/void.ttl", "Accept", "image/png"), "Content-Type"));
        assertEquals(406, running.get("/catalog", "Accept", "image/png").statusCode());
    }

    private static Graph turtle(String url) {
        return RDFParser.fromString(running.get(url.substring(running.origin().length()), "Accept", "text/turtle")
                .body(),
                Lang.TURTLE).toGraph();
    }

    private static List<String> targets(String links, String relation) {
        Matcher matcher = Pattern.compile("<([^>]*)>; rel=\"" + relation + "\"").matcher(links);
        return matcher.results().map(result -> result.group(1)).toList();
    }
}
