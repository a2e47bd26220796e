package org.w3id.trilateral.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Node;

import org.w3id.trilateral.query.PackagedQuery;
import org.w3id.trilateral.query.Parameter;
import org.w3id.trilateral.result.ResultFormat;

/**
 * All addresses of the service in <a href="https://spec.openapis.org/oas/v3.1.0">OpenAPI 3.1</a>; packaged queries with
 * typed parameters.
 */
final class OpenApi implements Endpoint {
    private final Site site;

    OpenApi(Site site) {
        this.site = site;
    }

    @Override
    public Reply answer(Call call) {
        call.allowOnly(List.of());
        JsonObject api = JSON.buildObject(object -> object.pair("openapi", "3.1.0").pair("info", info())
                .pair("servers", ApiOperation.array(Stream.of(JSON.buildObject(server ->
                        server.pair("url", call.origin())))))
                .pair("tags", tags()).pair("paths", paths()).pair("components", components()));
        return Reply.ok("application/openapi+json;version=3.1", (api + "\n").getBytes(UTF_8));
    }

    private JsonObject info() {
        JsonObject licence = JSON.buildObject(object -> object.pair("name", "Licence of the data")
                .pair("url", site.graph().info().licence()));
        return JSON.buildObject(object -> object.pair("title", site.graph().info().title())
                .pair("description", site.graph().info().description()).pair("version", site.graph().info().version())
                .pair("license", licence));
    }

    private static JsonArray tags() {
        return ApiOperation.array(Stream.of("questions", "things", "SPARQL", "descriptions", "downloads", "pages",
                "pictures")
                .map(name -> JSON.buildObject(tag -> tag.pair("name", name))));
    }

    private JsonObject paths() {
        JsonObject paths = new JsonObject();
        site.catalogue().all().forEach(query ->
                paths.put("/queries/" + query.id(), JSON.buildObject(item -> item.pair("get", get(query)))));
        ApiPaths.of(site.catalogue().all().stream().map(PackagedQuery::id).toList()).forEach(paths::put);
        return paths;
    }

    private static JsonObject get(PackagedQuery query) {
        List<ResultFormat> formats = ResultFormat.of(query.form());
        List<JsonObject> parameters = new ArrayList<>(query.parameters().stream().map(OpenApi::parameter).toList());
        parameters.add(ApiOperation.choice("format", "Form of the answer; else by what is accepted",
                Stream.concat(formats.stream().map(ResultFormat::extension), Stream.of("zip", "rq")).toList()));
        List<String> types = Stream.concat(ApiPaths.types(query.form()).stream(),
                Stream.of(Reply.HTML, "application/zip", "application/sparql-query")).toList();
        return new ApiOperation(query.id(), "questions", query.header().summary())
                .describedAs((query.header().question() + " " + query.header().description()).strip())
                .answering(types).with(parameters.toArray(JsonObject[]::new)).json();
    }

    private static JsonObject parameter(Parameter parameter) {
        JsonObject schema = ApiOperation.type(switch (parameter.type()) {
            case INTEGER -> "integer";
            case BOOLEAN -> "boolean";
            case DATE, TEXT, IRI -> "string";
        });
        switch (parameter.type()) {
            case DATE -> schema.put("format", "date");
            case IRI -> schema.put("examples", ApiOperation.array(Stream.of(new JsonString("trid:japan"))));
            case INTEGER, BOOLEAN, TEXT -> { }
        }
        parameter.defaultValue().ifPresent(value -> schema.put("default", value(parameter, value)));
        return ApiOperation.named(parameter.name(), "query", parameter.description() + "; " + parameter.type()
                .allowed(), schema);
    }

    private static JsonValue value(Parameter parameter, Node term) {
        String text = term.isLiteral() ? term.getLiteralLexicalForm() : term.getURI();
        return switch (parameter.type()) {
            case INTEGER, BOOLEAN -> JSON.parseAny(text);
            case DATE, TEXT, IRI -> new JsonString(text);
        };
    }

    private static JsonObject components() {
        JsonObject text = ApiOperation.type("string");
        JsonObject properties = JSON.buildObject(object -> object.pair("type", text).pair("title", text)
                .pair("status", ApiOperation.type("integer")).pair("detail", text)
                .pair("allowed", JSON.buildObject(array -> array.pair("type", "array").pair("items", text))));
        JsonObject problem = JSON.buildObject(object -> object.pair("type", "object").pair("properties", properties));
        JsonObject content = JSON.buildObject(object -> object.pair(Problem.MEDIA_TYPE,
                JSON.buildObject(media -> media.pair("schema",
                        ApiOperation.reference("#/components/schemas/Problem")))));
        JsonObject response = JSON.buildObject(object -> object.pair("description", "What went wrong")
                .pair("content", content));
        return JSON.buildObject(object -> object.pair("schemas",
                JSON.buildObject(schemas -> schemas.pair("Problem", problem)))
                .pair("responses", JSON.buildObject(responses -> responses.pair("Problem", response))));
    }
}
