package org.w3id.trilateral.publish;

import java.util.Objects;
import java.util.Optional;

import org.apache.jena.graph.Node;

import org.w3id.trilateral.result.ResultFormat;

/**
 * A dump under the name that it is downloaded by: {@code dataset.nq.gz}, {@code data/chronology/2023.ttl}.
 *
 * @param path        path of the graph, or {@code dataset} for the whole
 * @param graph       the one named graph that it holds; empty for all
 * @param format      its format
 * @param compression how it is compressed
 */
public record DownloadFile(String path, Optional<Node> graph, ResultFormat format, Compression compression) {
    /** The name of the whole without its endings. */
    static final String WHOLE = "dataset";

    public DownloadFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(graph, "graph");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(compression, "compression");
    }

    /** Its name: the path, then the endings of format and compression. */
    public String name() {
        return path + "." + format.extension() + compression.ending();
    }

    /** What it is sent as. */
    public String contentType() {
        return compression == Compression.NONE ? format.contentType() : compression.mediaType();
    }
}
