package org.w3id.trilateral.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;

import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.graph.NameIndex;
import org.w3id.trilateral.page.Frame.Alternate;
import org.w3id.trilateral.publish.Description;
import org.w3id.trilateral.publish.Downloads;
import org.w3id.trilateral.publish.SchemaDataset;
import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.query.PackagedQuery;
import org.w3id.trilateral.query.QueryCatalogue;
import org.w3id.trilateral.query.Sitting;
import org.w3id.trilateral.result.JsonLdWriter;
import org.w3id.trilateral.result.ResultFormat;

/** The pages of the site, as HTML text. Safe for any number of threads. */
public final class Pages {
    private static final String TEMPLATES = "org.w3id.trilateral.page.template";
    private static final int DIGEST = 12;
    /** The packaged query that the first page draws, where there is one. */
    private static final String CHRONOLOGY = "chronology";

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(), TEMPLATES);
    private final KnowledgeGraph graph;
    private final QueryCatalogue catalogue;
    private final Finder finder;
    private final Gathered gathered;
    private final Optional<Picture> chronology;

    /** Pages about a graph and its packaged queries; what there is is counted once, when it is first told. */
    public Pages(KnowledgeGraph graph, QueryCatalogue catalogue) {
        this.graph = graph;
        this.catalogue = catalogue;
        this.gathered = new Gathered(graph);
        this.chronology = catalogue.all().stream().filter(query -> query.id().equals(CHRONOLOGY)).findFirst()
                .flatMap(query -> picture(query, "").map(Picture::whole));
        this.finder = new Finder(graph, catalogue);
    }

    /** What is gathered from all of the data for these pages. */
    public Gathered gathered() {
        return gathered;
    }

    /** The first page, with what it tells of as JSON-LD. */
    public String home(Visit visit) {
        Node dataset = NodeFactory.createURI(graph.info().iri());
        HomeView view = graph.read(data -> {
            Labels labels = labels(data, visit);
            return new HomeView(labels.of(dataset, DCTerms.title.asNode()).get(0),
                    labels.of(dataset, DCTerms.description.asNode()).get(0),
                    visit.origin(), gathered.census().map(known -> known.counts(labels)), graph.size(),
                    HomeView.themes(catalogue, visit.language()), chronology);
        });
        return page("home.jte", frame(view.title().words(), visit).with(SchemaDataset.of(graph, visit.origin())), view);
    }

    /** The list of packaged queries. */
    public String catalogue(Visit visit) {
        return page("catalogue.jte", frame(visit.language().say("questions"),
                List.of(new Alternate("/queries?format=json", "application/json", "json")), visit),
                HomeView.themes(catalogue, visit.language()));
    }

    /**
     * A packaged query, its form and a part of its answer.
     *
     * @param values what the caller gave, by parameter
     * @param page   number of the part, from 1
     */
    public String query(PackagedQuery query, Map<String, String> values, Answer answer, int page, Visit visit) {
        return query(new QueryReader(graph, query, visit).answered(values, answer, page), visit);
    }

    /** A packaged query whose form has a value that cannot be. */
    public String refused(PackagedQuery query, Map<String, String> values, TrilateralException problem, Visit visit) {
        return query(new QueryReader(graph, query, visit).refused(values, problem), visit);
    }

    private String query(QueryView view, Visit visit) {
        List<Alternate> downloads = view.result().map(result -> result.files().downloads()).orElse(List.of());
        return page("query.jte", frame(Words.question(visit.language(), view.query()).words(), downloads, visit), view);
    }

    /** The rows of an answer as its page has them, for its picture. */
    public Grid rows(Answer answer, Visit visit) {
        return graph.read(data -> new AnswerTable(labels(data, visit), visit.language())
                .of(answer, AnswerTable.MOST_DRAWN));
    }

    /**
     * A thing, with who says so, and the same as JSON-LD.
     *
     * @param answers what the packaged queries of its kind say of it, in the order in which they are shown
     * @param sitting the rest of its making
     */
    public String entity(Node entity, List<Answered> answers, Sitting sitting, Visit visit) {
        String name = encoded(graph.names().local(entity.getURI()).orElse(entity.getURI()));
        EntityView view = sitting.read(data -> {
            SectionReader reader =
                    new SectionReader(new AnswerTable(labels(data, visit), visit.language()), visit.language(),
                    LocalDate.parse(graph.info().modified()));
            List<SectionView> sections = answers.stream().filter(answered -> answered.answer().size() > 0)
                    .map(answered -> reader.read(answered, "/id/" + name)).toList();
            return reader(data, visit).read(entity, sections, questions(entity, name, sections, visit));
        });
        String jsonLd = JsonLdWriter.about(entity, new Description(graph).of(entity));
        return page("entity.jte", frame(view.name().words(),
                QueryReader.downloads("/data/" + name, Answer.Form.GRAPH, ""), visit).with(jsonLd),
                view);
    }

    /** The packaged queries that can be asked of a thing and are not yet sections of its page. */
    private List<Ref> questions(Node entity, String name, List<SectionView> sections, Visit visit) {
        Set<String> shown = sections.stream().map(SectionView::id).collect(Collectors.toSet());
        return catalogue.about(entity, graph).entrySet().stream().filter(entry -> !shown.contains(entry.getKey().id()))
                .map(entry -> new Ref(Words.question(visit.language(), entry.getKey()),
                        SectionReader.ask(entry.getKey(), entry.getValue().name(), name), "")).toList();
    }

    /** A thing and what has a beginning around it, for its timeline. */
    public Grid life(Node entity, Sitting sitting, Visit visit) {
        return sitting.read(data -> reader(data, visit).life(entity));
    }

    /** What a thing is joined with, for its network. */
    public Grid links(Node entity, Sitting sitting, Visit visit) {
        return sitting.read(data -> reader(data, visit).links(entity));
    }

    /** Where a thing, or what it is joined with, lies, for its map. */
    public Grid places(Node entity, Sitting sitting, Visit visit) {
        return sitting.read(data -> reader(data, visit).places(entity));
    }

    /** How the classes of the ontology are joined, for its diagram. */
    public Grid diagram(Visit visit) {
        return graph.read(data ->
                new OntologyReader(data, graph.names(), visit.language(), Optional.empty()).diagram());
    }

    /** Things whose label contains a text; an empty text finds nothing. */
    public String search(String text, Sitting sitting, Visit visit) {
        Optional<NameIndex> names = graph.nameIndex();
        Hits.Found hits = text.isBlank() ? new Hits.Found(List.of(), 0)
                : sitting.read(data -> names.map(index -> new Hits(data.getDefaultGraph(), graph.names(),
                        visit.language(), index).of(text, SearchView.MOST_HITS))
                        .orElseGet(() -> finder.exact(text, data, visit.language())));
        return page("search.jte", frame(visit.language().say("search"), visit), new SearchView(text.strip(),
                hits.first(), hits.total(), names.isPresent(), finder.questions(text, visit.language())));
    }

    /**
     * What a reader may be looking for who has typed so much: members of a group, by its IRI; or anything, where that
     * is blank.
     */
    public List<Suggestion> suggest(String prefix, String group, Visit visit) {
        return group.isBlank() ? finder.all(prefix, visit.language()) : finder.members(prefix, group, visit.language());
    }

    /** The state of affairs on a day, as a packaged query answers it. */
    public String day(LocalDate day, String query, Answer answer, Visit visit) {
        DayView view = new DayReader(rows(answer, visit), visit.language())
                .read(day, query, gathered.eventDays().orElseGet(EventDays::new).around(day));
        return page("day.jte", frame(visit.language().say("day-title", day), visit), view);
    }

    /**
     * What the graph rests on, from the answers to the packaged queries for sources and for accounts that differ.
     */
    public String sources(Answer sources, Answer accounts, Visit visit) {
        return page("sources.jte", frame(visit.language().say("sources"), visit),
                SourcesView.of(rows(sources, visit), rows(accounts, visit)));
    }

    /** The terms of the ontology, each under an anchor of its name. */
    public String ontology(Visit visit) {
        OntologyView view = graph.read(data -> new OntologyReader(data, graph.names(), visit.language(),
                gathered.termUses()).read());
        return page("ontology.jte", frame(visit.language().say("ontology"), visit), view);
    }

    /** A form for the SPARQL endpoint, filled with a query or, where that is blank, with an example. */
    public String editor(String sparql, Visit visit) {
        String prefixes = graph.info().prefixes().entrySet().stream()
                .map(e -> "PREFIX " + e.getKey() + ": <" + e.getValue() + ">").collect(Collectors.joining("\n"));
        return page("editor.jte", frame("SPARQL", visit),
                new EditorView(sparql.isBlank() ? EditorView.EXAMPLE : sparql, prefixes,
                graph.info().base(), HomeView.themes(catalogue, visit.language())));
    }

    /** What can be taken away as files. */
    public String downloads(Visit visit) {
        Downloads downloads = new Downloads(graph);
        List<String> endings = ResultFormat.of(Answer.Form.GRAPH).stream().map(ResultFormat::extension).toList();
        return page("downloads.jte", frame(visit.language().say("downloads"), visit),
                new DownloadsView(downloads.whole(), downloads.graphs(), endings));
    }

    /** The addresses of the service, to be read and tried. */
    public String api(Visit visit) {
        return page("api.jte", frame("OpenAPI", visit), "/openapi.json");
    }

    /**
     * What went wrong, in the words of the problem document and of the page's language.
     *
     * @param kind the kind of problem, as in {@code unknown-query}; empty where the status says all
     */
    public String problem(int status, String kind, String title, String detail, List<String> allowed, Visit visit) {
        ProblemView view = graph.read(data ->
                ProblemView.of(status, kind, title, detail, allowed, visit.language())
                .named(labels(data, visit), graph.names()));
        return page("problem.jte", frame(view.title().words(), visit), view);
    }

    private EntityReader reader(DatasetGraph data, Visit visit) {
        return new EntityReader(data, graph.names(), visit.language(), gathered.eventDays());
    }

    private Labels labels(DatasetGraph data, Visit visit) {
        return new Labels(data.getDefaultGraph(), graph.names(), visit.language().tag());
    }

    private Frame frame(String title, Visit visit) {
        return frame(title, List.of(), visit);
    }

    private Frame frame(String title, List<Alternate> alternates, Visit visit) {
        return new Frame(title, graph.info(), graph.fingerprint().substring(0, DIGEST), alternates, visit, "");
    }

    /** What the header of a query names; a table is no picture. */
    static Optional<Picture> picture(PackagedQuery query, String given) {
        return Optional.of(query.header().view()).filter(view -> !view.equals("table"))
                .map(view -> new Picture(view, "/rows/" + encoded(query.id()) + given));
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
