package org.w3id.trilateral.publish;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

import org.w3id.trilateral.graph.DatasetInfo;
import org.w3id.trilateral.graph.KnowledgeGraph;

/** The data set as search engines read it: a <a href="https://schema.org/Dataset">schema.org Dataset</a> in JSON-LD. */
public final class SchemaDataset {
    private SchemaDataset() {
    }

    /** The document; {@code origin} is where the service is found. */
    public static String of(KnowledgeGraph graph, String origin) {
        DatasetInfo info = graph.info();
        JsonObject json = JSON.buildObject(object -> object.pair("@context", "https://schema.org/").pair("@type", "Dataset")
                .pair("@id", info.iri()).pair("name", info.title()).pair("description", info.description())
                .pair("url", origin + "/").pair("identifier", info.iri()).pair("license", info.licence())
                .pair("version", info.version()).pair("dateModified", info.modified()).pair("isAccessibleForFree", true));
        if (!info.creator().isEmpty()) {
            json.put("creator", JSON.buildObject(object -> object.pair("@type", "Organization").pair("name", info.creator())));
        }
        TimeSpan.of(graph).ifPresent(span -> json.put("temporalCoverage", span.start() + "/" + span.end()));
        json.put("includedInDataCatalog", JSON.buildObject(object -> object.pair("@type", "DataCatalog")
                .pair("@id", origin + "/catalog").pair("name", "Catalogue of " + info.title())));
        JsonArray distributions = new JsonArray();
        new Downloads(graph).whole().forEach(file -> distributions.add(JSON.buildObject(object -> object.pair("@type", "DataDownload")
                .pair("name", file.name()).pair("encodingFormat", file.compression() == Compression.NONE ? file.format().mediaType() : file.compression().mediaType())
                .pair("contentUrl", origin + "/downloads/" + file.name()))));
        json.put("distribution", distributions);
        return json.toString();
    }
}
