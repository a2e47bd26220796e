package org.w3id.trilateral.publish;

import java.util.Objects;
import java.util.Optional;

import org.apache.jena.graph.Node;

import org.w3id.trilateral.result.ResultFormat;

/**
 * A dump under the name that it is downloaded by: {@code dataset.nq.gz}, {@code data/chronology/2023.ttl}.
 *
 * @param name       path of the graph, or {@code dataset} for the whole; then the ending of the format, and {@code .gz}
 * @param graph      the one named graph that it holds; empty for all
 * @param format     its format
 * @param compressed whether it is compressed by gzip
 */
public record DownloadFile(String name, Optional<Node> graph, ResultFormat format, boolean compressed) {
    /** The name of the whole without its endings. */
    static final String WHOLE = "dataset";
    static final String GZIP = ".gz";

    public DownloadFile {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(graph, "graph");
        Objects.requireNonNull(format, "format");
    }

    /** What it is sent as. */
    public String contentType() {
        return compressed ? "application/gzip" : format.contentType();
    }
}
