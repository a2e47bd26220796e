package org.w3id.trilateral.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;

import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.http.MethodServlet;
import org.w3id.trilateral.publish.DataHash;

/** {@code /health}: that the service answers, and from which version of the data. */
final class HealthServlet extends MethodServlet {
    private static final long serialVersionUID = 1L;

    private final transient KnowledgeGraph graph;
    private final transient DataHash hash;
    private final String started;

    /** Health of a graph that is served from now on. */
    HealthServlet(KnowledgeGraph graph, DataHash hash) {
        this.graph = graph;
        this.hash = hash;
        this.started = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /**
     * The hash is counted when health is first asked for, so that it does not delay the start; of very many triples it
     * is left out.
     */
    private byte[] body() {
        JsonObject health = JSON.buildObject(object -> {
            object.pair("status", "ok").pair("title", graph.info().title()).pair("version", graph.info().version())
                    .pair("fingerprint", graph.fingerprint());
            hash.soon().ifPresent(hex -> object.pair("data", hex));
            object.pair("triples", graph.size()).pair("started", started);
        });
        return health.toString().getBytes(UTF_8);
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = body();
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        if (request.getMethod().equals("GET")) {
            response.getOutputStream().write(body);
        }
    }
}
