package org.w3id.trilateral.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.apache.jena.graph.Node;

import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.page.Frame.Alternate;
import org.w3id.trilateral.publish.Description;
import org.w3id.trilateral.publish.SchemaDataset;
import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.query.PackagedQuery;
import org.w3id.trilateral.query.QueryCatalogue;
import org.w3id.trilateral.result.ResultFormat;

/** The pages of the site, as HTML text. Safe for any number of threads. */
public final class Pages {
    private static final String TEMPLATES = "org.w3id.trilateral.page.template";
    private static final int DIGEST = 12;

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(), TEMPLATES);
    private final KnowledgeGraph graph;
    private final QueryCatalogue catalogue;
    private final List<Count> counts;
    private final long triples;

    /** Pages about a graph and its packaged queries; counts what there is, once. */
    public Pages(KnowledgeGraph graph, QueryCatalogue catalogue) {
        this.graph = graph;
        this.catalogue = catalogue;
        this.counts = graph.read(data ->
                new Census(data.getDefaultGraph(), data.getGraph(KnowledgeGraph.INFERRED), graph.names()).counts());
        this.triples = graph.read(data -> (long) data.getDefaultGraph().size());
    }

    /** The first page. {@code origin} is scheme, host and port of this service, for the examples. */
    public String home(String origin) {
        return page("home.jte", frame(graph.info().title()).with(SchemaDataset.of(graph, origin)), new HomeView(origin, counts, triples, HomeView.themes(catalogue)));
    }

    /** The list of packaged queries. */
    public String catalogue() {
        return page("catalogue.jte", frame("Questions", List.of(new Alternate("/queries?format=json", "application/json", "json"))),
                HomeView.themes(catalogue));
    }

    /**
     * A packaged query, its form and its answer.
     *
     * @param values what the caller gave, by parameter
     * @param origin scheme, host and port of this service
     */
    public String query(PackagedQuery query, Map<String, String> values, Answer answer, String origin) {
        String path = "/queries/" + encoded(query.id());
        String tail = values.entrySet().stream().filter(e -> !e.getValue().isBlank())
                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue().strip())).collect(Collectors.joining("&"));
        String given = tail.isEmpty() ? "" : "?" + tail;
        List<Alternate> downloads = alternates(path, answer.form(), given);
        String sparql = query.textWith(values, graph);
        QueryView view = graph.read(data -> new QueryView(query,
                new Fields(data.getDefaultGraph(), graph.names()).of(query.parameters(), values),
                new AnswerTable(data.getDefaultGraph(), graph.names()).of(answer), AnswerTable.total(answer), sparql,
                origin + path + given, "/editor?query=" + encoded(sparql), origin + "/sparql", downloads));
        return page("query.jte", frame(query.header().summary(), downloads), view);
    }

    /**
     * A thing, with who says so, and the same as JSON-LD.
     *
     * @param language the one that things are named in where they have a name in it: en, ja, ko
     */
    public String entity(Node entity, String language) {
        EntityView view = graph.read(data -> new EntityReader(data, graph.names(), language).read(entity));
        String jsonLd = new String(ResultFormat.JSONLD.render(new Description(graph).of(entity)), UTF_8);
        String name = encoded(graph.names().local(entity.getURI()).orElse(entity.getURI()));
        return page("entity.jte", frame(view.name().words(), alternates("/data/" + name, Answer.Form.GRAPH, "")).with(jsonLd), view);
    }

    /** Things whose label contains a text; an empty text finds nothing. */
    public String search(String text) {
        List<Ref> hits = text.isBlank() ? List.of()
                : graph.read(data -> new Hits(data.getDefaultGraph(), graph.names()).of(text));
        return page("search.jte", frame("Search"), new SearchView(text.strip(), hits));
    }

    /** The terms of the ontology, each under an anchor of its name. */
    public String ontology() {
        OntologyView view = graph.read(data -> new OntologyReader(data, graph.names()).read());
        return page("ontology.jte", frame("Ontology"), view);
    }

    /** A form for the SPARQL endpoint, filled with a query or, where that is blank, with an example. */
    public String editor(String sparql) {
        String prefixes = graph.info().prefixes().entrySet().stream()
                .map(e -> "PREFIX " + e.getKey() + ": <" + e.getValue() + ">").collect(Collectors.joining("\n"));
        return page("editor.jte", frame("SPARQL"), new EditorView(sparql.isBlank() ? EditorView.EXAMPLE : sparql, prefixes));
    }

    /** What went wrong, in the words of the problem document. */
    public String problem(int status, String title, String detail, List<String> allowed) {
        return page("problem.jte", frame(title), new ProblemView(status, title, detail, allowed));
    }

    private Frame frame(String title) {
        return frame(title, List.of());
    }

    private Frame frame(String title, List<Alternate> alternates) {
        return new Frame(title, graph.info(), graph.fingerprint().substring(0, DIGEST), alternates, "");
    }

    private static List<Alternate> alternates(String path, Answer.Form form, String given) {
        return ResultFormat.of(form).stream().map(format ->
                new Alternate(path + "." + format.extension() + given, format.mediaType(), format.extension())).toList();
    }

    private String page(String template, Frame frame, Object view) {
        StringOutput out = new StringOutput();
        templates.render(template, Map.of("frame", frame, "view", view), out);
        return out.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
