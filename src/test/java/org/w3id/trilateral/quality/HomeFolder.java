package org.w3id.trilateral.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.w3id.trilateral.graph.Home;

/** A home folder for one test: the ontology and the rules of the project, and data of the test's own. */
final class HomeFolder {
    private final Path root;

    private HomeFolder(Path root) {
        this.root = root;
    }

    static HomeFolder in(Path root) throws IOException {
        HomeFolder folder = new HomeFolder(root);
        folder.copy(Path.of("ontology"), "ontology");
        folder.copy(Path.of("queries/checks"), "queries/checks");
        folder.copy(Path.of("data/dataset.ttl"), "data/dataset.ttl");
        return folder;
    }

    /** Copies a file, or all the files of a folder. */
    HomeFolder copy(Path from, String to) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path target = root.resolve(to).resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        return this;
    }

    HomeFolder write(String file, String... lines) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), String.join("\n", lines) + "\n");
        return this;
    }

    Home home() {
        return new Home(root);
    }
}
