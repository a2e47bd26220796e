package org.w3id.trilateral.http;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.http.Accept.Offer;
import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.query.Answer.Form;
import org.w3id.trilateral.result.ResultFormat;

/** The ontology, without its lists and rules: the graphs of the files that lie directly in {@code ontology}. */
final class OntologyEndpoint implements Endpoint {
    private static final String FOLDER = KnowledgeGraph.GRAPHS + "ontology/";

    private final KnowledgeGraph graph;

    OntologyEndpoint(KnowledgeGraph graph) {
        this.graph = graph;
    }

    @Override
    public Reply answer(Call call) {
        call.allowOnly(List.of());
        ResultFormat format = call.accept().best(ResultFormat.of(Form.GRAPH).stream()
                .map(f -> new Offer<>(f, Formats.mediaTypes(f))).toList()).orElse(ResultFormat.TURTLE);
        return Reply.ok(format.contentType(), format.render(Answer.Triples.of(triples(), graph.info().prefixes())))
                .with("Content-Disposition", "inline; filename=\"ontology." + format.extension() + "\"");
    }

    private Set<Triple> triples() {
        List<Node> files = graph.graphNames().stream().filter(node -> node.getURI().startsWith(FOLDER)
                && node.getURI().indexOf('/', FOLDER.length()) < 0).toList();
        return graph.read(data -> {
            Set<Triple> triples = new HashSet<>();
            files.forEach(file -> data.getGraph(file).find().forEach(triples::add));
            return triples;
        });
    }
}
