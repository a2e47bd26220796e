package org.w3id.trilateral.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;

import org.w3id.trilateral.query.PackagedQuery;
import org.w3id.trilateral.query.Parameter;
import org.w3id.trilateral.query.QueryCatalogue;
import org.w3id.trilateral.result.ResultFormat;

/** The packaged queries as JSON: an array of objects, in the order of their names. */
final class CatalogueJson {
    private CatalogueJson() {
    }

    /** UTF-8. {@code origin} is scheme, host and port of this service. */
    static byte[] of(QueryCatalogue catalogue, String origin) {
        JsonArray list = new JsonArray();
        catalogue.all().forEach(query -> list.add(json(query, origin)));
        return (list + "\n").getBytes(UTF_8);
    }

    private static JsonObject json(PackagedQuery query, String origin) {
        JsonObject json = new JsonObject();
        json.put("id", query.id());
        json.put("url", origin + "/queries/" + query.id());
        json.put("summary", query.header().summary());
        json.put("question", query.header().question());
        json.put("description", query.header().description());
        json.put("tags", array(query.header().tags()));
        json.put("view", query.header().view());
        JsonArray parameters = new JsonArray();
        query.parameters().forEach(parameter -> parameters.add(json(parameter)));
        json.put("parameters", parameters);
        json.put("formats", array(ResultFormat.of(query.form()).stream().map(ResultFormat::extension).toList()));
        return json;
    }

    private static JsonObject json(Parameter parameter) {
        JsonObject json = new JsonObject();
        json.put("name", parameter.name());
        json.put("type", parameter.type().label());
        parameter.defaultValue().ifPresent(term -> json.put("default", text(term)));
        json.put("description", parameter.description());
        parameter.choices().ifPresent(choices -> json.put("choices", choices));
        return json;
    }

    private static String text(Node term) {
        return term.isLiteral() ? term.getLiteralLexicalForm() : term.getURI();
    }

    private static JsonArray array(List<String> words) {
        JsonArray array = new JsonArray();
        words.forEach(array::add);
        return array;
    }
}
