package org.w3id.trilateral.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.apache.jena.graph.Node;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.query.Answer.Form;
import org.w3id.trilateral.result.ResultFormat;

/** The dumps of a graph as files to be downloaded, with their sizes and checksums. Safe for any number of threads. */
public final class Downloads {
    private final KnowledgeGraph graph;
    private final Dump dump;
    private final Map<DownloadFile, Checksum> checksums = new ConcurrentHashMap<>();

    /**
     * What is known of a file's bytes.
     *
     * @param bytes  how many they are
     * @param sha256 64 lower-case hexadecimal digits
     */
    public record Checksum(long bytes, String sha256) {
        public Checksum {
            Objects.requireNonNull(sha256, "sha256");
        }
    }

    /** The dumps of a graph. */
    public Downloads(KnowledgeGraph graph) {
        this.graph = graph;
        this.dump = new Dump(graph);
    }

    /** The whole in each format, plain and compressed. */
    public List<DownloadFile> whole() {
        return ResultFormat.of(Form.GRAPH).stream().flatMap(format -> Stream.of(
                file(DownloadFile.WHOLE, Optional.empty(), format, false), file(DownloadFile.WHOLE, Optional.empty(), format, true))).toList();
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
        boolean compressed = name.endsWith(DownloadFile.GZIP);
        String plain = compressed ? name.substring(0, name.length() - DownloadFile.GZIP.length()) : name;
        int dot = plain.lastIndexOf('.');
        if (dot < 0) {
            throw new TrilateralException(Fault.UNKNOWN_RESOURCE, "there is no file '" + name + "' to download.", List.of());
        }
        ResultFormat format = ResultFormat.of(plain.substring(dot + 1), Form.GRAPH);
        String path = plain.substring(0, dot);
        Optional<Node> only = path.equals(DownloadFile.WHOLE) ? Optional.empty()
                : Optional.of(graph.dataGraphs().stream().filter(node -> path(node).equals(path)).findFirst()
                        .orElseThrow(() -> new TrilateralException(Fault.UNKNOWN_RESOURCE, "there is no graph '" + path + "'.", graphs())));
        return file(path, only, format, compressed);
    }

    /** Writes a file; {@code out} is flushed, not closed. */
    public void write(DownloadFile file, OutputStream out, LongConsumer progress) throws IOException {
        if (file.compressed()) {
            GZIPOutputStream gzip = new GZIPOutputStream(out);
            dump.write(file.format(), file.graph(), gzip, progress);
            gzip.finish();
        } else {
            dump.write(file.format(), file.graph(), out, progress);
        }
        out.flush();
    }

    /** Size and checksum of a file; counted when first asked for. */
    public Checksum checksum(DownloadFile file) throws IOException {
        Checksum known = checksums.get(file);
        return known == null ? count(file) : known;
    }

    /** One at a time: counting costs as much as writing. */
    private synchronized Checksum count(DownloadFile file) throws IOException {
        Checksum known = checksums.get(file);
        if (known != null) {
            return known;
        }
        try (Counter counter = new Counter(); DigestOutputStream digest = new DigestOutputStream(counter, MessageDigest.getInstance("SHA-256"))) {
            write(file, digest, count -> { });
            Checksum sum = new Checksum(counter.bytes, HexFormat.of().formatHex(digest.getMessageDigest().digest()));
            checksums.put(file, sum);
            return sum;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DownloadFile file(String path, Optional<Node> only, ResultFormat format, boolean compressed) {
        return new DownloadFile(path + "." + format.extension() + (compressed ? DownloadFile.GZIP : ""), only, format, compressed);
    }

    private static String path(Node graphName) {
        return graphName.getURI().replace(KnowledgeGraph.GRAPHS, "");
    }

    private static final class Counter extends OutputStream {
        private long bytes;

        @Override
        public void write(int octet) {
            bytes++;
        }

        @Override
        public void write(byte[] buffer, int from, int length) {
            bytes += length;
        }
    }
}
