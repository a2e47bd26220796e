package org.w3id.trilateral.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.trilateral.http.RunningSite.header;

import java.net.http.HttpResponse;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.w3id.trilateral.graph.Terms;
import org.w3id.trilateral.publish.DataHash;

class CiteEndpointTest {
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
    void aThingIsCitedWithVersionAndFingerprint() {
        String brief = new DataHash(running.site.graph()).brief();

        assertEquals("Trilateral editors (2026). Summit of 2014. In: Fixture: a small graph of meetings, "
                + "version 0.1.0 of 2026-11-22, data " + brief + ". https://w3id.org/trilateral/id/summit-2014\n",
                running.get("/id/summit-2014/cite").body());
    }

    @Test
    void aCitationComesInTheFormThatIsNamedOrAccepted() {
        assertTrue(running.get("/id/summit-2014/cite?format=bib").body()
                .startsWith("@misc{trilateraleditors2026-summit-2014,"));
        assertTrue(running.get("/id/summit-2014/cite?format=ris").body()
                .startsWith("TY  - DATA\r\nAU  - Trilateral editors,\r\n"));
        HttpResponse<String> csl = running.get("/cite", "Accept", "application/vnd.citationstyles.csl+json");
        assertEquals("application/vnd.citationstyles.csl+json", header(csl, "Content-Type"));
        assertEquals("0.1.0", JSON.parseAny(csl.body()).getAsArray().get(0).getAsObject().getString("version"));
        assertEquals(400, running.get("/cite?format=doc").statusCode());
        assertEquals(406, running.get("/cite", "Accept", "image/png").statusCode());
    }

    @Test
    void aStatementIsCitedByItsAttestation() {
        Node thing = NodeFactory.createURI(running.site.graph().info().base() + "summit-2018");
        String part = running.site.graph().read(data -> data.getDefaultGraph()
                .find(thing, Terms.ATTESTATION, Node.ANY).next().getObject().getURI());

        String cited = running.get("/id" + part.substring(part.lastIndexOf('/')) + "/cite").body();

        assertTrue(cited.contains("Summit of 2018 (one attestation)") && cited.endsWith(part + "\n"), cited);
    }

    @Test
    void aResultIsCitedByTheAddressThatGivesIt() {
        String cited = running.get("/queries/summits/cite?from=2015-01-01").body();

        assertTrue(cited.endsWith(running.origin() + "/queries/summits?from=2015-01-01\n"), cited);
        assertEquals(400, running.get("/queries/summits/cite?fron=2015-01-01").statusCode());
        assertEquals(404, running.get("/id/none-such/cite").statusCode());
    }
}
