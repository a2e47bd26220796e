package org.w3id.trilateral.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders and files that engines are started with. */
final class Folders {
    /** The program, as the build packs it. */
    static final String JAR = "target/trilateral.jar";

    private Folders() {
    }

    /** The Java that runs this. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * A home folder of our ontology and questions without rules, with no data but those given: the same triples as for
     * all engines.
     */
    static Path home(Path folder, Optional<Path> data) throws IOException {
        if (Files.exists(folder)) {
            return folder;
        }
        for (String part : List.of("ontology", "queries")) {
            copy(Path.of(part), folder.resolve(part));
        }
        remove(folder.resolve("ontology/rules"));
        Files.createDirectories(folder.resolve("data"));
        Files.copy(Path.of("data/dataset.ttl"), folder.resolve("data/dataset.ttl"));
        if (data.isPresent()) {
            Files.createSymbolicLink(folder.resolve("data/generated.ttl"), data.get().toAbsolutePath());
        }
        return folder;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.sorted().toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Removes a folder with all that is in it; nothing where it is not there. */
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** A configuration of Virtuoso for one folder, with two gibibytes of buffers and no limit on rows. */
    static Path virtuoso(Path folder, int http, int sql) throws IOException {
        Path ini = folder.resolve("virtuoso.ini");
        Files.writeString(ini, """
                [Database]
                DatabaseFile = %1$s/virtuoso.db
                ErrorLogFile = %1$s/virtuoso.log
                LockFile = %1$s/virtuoso.lck
                TransactionFile = %1$s/virtuoso.trx
                xa_persistent_file = %1$s/virtuoso.pxa
                ErrorLogLevel = 7
                FileExtend = 200
                MaxCheckpointRemap = 2000
                [TempDatabase]
                DatabaseFile = %1$s/virtuoso-temp.db
                TransactionFile = %1$s/virtuoso-temp.trx
                MaxCheckpointRemap = 2000
                [Parameters]
                ServerPort = %3$d
                ServerThreads = 20
                CheckpointInterval = 0
                NumberOfBuffers = 170000
                MaxDirtyBuffers = 130000
                DirsAllowed = .,%1$s/in,/
                MaxQueryMem = 2G
                [HTTPServer]
                ServerPort = %2$d
                ServerThreads = 20
                [SPARQL]
                ResultSetMaxRows = 10000000
                MaxQueryExecutionTime = 600
                MaxQueryCostEstimationTime = 1000000
                """.formatted(folder.toAbsolutePath(), http, sql));
        return ini;
    }
}
