package org.w3id.trilateral.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.http.Accept.Offer;
import org.w3id.trilateral.page.Gathered.Part;
import org.w3id.trilateral.page.Pages;
import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.query.Answer.Form;
import org.w3id.trilateral.result.ResultFormat;

/**
 * The ontology, without its lists and rules, as a page or as RDF: the graphs of the files that lie directly in
 * {@code ontology}. RDF for who accepts anything, since ontology editors do.
 */
final class OntologyEndpoint implements Endpoint {
    private static final String FOLDER = KnowledgeGraph.GRAPHS + "ontology/";

    private final KnowledgeGraph graph;
    private final Pages pages;

    OntologyEndpoint(KnowledgeGraph graph, Pages pages) {
        this.graph = graph;
        this.pages = pages;
    }

    @Override
    public Reply answer(Call call) {
        call.allowOnly(List.of());
        List<Offer<Optional<ResultFormat>>> offers = new ArrayList<>(Formats.offers(Form.GRAPH));
        offers.add(Offer.of(Optional.empty(), Reply.HTML));
        return call.accept().bestOrRefuse(offers).map(this::data)
                .orElseGet(() -> page(call));
    }

    private Reply page(Call call) {
        boolean isWhole = pages.gathered().has(Part.USES);
        return Reply.html(pages.ontology(call.visit())).keptIf(isWhole);
    }

    private Reply data(ResultFormat format) {
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
