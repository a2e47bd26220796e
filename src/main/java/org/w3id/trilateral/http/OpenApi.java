package org.w3id.trilateral.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Node;

import org.w3id.trilateral.page.Language;
import org.w3id.trilateral.publish.Citation;
import org.w3id.trilateral.query.Answer.Form;
import org.w3id.trilateral.query.PackagedQuery;
import org.w3id.trilateral.query.Parameter;
import org.w3id.trilateral.result.ResultFormat;

/** All addresses of the service in <a href="https://spec.openapis.org/oas/v3.1.0">OpenAPI 3.1</a>; packaged queries with typed parameters. */
final class OpenApi implements Endpoint {
    private static final String PROBLEM = "#/components/responses/Problem";

    private final Site site;

    OpenApi(Site site) {
        this.site = site;
    }

    @Override
    public Reply answer(Call call) {
        call.allowOnly(List.of());
        JsonObject api = JSON.buildObject(object -> object.pair("openapi", "3.1.0").pair("info", info())
                .pair("servers", array(Stream.of(JSON.buildObject(server -> server.pair("url", call.origin())))))
                .pair("paths", paths()).pair("components", components()));
        return Reply.ok("application/openapi+json;version=3.1", (api + "\n").getBytes(UTF_8));
    }

    private JsonObject info() {
        JsonObject licence = JSON.buildObject(object -> object.pair("name", "Licence of the data").pair("url", site.graph().info().licence()));
        return JSON.buildObject(object -> object.pair("title", site.graph().info().title())
                .pair("description", site.graph().info().description()).pair("version", site.graph().info().version())
                .pair("license", licence));
    }

    private JsonObject paths() {
        JsonObject paths = new JsonObject();
        List<String> rdf = types(ResultFormat.of(Form.GRAPH));
        List<String> citations = Stream.of(Citation.Format.values()).map(Citation.Format::mediaType).toList();
        List<String> pageOrRdf = Stream.concat(Stream.of(Reply.HTML), rdf.stream()).toList();
        site.catalogue().all().forEach(query -> paths.put("/queries/" + query.id(), get(query)));
        put(paths, "/queries", "The packaged questions", List.of("application/json", Reply.HTML));
        put(paths, "/id/{name}/cite", "How a thing or a statement is cited", citations, path("name"), format(citationNames()));
        put(paths, "/page/{name}", "A thing as a page", List.of(Reply.HTML), path("name"), choice(Call.LANGUAGE, Language.tags()));
        put(paths, "/data/{file}", "A thing as RDF: its name and the ending of a format", rdf, path("file"));
        put(paths, "/ontology", "The ontology", pageOrRdf);
        put(paths, "/search", "Things by name", List.of(Reply.HTML), query("q"));
        put(paths, "/suggest", "Things whose names begin so; with of, only members of that class or concept scheme", List.of("application/json"),
                query("prefix"), query("of"));
        put(paths, "/.well-known/void", "The figures of the data in VoID", rdf);
        put(paths, "/catalog", "The data set, its files and its services in DCAT 3", rdf);
        put(paths, "/.well-known/sparql-examples", "The packaged questions in SHACL", rdf);
        put(paths, "/downloads", "The files that can be taken away", List.of(Reply.HTML));
        put(paths, "/downloads/{file}", "A dump: dataset or the path of a graph, and an ending",
                Stream.concat(rdf.stream(), Stream.of("application/gzip", "application/zip")).toList(), path("file"));
        put(paths, "/cite", "How the data set is cited", citations, format(citationNames()));
        put(paths, "/health", "That the service answers, and from which version", List.of("application/json"));
        pages(paths);
        paths.put("/id/{name}", redirect());
        paths.put("/sparql", sparql(rdf));
        return paths;
    }

    /** The pages that packaged queries fill, where these are there. */
    private void pages(JsonObject paths) {
        List<String> known = site.catalogue().all().stream().map(PackagedQuery::id).toList();
        if (known.contains(DayEndpoint.QUERY)) {
            put(paths, "/as-of/{day}", "The state of affairs on a day", List.of(Reply.HTML), path("day"), choice(Call.LANGUAGE, Language.tags()));
        }
        if (known.containsAll(SourcesEndpoint.QUERIES)) {
            put(paths, "/sources", "What the graph rests on", List.of(Reply.HTML), choice(Call.LANGUAGE, Language.tags()));
        }
    }

    private JsonObject get(PackagedQuery query) {
        List<JsonObject> parameters = new ArrayList<>(query.parameters().stream().map(OpenApi::parameter).toList());
        List<ResultFormat> formats = ResultFormat.of(query.form());
        parameters.add(format(formats.stream().map(ResultFormat::extension).toList()));
        JsonObject operation = operation(query.header().summary(),
                Stream.concat(types(formats).stream(), Stream.of(Reply.HTML)).toList(), parameters);
        operation.put("operationId", query.id());
        operation.put("description", (query.header().question() + " " + query.header().description()).strip());
        operation.put("tags", array(query.header().tags().stream().limit(1).map(JsonString::new)));
        return JSON.buildObject(object -> object.pair("get", operation));
    }

    private static JsonObject parameter(Parameter parameter) {
        JsonObject schema = type(switch (parameter.type()) {
            case INTEGER -> "integer";
            case BOOLEAN -> "boolean";
            case DATE, TEXT, IRI -> "string";
        });
        switch (parameter.type()) {
            case DATE -> schema.put("format", "date");
            case IRI -> schema.put("examples", array(Stream.of(new JsonString("trid:japan"))));
            case INTEGER, BOOLEAN, TEXT -> { }
        }
        parameter.defaultValue().ifPresent(value -> schema.put("default", value(parameter, value)));
        return named(parameter.name(), "query", parameter.description() + "; " + parameter.type().allowed(), schema);
    }

    private static JsonValue value(Parameter parameter, Node term) {
        String text = term.isLiteral() ? term.getLiteralLexicalForm() : term.getURI();
        return switch (parameter.type()) {
            case INTEGER, BOOLEAN -> JSON.parseAny(text);
            case DATE, TEXT, IRI -> new JsonString(text);
        };
    }

    private static JsonObject redirect() {
        JsonObject seeOther = JSON.buildObject(object -> object.pair("description", "Leads to the page or the data, by Accept; a lang parameter is carried on"));
        JsonObject responses = JSON.buildObject(object -> object.pair("303", seeOther).pair("default", reference(PROBLEM)));
        JsonObject operation = JSON.buildObject(object -> object.pair("summary", "A thing under its IRI")
                .pair("parameters", array(Stream.of(path("name")))).pair("responses", responses));
        return JSON.buildObject(object -> object.pair("get", operation));
    }

    private static JsonObject sparql(List<String> rdf) {
        List<String> types = Stream.concat(types(ResultFormat.of(Form.TABLE)).stream(), rdf.stream()).toList();
        JsonObject get = operation("SPARQL 1.1 query; without a query, the description of the service", types, List.of(query("query")));
        JsonObject post = operation("SPARQL 1.1 query in the body", types, List.of());
        JsonObject content = JSON.buildObject(object -> object.pair("application/sparql-query", schema(type("string"))));
        post.put("requestBody", JSON.buildObject(object -> object.pair("required", true).pair("content", content)));
        return JSON.buildObject(object -> object.pair("get", get).pair("post", post));
    }

    private static void put(JsonObject paths, String path, String summary, List<String> types, JsonObject... parameters) {
        paths.put(path, JSON.buildObject(object -> object.pair("get", operation(summary, types, List.of(parameters)))));
    }

    private static JsonObject operation(String summary, List<String> types, List<JsonObject> parameters) {
        JsonObject content = new JsonObject();
        types.forEach(type -> content.put(type, new JsonObject()));
        JsonObject ok = JSON.buildObject(object -> object.pair("description", summary).pair("content", content));
        JsonObject responses = JSON.buildObject(object -> object.pair("200", ok).pair("default", reference(PROBLEM)));
        JsonObject operation = JSON.buildObject(object -> object.pair("summary", summary).pair("responses", responses));
        if (!parameters.isEmpty()) {
            operation.put("parameters", array(parameters.stream()));
        }
        return operation;
    }

    private static JsonObject components() {
        JsonObject properties = JSON.buildObject(object -> object.pair("type", type("string")).pair("title", type("string"))
                .pair("status", type("integer")).pair("detail", type("string"))
                .pair("allowed", JSON.buildObject(array -> array.pair("type", "array").pair("items", type("string")))));
        JsonObject problem = JSON.buildObject(object -> object.pair("type", "object").pair("properties", properties));
        JsonObject content = JSON.buildObject(object -> object.pair(Problem.MEDIA_TYPE, schema(reference("#/components/schemas/Problem"))));
        JsonObject response = JSON.buildObject(object -> object.pair("description", "What went wrong").pair("content", content));
        return JSON.buildObject(object -> object.pair("schemas", JSON.buildObject(schemas -> schemas.pair("Problem", problem)))
                .pair("responses", JSON.buildObject(responses -> responses.pair("Problem", response))));
    }

    private static JsonObject path(String name) {
        JsonObject parameter = named(name, "path", name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1), type("string"));
        parameter.put("required", true);
        return parameter;
    }

    private static JsonObject query(String name) {
        return named(name, "query", "Text", type("string"));
    }

    private static JsonObject format(List<String> names) {
        return choice("format", names);
    }

    private static JsonObject choice(String name, List<String> values) {
        JsonObject schema = type("string");
        schema.put("enum", array(values.stream().map(JsonString::new)));
        return named(name, "query", "One of these; else by what is accepted", schema);
    }

    private static List<String> citationNames() {
        return Stream.of(Citation.Format.values()).map(Citation.Format::extension).toList();
    }

    private static JsonObject named(String name, String place, String description, JsonObject schema) {
        return JSON.buildObject(object -> object.pair("name", name).pair("in", place).pair("description", description).pair("schema", schema));
    }

    private static JsonObject schema(JsonObject schema) {
        return JSON.buildObject(object -> object.pair("schema", schema));
    }

    private static JsonObject type(String name) {
        return JSON.buildObject(object -> object.pair("type", name));
    }

    private static JsonObject reference(String target) {
        return JSON.buildObject(object -> object.pair("$ref", target));
    }

    private static List<String> types(List<ResultFormat> formats) {
        return formats.stream().map(ResultFormat::mediaType).toList();
    }

    private static JsonArray array(Stream<? extends JsonValue> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }
}
