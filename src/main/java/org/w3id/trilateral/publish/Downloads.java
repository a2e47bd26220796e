package org.w3id.trilateral.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.jena.graph.Node;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.query.Answer.Form;
import org.w3id.trilateral.result.ResultFormat;

/** The dumps of a graph as files to be downloaded, with their sizes and checksums. Safe for any number of threads. */
public final class Downloads {
    /** The files of so many triples are made in half a minute. */
    private static final long FEW = 500_000;

    private final KnowledgeGraph graph;
    private final Dump dump;
    private volatile Map<DownloadFile, Checksum> checksums = Map.of();

    /** The dumps of a graph. */
    public Downloads(KnowledgeGraph graph) {
        this.graph = graph;
        this.dump = new Dump(graph);
    }

    /** The whole in each format, plain and compressed. */
    public List<DownloadFile> whole() {
        return ResultFormat.of(Form.GRAPH).stream().flatMap(Downloads::whole).toList();
    }

    private static Stream<DownloadFile> whole(ResultFormat format) {
        return Stream.of(Compression.values())
                .map(compression -> new DownloadFile(DownloadFile.WHOLE, Optional.empty(), format, compression));
    }

    /** The paths of the named graphs. */
    public List<String> graphs() {
        return graph.dataGraphs().stream().map(Downloads::path).toList();
    }

    /**
     * The file of that name.
     *
     * @throws TrilateralException {@link Fault#UNKNOWN_RESOURCE} or {@link Fault#UNKNOWN_FORMAT} with those there are
     */
    public DownloadFile file(String name) {
        Compression compression = Compression.of(name);
        String plain = compression.plain(name);
        int dot = plain.lastIndexOf('.');
        if (dot < 0) {
            throw new TrilateralException(Fault.UNKNOWN_RESOURCE, "there is no file '" + name + "' to download.",
                    List.of());
        }
        ResultFormat format = ResultFormat.of(plain.substring(dot + 1), Form.GRAPH);
        String path = plain.substring(0, dot);
        Optional<Node> only = path.equals(DownloadFile.WHOLE) ? Optional.empty()
                : Optional.of(graph.dataGraphs().stream().filter(node -> path(node).equals(path)).findFirst()
                        .orElseThrow(() -> new TrilateralException(Fault.UNKNOWN_RESOURCE,
                        "there is no graph '" + path + "'.", graphs())));
        return new DownloadFile(path, only, format, compression);
    }

    /**
     * Writes a file; {@code out} is closed when it is complete, and not after a failure, which must not look like an
     * end.
     */
    @SuppressWarnings("resource")
    public void write(DownloadFile file, OutputStream out) throws IOException {
        OutputStream compressed = file.compression().into(out);
        dump.write(file.format(), file.graph(), compressed, Progress.unheard());
        compressed.close();
    }

    /** Sizes and checksums where they are known or soon counted; empty for a graph of very many triples. */
    public Map<DownloadFile, Checksum> soonChecksums() {
        return checksums.isEmpty() && graph.size() > FEW ? Map.of() : checksums();
    }

    /** Sizes and checksums of the files of the whole, in their order; counted when first asked for. */
    public synchronized Map<DownloadFile, Checksum> checksums() {
        if (checksums.isEmpty()) {
            writeWhole(file -> OutputStream.nullOutputStream());
        }
        return checksums;
    }

    /** Gives the place that a file is written to. */
    public interface Target {
        /** Opens it; it is closed when the file is complete. Called by several threads. */
        OutputStream open(DownloadFile file) throws IOException;
    }

    /**
     * Writes all files of the whole: each format is made once, and compressed and counted while it is made. Their sizes
     * and checksums are known after that.
     */
    public synchronized void writeWhole(Target target) {
        dump.whole(Progress.unheard());
        Map<ResultFormat, Map<DownloadFile, Checksum>> made =
                Collections.synchronizedMap(new EnumMap<>(ResultFormat.class));
        ResultFormat.of(Form.GRAPH).parallelStream()
                .forEach(format -> made.put(format, writeAll(whole(format).toList(), target)));
        Map<DownloadFile, Checksum> sums = new LinkedHashMap<>();
        made.values().forEach(sums::putAll);
        checksums = Collections.unmodifiableMap(sums);
    }

    /** Writes files that differ in nothing but how they are compressed. */
    private Map<DownloadFile, Checksum> writeAll(List<DownloadFile> files, Target target) {
        Map<DownloadFile, SummedOutput> summed = new LinkedHashMap<>();
        try {
            List<OutputStream> outputs = new ArrayList<>();
            for (DownloadFile file : files) {
                summed.put(file, new SummedOutput(target.open(file)));
                outputs.add(file.compression().into(summed.get(file)));
            }
            try (ForkedOutput all = new ForkedOutput(outputs)) {
                dump.write(files.get(0).format(), files.get(0).graph(), all, Progress.unheard());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<DownloadFile, Checksum> sums = new LinkedHashMap<>();
        summed.forEach((file, output) -> sums.put(file, output.checksum()));
        return sums;
    }

    private static String path(Node graphName) {
        return graphName.getURI().replace(KnowledgeGraph.GRAPHS, "");
    }
}
