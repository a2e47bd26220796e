package org.w3id.trilateral.http;

import static org.w3id.trilateral.http.ApiOperation.choice;
import static org.w3id.trilateral.http.ApiOperation.path;
import static org.w3id.trilateral.http.ApiOperation.query;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;

import org.w3id.trilateral.page.Language;
import org.w3id.trilateral.publish.Citation;
import org.w3id.trilateral.publish.Compression;
import org.w3id.trilateral.publish.Descriptions;
import org.w3id.trilateral.query.Answer.Form;
import org.w3id.trilateral.result.ResultFormat;

/** The addresses of the service that are the same for every graph, as paths of the OpenAPI document. */
final class ApiPaths {
    private static final String ANY = "application/octet-stream";
    private static final String JSON_TYPE = "application/json";
    private static final List<String> RDF = types(Form.GRAPH);
    private static final List<String> PAGE_OR_RDF = Stream.concat(Stream.of(Reply.HTML), RDF.stream()).toList();
    private static final List<String> CITATIONS = Stream.of(Citation.Format.values()).map(Citation.Format::mediaType)
            .toList();
    private static final JsonObject NAME = path("name", "Local name of a thing: camp-david-summit-2023");
    private static final JsonObject LANGUAGE =
            choice(Call.LANGUAGE, "Language of the page; else by what is accepted", Language.tags());
    private static final JsonObject CITED_AS = choice("format", "Form of the citation; else by what is accepted",
            Stream.of(Citation.Format.values()).map(Citation.Format::extension).toList());

    private final Map<String, JsonObject> paths = new TreeMap<>();

    private ApiPaths() {
    }

    /** Path to path item; {@code known} are the names of the packaged queries, by which some pages are there or not. */
    static Map<String, JsonObject> of(Collection<String> known) {
        ApiPaths api = new ApiPaths();
        api.things();
        api.questions(known);
        api.pages();
        api.rows();
        api.descriptions();
        api.downloads();
        api.releases();
        api.sparql();
        return api.paths;
    }

    static List<String> types(Form form) {
        return ResultFormat.of(form).stream().map(ResultFormat::mediaType).toList();
    }

    private void get(String path, ApiOperation operation) {
        paths.put(path, JSON.buildObject(object -> object.pair("get", operation.json())));
    }

    private void things() {
        get("/id/{name}", new ApiOperation("thing", "things", "A thing under its IRI")
                .leading("To its page or its data, by Accept; a choice of language is carried on")
                        .with(NAME, LANGUAGE));
        get("/id/{name}/cite", new ApiOperation("citeThing", "things", "How a thing or a statement is cited")
                .answering(CITATIONS).with(NAME, CITED_AS));
        get("/page/{name}", new ApiOperation("pageOfThing", "things", "A thing as a page").answering(Reply.HTML)
                .with(NAME, LANGUAGE));
        get("/data/{file}", new ApiOperation("dataOfThing", "things", "A thing as RDF").answering(RDF)
                .with(path("file", "Its name and the ending of a format: camp-david-summit-2023.ttl")));
        get("/search", new ApiOperation("search", "things", "Things by name").answering(Reply.HTML)
                .with(query("q", "A name, or a part of one, in any language"), LANGUAGE));
        get("/suggest", new ApiOperation("suggest", "things", "Things whose names begin so").answering(JSON_TYPE)
                .with(query("prefix", "The beginning of a name"),
                        query("of", "Only members of that class or concept scheme: trid:japan is of tri:State"),
                        LANGUAGE));
    }

    private void questions(Collection<String> known) {
        JsonObject id = path("id", "Name of a question: leaders-on-a-day");
        get("/queries", new ApiOperation("questions", "questions", "The packaged questions")
                .answering(JSON_TYPE, Reply.HTML)
                .with(choice("format", "json or html; else by what is accepted", List.of("json", "html"))));
        get("/queries/{id}/cite", new ApiOperation("citeAnswer", "questions",
                "How a question, or its answer to some values, is cited")
                .describedAs("Takes the parameters of the question too.").answering(CITATIONS).with(id, CITED_AS));
        List<String> forms = Stream.of(Form.values()).flatMap(form -> types(form).stream()).distinct().toList();
        get("/queries/{file}", new ApiOperation("answer", "questions",
                "The answer to a question in the form that an ending names")
                .describedAs("Takes the parameters of the question. The ending zip is a bundle with query, answer,"
                        + " sources and citation; rq is the query.")
                .answering(Stream.concat(forms.stream(),
                        Stream.of("application/zip", "application/sparql-query", Reply.HTML)).toList())
                .with(path("file", "Name of a question and an ending: leaders-on-a-day.csv")));
        get("/rows/{id}", new ApiOperation("rows", "pictures",
                "The answer to a question in the words of a page, for its picture")
                .answering(JSON_TYPE).with(id, LANGUAGE));
        if (known.contains(DayEndpoint.QUERY)) {
            get("/as-of/{day}", new ApiOperation("day", "pages", "The state of affairs on a day").answering(Reply.HTML)
                    .with(path("day", "A day: 2012-08-10"), LANGUAGE));
        }
        if (known.containsAll(SourcesEndpoint.QUERIES)) {
            get("/sources", new ApiOperation("sources", "pages", "What the graph rests on").answering(Reply.HTML)
                    .with(LANGUAGE));
        }
    }

    private void pages() {
        get("/", new ApiOperation("home", "pages", "The first page; its Link fields lead to all else")
                .answering(Reply.HTML).with(LANGUAGE));
        get("/ontology", new ApiOperation("ontology", "pages", "The ontology").answering(PAGE_OR_RDF).with(LANGUAGE));
        get("/editor", new ApiOperation("editor", "pages", "An editor for SPARQL").answering(Reply.HTML)
                .with(query("query", "What stands in it at first"), LANGUAGE));
        get("/downloads", new ApiOperation("listDownloads", "downloads", "The files that can be taken away")
                .answering(Reply.HTML).with(LANGUAGE));
        get("/api", new ApiOperation("apiPage", "pages", "This description, to be read and tried").answering(Reply.HTML)
                .with(LANGUAGE));
        get("/static/{file}", new ApiOperation("staticFile", "pages", "A style, script or picture of the pages")
                .answering("text/css", "text/javascript", "image/svg+xml", JSON_TYPE)
                        .with(path("file", "Its version and name, as the pages give it")));
    }

    private void rows() {
        get("/life/{name}", new ApiOperation("timelineOfThing", "pictures", "The rows of a thing's timeline")
                .answering(JSON_TYPE).with(NAME, LANGUAGE));
        get("/links/{name}", new ApiOperation("networkOfThing", "pictures", "The rows of a thing's network")
                .answering(JSON_TYPE).with(NAME, LANGUAGE));
        get("/places/{name}", new ApiOperation("mapOfThing", "pictures", "The rows of a thing's map")
                .answering(JSON_TYPE).with(NAME, LANGUAGE));
        get("/diagram", new ApiOperation("diagram", "pictures", "The rows of the ontology's diagram")
                .answering(JSON_TYPE).with(LANGUAGE));
    }

    private void descriptions() {
        get(Descriptions.VOID_PATH, new ApiOperation("void", "descriptions", "The figures of the data in VoID")
                .answering(RDF));
        get("/void.ttl", new ApiOperation("voidTurtle", "descriptions", "The figures of the data in VoID, in Turtle")
                .answering("text/turtle"));
        get(Descriptions.CATALOG_PATH, new ApiOperation("catalog", "descriptions",
                "The data set, its files and its services in DCAT 3").answering(RDF));
        get(Descriptions.EXAMPLES_PATH, new ApiOperation("examples", "descriptions", "The packaged questions in SHACL")
                .answering(RDF));
        get("/context.jsonld", new ApiOperation("context", "descriptions", "The names that JSON-LD is written with")
                .answering("application/ld+json"));
        get("/openapi.json", new ApiOperation("openapi", "descriptions", "This description")
                .answering("application/openapi+json"));
        get("/cite", new ApiOperation("citeDataset", "descriptions", "How the data set is cited").answering(CITATIONS)
                .with(CITED_AS));
        get("/health", new ApiOperation("health", "descriptions", "That the service answers, and from which version")
                .answering(JSON_TYPE));
    }

    private void downloads() {
        List<String> packed = Stream.of(Compression.values()).filter(one -> one != Compression.NONE)
                .map(Compression::mediaType).toList();
        get("/downloads/{file}", new ApiOperation("download", "downloads", "A dump")
                .describedAs("dataset or the path of a named graph, the ending of a format, and .gz or .zst where it is"
                        + " to be compressed: dataset.nq.gz. Besides tables.zip, network.graphml and network.gexf.")
                .answering(Stream.of(RDF, packed, List.of("application/zip", "application/graphml+xml",
                        "application/gexf+xml"))
                        .flatMap(List::stream).toList())
                .with(path("file", "dataset.nq.gz")));
        get("/downloads/SHA256SUMS", new ApiOperation("checksums", "downloads", "What sha256sum --check reads")
                .answering("text/plain"));
    }

    private void releases() {
        JsonObject version = path("version", "Version of an earlier release: 0.1.0");
        get("/releases", new ApiOperation("releases", "downloads", "The earlier releases").answering(JSON_TYPE));
        get("/releases/{version}", new ApiOperation("release", "downloads", "The files of an earlier release")
                .answering(JSON_TYPE).with(version));
        get("/releases/{version}/{file}", new ApiOperation("releaseFile", "downloads", "A file of an earlier release")
                .answering(Stream.of(RDF, ReleaseEndpoint.types(), List.of(ANY)).flatMap(List::stream).distinct()
                        .toList())
                .with(version, path("file", "Its name: dataset.nq.gz")));
    }

    private void sparql() {
        List<String> types = Stream.concat(types(Form.TABLE).stream(), RDF.stream()).toList();
        List<JsonObject> graphs = Stream.of("default-graph-uri", "named-graph-uri")
                .map(name -> ApiOperation.named(name, "query",
                "IRI of a graph; may be repeated", JSON.buildObject(schema -> schema.pair("type", "array")
                        .pair("items", ApiOperation.type("string"))))).toList();
        ApiOperation get = new ApiOperation("sparql", "SPARQL",
                "SPARQL 1.1 query; without a query, the description of the service")
                .answering(types).with(query("query", "SELECT, ASK, CONSTRUCT or DESCRIBE"))
                        .with(graphs.toArray(JsonObject[]::new));
        JsonObject form = JSON.buildObject(fields -> fields.pair("query", ApiOperation.type("string")));
        JsonObject content = JSON.buildObject(object -> object
                .pair("application/sparql-query", JSON.buildObject(media ->
                        media.pair("schema", ApiOperation.type("string"))))
                .pair("application/x-www-form-urlencoded",
                        JSON.buildObject(media -> media.pair("schema", JSON.buildObject(schema ->
                        schema.pair("type", "object").pair("properties", form))))));
        ApiOperation post = new ApiOperation("postSparql", "SPARQL", "SPARQL 1.1 query in the body").answering(types)
                .taking(content);
        paths.put("/sparql", JSON.buildObject(object -> object.pair("get", get.json()).pair("post", post.json())));
        get("/graph-store", new ApiOperation("graphStore", "SPARQL",
                "One graph, by the SPARQL 1.1 Graph Store HTTP Protocol; reading only")
                .answering(RDF).with(query("graph", "IRI of a named graph"),
                        query("default", "Instead of graph, without a value: the union of all")));
    }
}
