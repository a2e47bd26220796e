package org.w3id.trilateral.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

import org.w3id.trilateral.page.Suggestion;

/** Suggestions as JSON: an array of {@code label}, {@code note}, {@code kind}, {@code name} and {@code href}. */
final class SuggestJson {
    private SuggestJson() {
    }

    static Reply of(List<Suggestion> suggestions) {
        JsonArray list = new JsonArray();
        for (Suggestion suggestion : suggestions) {
            JsonObject json = new JsonObject();
            json.put("label", suggestion.thing().text().words());
            json.put("note", suggestion.thing().note());
            json.put("kind", suggestion.kind());
            json.put("name", suggestion.name());
            json.put("href", suggestion.thing().href());
            list.add(json);
        }
        return Reply.ok("application/json", list.toString().getBytes(UTF_8));
    }
}
