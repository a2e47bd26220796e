package org.w3id.trilateral.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.DatasetInfo;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.query.QueryCatalogue;
import org.w3id.trilateral.result.ResultFormat;

/**
 * A folder that holds one version of a graph for good: every dump, the tables and networks, the descriptions, how to
 * cite it, what has changed, and the checksums of all. The same bytes for the same version.
 */
public final class Release {
    /** The file that says which version a release is. */
    static final String MANIFEST = "release.json";
    private static final String SUMS = "SHA256SUMS";

    private final KnowledgeGraph graph;
    private final QueryCatalogue catalogue;
    private final DataHash hash;
    private final Consumer<String> progress;

    /**
     * A release of a graph and its packaged queries.
     *
     * @param progress hears the name of each file before it is written
     */
    public Release(KnowledgeGraph graph, QueryCatalogue catalogue, Consumer<String> progress) {
        this.graph = Objects.requireNonNull(graph, "graph");
        this.catalogue = Objects.requireNonNull(catalogue, "catalogue");
        this.progress = Objects.requireNonNull(progress, "progress");
        this.hash = new DataHash(graph);
    }

    /**
     * Writes the release.
     *
     * @param folder   is made; must be empty if it is there
     * @param origin   where the service is, or will be, found, for the descriptions
     * @param previous folder of the release before; empty for the first
     * @throws TrilateralException {@link Fault#BAD_OPTION} for a folder that is not empty or no release
     */
    public void write(Path folder, String origin, Optional<Path> previous) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                throw new TrilateralException(Fault.BAD_OPTION,
                        "the folder '" + folder + "' is not empty; a release is written into a new one");
            }
        }
        Optional<Changes> changes = previous.map(release -> Changes.since(release, graph));
        Downloads downloads = dumps(folder);
        for (Extract extract : Extract.values()) {
            put(folder, extract.fileName(), extract.render(graph));
        }
        Descriptions descriptions = new Descriptions(graph, catalogue, downloads, Releases.none());
        put(folder, "void.ttl", ResultFormat.TURTLE.render(descriptions.voidDescription(origin)));
        put(folder, "catalog.ttl", ResultFormat.TURTLE.render(descriptions.catalog(origin)));
        put(folder, "queries.ttl", ResultFormat.TURTLE.render(descriptions.examples(origin)));
        put(folder, "CITATION.cff", citation().getBytes(UTF_8));
        put(folder, MANIFEST, manifest());
        if (changes.isPresent()) {
            put(folder, "CHANGES.md", changes.get()
                    .markdown("Changes in " + graph.info().version() + " since " + previousVersion(previous.get())));
            put(folder, "changes.csv", changes.get().csv());
        }
        put(folder, SUMS, sums(folder));
    }

    private Downloads dumps(Path folder) {
        Downloads downloads = new Downloads(graph);
        downloads.writeWhole(file -> {
            progress.accept(file.name());
            return new BufferedOutputStream(Files.newOutputStream(folder.resolve(file.name())));
        });
        return downloads;
    }

    private void put(Path folder, String name, byte[] bytes) throws IOException {
        progress.accept(name);
        Files.write(folder.resolve(name), bytes);
    }

    private byte[] manifest() {
        DatasetInfo info = graph.info();
        long triples = graph.size();
        JsonObject json = JSON.buildObject(object -> object.pair("dataset", info.iri()).pair("title", info.title())
                .pair("version", info.version()).pair("modified", info.modified()).pair("licence", info.licence())
                .pair("data", hash.hex()).pair("triples", triples)
                .pair("graphs", graph.dataGraphs().size()).pair("queries", catalogue.all().size()));
        return (json + "\n").getBytes(UTF_8);
    }

    /** <a href="https://github.com/citation-file-format/citation-file-format">Citation File Format 1.2.0</a>. */
    private String citation() {
        DatasetInfo info = graph.info();
        return "cff-version: 1.2.0\nmessage: \"If you use this data set, please cite it as below.\"\ntype: dataset\n"
                + "title: " + quoted(info.title()) + "\nabstract: " + quoted(info.description())
                + "\nauthors:\n  - name: " + quoted(info.creator().isEmpty() ? info.title() : info.creator())
                + "\nversion: " + quoted(info.version()) + "\ndate-released: " + quoted(info.modified())
                + "\nlicense-url: " + quoted(info.licence()) + "\nurl: " + quoted(info.iri())
                + "\nidentifiers:\n  - type: other\n    value: " + quoted("sha256:" + hash.hex())
                + "\n    description: \"SHA-256 of the data in canonical form (RDFC-1.0)\"\n";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private static String previousVersion(Path release) {
        try {
            return JSON.parse(Files.readString(release.resolve(MANIFEST))).getString("version");
        } catch (IOException e) {
            throw new TrilateralException(Fault.BAD_OPTION, "'" + release + "' is no release: it has no " + MANIFEST,
                    e);
        }
    }

    private static byte[] sums(Path folder) throws IOException {
        StringBuilder sums = new StringBuilder();
        List<Path> files;
        try (Stream<Path> inside = Files.list(folder)) {
            files = inside.sorted().toList();
        }
        for (Path file : files) {
            sums.append(sum(file)).append("  ").append(file.getFileName()).append('\n');
        }
        return sums.toString().getBytes(UTF_8);
    }

    private static String sum(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
