package org.w3id.trilateral.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.publish.Release;
import org.w3id.trilateral.query.QueryCatalogue;

/** Writes one version of the graph into a folder, to be kept. */
@Command(name = "release",
        description = "Write this version of the graph into a new folder: all dumps, tables, networks,"
        + " descriptions, citation, checksums, and what has changed since an earlier release.",
        footer = {"", "Example:",
        "  trilateral release releases/0.2.0 --previous releases/0.1.0 --public-url https://example.org"})
final class ReleaseCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final HomeOption home;

    @Parameters(paramLabel = "DIR", description = "Folder to write; made if it is not there.")
    private Path folder;

    @Option(names = "--previous", paramLabel = "DIR",
            description = "Folder of an earlier release, for the list of changes.")
    private Optional<Path> previous = Optional.empty();

    @Option(names = "--public-url", paramLabel = "URL", description = "Where the service is found, for the descriptions"
            + " (default: the address of the data set, up to its last slash).")
    private Optional<String> publicUrl = Optional.empty();

    ReleaseCommand(Terminal terminal) {
        this.terminal = terminal;
        this.home = new HomeOption(terminal);
    }

    @Override
    public Integer call() throws IOException {
        Home folderOfData = home.home();
        KnowledgeGraph graph = home.graph(folderOfData);
        String origin = publicUrl.map(url -> url.replaceFirst("/+$", ""))
                .orElseGet(() -> graph.info().iri().replaceFirst("/[^/]*$", ""));
        new Release(graph, QueryCatalogue.load(folderOfData, graph.info()), terminal::say)
                .write(folder, origin, previous);
        return 0;
    }
}
