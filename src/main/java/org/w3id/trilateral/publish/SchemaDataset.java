package org.w3id.trilateral.publish;

import java.util.List;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

import org.w3id.trilateral.graph.DatasetInfo;
import org.w3id.trilateral.graph.KnowledgeGraph;

/**
 * The data set as search engines read it: a <a href="https://schema.org/Dataset">schema.org Dataset</a> in JSON-LD,
 * with a context of its own, so that no reader has to fetch one.
 */
public final class SchemaDataset {
    private SchemaDataset() {
    }

    private static JsonObject context() {
        JsonObject context = JSON.buildObject(object -> object.pair("@vocab", "https://schema.org/"));
        for (String link : List.of("url", "license", "contentUrl")) {
            context.put(link, JSON.buildObject(object -> object.pair("@type", "@id")));
        }
        context.put("dateModified", JSON.buildObject(object -> object.pair("@type", "Date")));
        return context;
    }

    /** The document; {@code origin} is where the service is found. */
    public static String of(KnowledgeGraph graph, String origin) {
        DatasetInfo info = graph.info();
        JsonObject json = JSON.buildObject(object -> object.pair("@context", context()).pair("@type", "Dataset")
                .pair("@id", info.iri()).pair("name", info.title()).pair("description", info.description())
                .pair("url", origin + "/").pair("identifier", info.iri()).pair("license", info.licence())
                .pair("version", info.version()).pair("dateModified", info.modified())
                .pair("isAccessibleForFree", true));
        if (!info.creator().isEmpty()) {
            json.put("creator", JSON.buildObject(object -> object.pair("@type", "Organization")
                    .pair("name", info.creator())));
        }
        TimeSpan.of(graph).ifPresent(span -> json.put("temporalCoverage", span.start() + "/" + span.end()));
        json.put("includedInDataCatalog", JSON.buildObject(object -> object.pair("@type", "DataCatalog")
                .pair("@id", origin + "/catalog").pair("name", "Catalogue of " + info.title())));
        JsonArray distributions = new JsonArray();
        new Downloads(graph).whole()
                .forEach(file -> distributions.add(JSON.buildObject(object -> object.pair("@type", "DataDownload")
                .pair("name", file.name()).pair("encodingFormat",
                file.compression() == Compression.NONE ? file.format().mediaType() : file.compression().mediaType())
                .pair("contentUrl", origin + "/downloads/" + file.name()))));
        json.put("distribution", distributions);
        return json.toString();
    }
}
