package org.w3id.trilateral.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CheckedInputStream;
import java.util.zip.Checksum;
import java.util.zip.GZIPInputStream;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.KnowledgeGraph;

/**
 * A file to be loaded.
 *
 * @param path where it is
 * @param lang its format, by its ending
 */
record EventFile(Path path, Lang lang) {
    private static final String GZIP = ".gz";
    private static final int BUFFER = 1 << 16;
    private static final Map<String, Lang> ENDINGS =
            Map.of("nq", Lang.NQUADS, "nt", Lang.NTRIPLES, "ttl", Lang.TURTLE, "trig", Lang.TRIG);

    /**
     * The file at a path.
     *
     * @throws TrilateralException {@link Fault#BAD_OPTION} if it cannot be read, or its ending says no format
     */
    static EventFile of(Path path) {
        String name = plainName(path);
        Lang lang = ENDINGS.get(name.substring(name.lastIndexOf('.') + 1));
        if (lang == null) {
            List<String> allowed = List.of(".nq", ".nt", ".ttl", ".trig");
            throw new TrilateralException(Fault.BAD_OPTION, "the ending of '" + path + "' says no format; there are "
                    + String.join(", ", allowed) + ", each also with .gz", allowed);
        }
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new TrilateralException(Fault.BAD_OPTION, "there is no file '" + path + "' that can be read");
        }
        return new EventFile(path, lang);
    }

    private static String plainName(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(GZIP) ? name.substring(0, name.length() - GZIP.length()) : name;
    }

    /** Whether each line of it stands for itself. */
    boolean hasLines() {
        return lang.equals(Lang.NQUADS) || lang.equals(Lang.NTRIPLES);
    }

    /** Whether its statements may name a graph. */
    boolean isQuads() {
        return lang.equals(Lang.NQUADS) || lang.equals(Lang.TRIG);
    }

    /**
     * Its bytes, unpacked.
     *
     * @param sum is made of its bytes as they are in the file
     */
    InputStream open(Checksum sum) throws IOException {
        InputStream raw = new CheckedInputStream(new BufferedInputStream(Files.newInputStream(path), BUFFER), sum);
        return path.toString().toLowerCase(Locale.ROOT).endsWith(GZIP) ? new GZIPInputStream(raw, BUFFER) : raw;
    }

    /** The named graph for statements that it gives none for. */
    Node graph() {
        String name = plainName(path);
        return NodeFactory.createURI(KnowledgeGraph.GRAPHS + "loaded/"
                + name.substring(0, name.lastIndexOf('.')).replaceAll("[^A-Za-z0-9._-]", "-"));
    }
}
