package org.w3id.trilateral.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonString;

import org.w3id.trilateral.publish.Releases;
import org.w3id.trilateral.query.Answer.Form;
import org.w3id.trilateral.result.ResultFormat;

/**
 * {@code /releases}: which there are; {@code /releases/VERSION}: its files; {@code /releases/VERSION/FILE}: one of
 * them.
 */
final class ReleaseEndpoint implements Endpoint {
    private static final String BYTES = "application/octet-stream";
    private static final Map<String, String> TYPES = Map.of("gz", "application/gzip", "zst", "application/zstd", "zip",
            "application/zip", "json", "application/json",
            "csv", "text/csv;charset=utf-8", "md", "text/markdown;charset=utf-8", "cff", "text/yaml;charset=utf-8",
            "graphml", "application/graphml+xml", "gexf", "application/gexf+xml");

    private final Releases releases;

    ReleaseEndpoint(Releases releases) {
        this.releases = releases;
    }

    @Override
    public Reply answer(Call call) {
        call.allowOnly(List.of());
        String[] path = call.path().split("/", 2);
        if (call.path().isEmpty()) {
            return list("releases", releases.versions(), call.origin() + "/releases/");
        }
        if (path.length == 1 || path[1].isEmpty()) {
            return list("files", releases.files(path[0]), call.origin() + "/releases/" + path[0] + "/");
        }
        return Reply.ok(type(path[1]), releases.file(path[0], path[1])).attachment(path[1]);
    }

    /** The media types of files that are not RDF, without their parameters. */
    static List<String> types() {
        return TYPES.values().stream().map(type -> type.split(";")[0]).distinct().sorted().toList();
    }

    private static Reply list(String key, List<String> names, String address) {
        JsonArray urls = new JsonArray();
        names.forEach(name -> urls.add(new JsonString(address + name)));
        return Reply.ok("application/json", (JSON.buildObject(object -> object.pair(key, urls)) + "\n")
                .getBytes(UTF_8));
    }

    private static String type(String file) {
        String ending = file.substring(file.lastIndexOf('.') + 1);
        return ResultFormat.of(Form.GRAPH).stream().filter(format -> format.extension().equals(ending)).findFirst()
                .map(ResultFormat::contentType).orElse(TYPES.getOrDefault(ending, BYTES));
    }
}
