package org.w3id.trilateral.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;

/**
 * One operation of an <a href="https://spec.openapis.org/oas/v3.1.0#operation-object">OpenAPI document</a>, being put
 * together.
 */
final class ApiOperation {
    static final String PROBLEM = "#/components/responses/Problem";

    private final String id;
    private final String tag;
    private final String summary;
    private final List<JsonObject> parameters = new ArrayList<>();
    private final JsonObject responses = new JsonObject();
    private Optional<JsonObject> body = Optional.empty();
    private String description = "";

    /** @param id its name in programs that are made from the document; one of a kind */
    ApiOperation(String id, String tag, String summary) {
        this.id = id;
        this.tag = tag;
        this.summary = summary;
    }

    ApiOperation describedAs(String text) {
        description = text;
        return this;
    }

    /** Answers 200 in these media types. */
    ApiOperation answering(Collection<String> types) {
        JsonObject content = new JsonObject();
        types.forEach(type -> content.put(type, JSON.buildObject(object -> object.pair("schema", schema(type)))));
        responses.put("200", JSON.buildObject(object -> object.pair("description", summary).pair("content", content)));
        return this;
    }

    /** Answers 200 in one of these media types. */
    ApiOperation answering(String... types) {
        return answering(List.of(types));
    }

    /** Answers 303. */
    ApiOperation leading(String words) {
        JsonObject location = JSON.buildObject(object -> object.pair("description", "Where the answer lies")
                .pair("schema", type("string")));
        responses.put("303", JSON.buildObject(object -> object.pair("description", words)
                .pair("headers", JSON.buildObject(headers -> headers.pair("Location", location)))));
        return this;
    }

    ApiOperation with(JsonObject... more) {
        parameters.addAll(List.of(more));
        return this;
    }

    /** Takes a body of one of these media types. */
    ApiOperation taking(JsonObject content) {
        body = Optional.of(JSON.buildObject(object -> object.pair("required", true).pair("content", content)));
        return this;
    }

    /** Text where it is text, else JSON of any shape or bytes. */
    private static JsonObject schema(String type) {
        return type.endsWith("json") ? new JsonObject() : type("string");
    }

    JsonObject json() {
        JsonObject operation = JSON.buildObject(object -> object.pair("operationId", id).pair("summary", summary)
                .pair("tags", array(Stream.of(new JsonString(tag)))));
        if (!description.isEmpty()) {
            operation.put("description", description);
        }
        if (!parameters.isEmpty()) {
            operation.put("parameters", array(parameters.stream()));
        }
        body.ifPresent(request -> operation.put("requestBody", request));
        responses.put("default", reference(PROBLEM));
        operation.put("responses", responses);
        return operation;
    }

    /** A part of the path. */
    static JsonObject path(String name, String description) {
        JsonObject parameter = named(name, "path", description, type("string"));
        parameter.put("required", true);
        return parameter;
    }

    /** A text in the query string. */
    static JsonObject query(String name, String description) {
        return named(name, "query", description, type("string"));
    }

    /** One of some texts in the query string. */
    static JsonObject choice(String name, String description, List<String> values) {
        JsonObject schema = type("string");
        schema.put("enum", array(values.stream().map(JsonString::new)));
        return named(name, "query", description, schema);
    }

    static JsonObject named(String name, String place, String description, JsonObject schema) {
        return JSON.buildObject(object -> object.pair("name", name).pair("in", place).pair("description", description)
                .pair("schema", schema));
    }

    static JsonObject type(String name) {
        return JSON.buildObject(object -> object.pair("type", name));
    }

    static JsonObject reference(String target) {
        return JSON.buildObject(object -> object.pair("$ref", target));
    }

    static JsonArray array(Stream<? extends JsonValue> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }
}
