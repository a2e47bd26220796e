package org.w3id.trilateral.publish;

import java.util.Arrays;
import java.util.Optional;

import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.result.Archive;

/** The graph in forms other than RDF, as files to be downloaded. */
public enum Extract {
    /** One table for each class, with codebook. */
    TABLES("tables.zip", "application/zip"),
    /** The network in GraphML. */
    GRAPHML("network.graphml", "application/graphml+xml"),
    /** The network in GEXF. */
    GEXF("network.gexf", "application/gexf+xml");

    private final String fileName;
    private final String mediaType;

    Extract(String fileName, String mediaType) {
        this.fileName = fileName;
        this.mediaType = mediaType;
    }

    /** The name it is downloaded by. */
    public String fileName() {
        return fileName;
    }

    /** Its media type. */
    public String mediaType() {
        return mediaType;
    }

    /** The one of that name; empty where there is none. */
    public static Optional<Extract> of(String fileName) {
        return Arrays.stream(values()).filter(extract -> extract.fileName.equals(fileName)).findFirst();
    }

    /** The bytes; the same for the same graph. */
    public byte[] render(KnowledgeGraph graph) {
        return switch (this) {
            case TABLES -> Archive.of(Tables.of(graph));
            case GRAPHML -> Network.of(graph).graphMl();
            case GEXF -> Network.of(graph).gexf();
        };
    }
}
