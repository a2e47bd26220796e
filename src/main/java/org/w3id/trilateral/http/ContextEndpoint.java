package org.w3id.trilateral.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.publish.Dump;

/**
 * {@code /context.jsonld}: all the names that the graph is written with in JSON-LD. The documents carry those they use
 * themselves, so that no reader has to fetch them.
 */
final class ContextEndpoint implements Endpoint {
    private final KnowledgeGraph graph;

    ContextEndpoint(KnowledgeGraph graph) {
        this.graph = graph;
    }

    @Override
    public Reply answer(Call call) {
        call.allowOnly(List.of());
        String context = "{\n  \"@context\": " + new Dump(graph).context().json() + "\n}\n";
        return Reply.ok("application/ld+json", context.getBytes(UTF_8));
    }
}
