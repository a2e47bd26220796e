package org.w3id.trilateral;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.link.Linksets;

/** The small home folder that tests read. */
public final class Fixture {
    public static final Path FOLDER = Path.of("src/test/resources/home");

    private Fixture() {
    }

    public static Home home() {
        return new Home(FOLDER);
    }

    public static KnowledgeGraph graph() {
        return KnowledgeGraph.load(home(), Linksets::graphs);
    }

    /** A copy of the home folder in which one file is new or other. */
    public static Home with(Path folder, String file, String text) {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            for (Path path : all.sorted().toList()) {
                Path copy = folder.resolve(FOLDER.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
            Files.writeString(folder.resolve(file), text);
            return new Home(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
