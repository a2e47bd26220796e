package org.w3id.trilateral.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/**
 * A folder with {@code ontology}, {@code data} and {@code queries} in it: all that a knowledge graph is made of.
 *
 * @param root the folder; may lie inside a jar
 */
public record Home(Path root) {
    public Home {
        Objects.requireNonNull(root, "root");
        for (String part : List.of("ontology", "data", "queries")) {
            if (!Files.isDirectory(root.resolve(part))) {
                throw new TrilateralException(Fault.BAD_OPTION,
                        "'" + root + "' is no home folder: it has no '" + part + "' folder",
                        List.of("a folder that holds ontology, data and queries"));
            }
        }
    }

    /** The home folder that was built into the program. */
    public static Home embedded() {
        try {
            URI uri = Objects.requireNonNull(Home.class.getResource("/home/data/dataset.ttl"), "/home/data/dataset.ttl")
                    .toURI();
            if (uri.getScheme().equals("jar")) {
                URI jar = URI.create(uri.toString().substring(0, uri.toString().indexOf('!')));
                return new Home(FileSystems.newFileSystem(jar, Map.of()).getPath("/home"));
            }
            return new Home(Path.of(uri).getParent().getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Turtle files that are loaded, ontology first, each list in path order; shapes are not among them. */
    public List<Path> turtleFiles() {
        return Stream.of("ontology", "data")
                .flatMap(part -> files(part, ".ttl").stream())
                .filter(file -> !relative(file).startsWith("ontology/shapes/"))
                .toList();
    }

    /** The files below a part of the home folder whose names end so, in path order; empty where the part is missing. */
    public List<Path> files(String part, String ending) {
        Path folder = root.resolve(part);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted((a, b) -> relative(a).compareTo(relative(b)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file's path from the root, with forward slashes on every system. */
    public String relative(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** The text of a file of this home folder. */
    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new TrilateralException(Fault.MALFORMED_SOURCE, "cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * SHA-256, in lower-case hexadecimal, over the names, sizes and times of all that is loaded, and of the program
     * that loads it: another stamp whenever the loaded graph might be another one.
     */
    String stamp() {
        return sha256(digest -> {
            for (Path file : content()) {
                update(digest, file, relative(file));
            }
            update(digest, Path.of(Home.class.getProtectionDomain().getCodeSource().getLocation().getPath()),
                    "program");
        });
    }

    private static void update(MessageDigest digest, Path file, String name) throws IOException {
        digest.update((name + '\0' + Files.size(file) + '\0' + Files.getLastModifiedTime(file).toMillis() + '\0')
                .getBytes(UTF_8));
    }

    private List<Path> content() {
        return Stream.of("ontology", "data", "queries").flatMap(part -> files(part, "").stream()).toList();
    }

    /**
     * SHA-256, in lower-case hexadecimal, over the names and bytes of all that is loaded: files, rules, links and
     * queries.
     */
    public String fingerprint() {
        return sha256(digest -> {
            for (Path file : content()) {
                digest.update(relative(file).getBytes(UTF_8));
                digest.update((byte) 0);
                digest.update(Files.readAllBytes(file));
            }
        });
    }

    private static String sha256(Digesting content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            content.into(digest);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Digesting {
        void into(MessageDigest digest) throws IOException;
    }

    /** The named graph of a file: {@code data/chronology/2023.ttl} lies in {@code …/graph/data/chronology/2023}. */
    Node graphName(Path file) {
        String relative = relative(file);
        return NodeFactory.createURI(KnowledgeGraph.GRAPHS
                + relative.substring(0, relative.length() - ".ttl".length()));
    }
}
