package org.w3id.trilateral.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Option;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.link.Linksets;
import org.w3id.trilateral.query.Lockdown;
import org.w3id.trilateral.store.Store;

/** The options of every command that reads a graph. */
final class HomeOption {
    /** Names the home folder where the option does not. */
    static final String VARIABLE = "TRILATERAL_HOME";
    /**
     * Names the folder for snapshots of the loaded graph, which make the next start faster; without it none are kept.
     */
    static final String SNAPSHOTS = "TRILATERAL_SNAPSHOTS";
    private static final String NAME = "--home";

    private final Map<String, String> environment;

    @Option(names = NAME, paramLabel = "DIR", description = "Folder that holds ontology, data and queries"
            + " (default: the variable " + VARIABLE + ", else the graph that came with the program).")
    private Path folder;

    @Option(names = "--store", paramLabel = "PLACE", defaultValue = Store.MEMORY,
            description = "Where the graph is kept:"
            + " mem, a folder (made and filled where there is none), or the URL of a SPARQL service (default: ${DEFAULT-VALUE}).")
    private String store;

    @Option(names = {"-v", "--verbose"}, description = "Say on standard error what is being done.")
    private boolean verbose;

    HomeOption(Terminal terminal) {
        this.environment = terminal.environment();
    }

    /** The home folder that was meant. */
    Home home() {
        return home(Optional.ofNullable(folder), environment);
    }

    /**
     * The folder of the store, for what needs one.
     *
     * @throws TrilateralException {@link Fault#BAD_OPTION} if no folder is given
     */
    Path storeFolder() {
        if (store.equals(Store.MEMORY) || store.matches("https?://.*")) {
            throw new TrilateralException(Fault.BAD_OPTION, "give --store a folder; '" + store + "' is none");
        }
        return Path.of(store);
    }

    /** The graph in it, with its links; from here on no query of this process may leave it. */
    KnowledgeGraph graph() {
        return graph(home());
    }

    /** The graph of a home folder that was looked up before, from where it is kept. */
    KnowledgeGraph graph(Home home) {
        Lockdown.apply();
        return new Store(home, () -> graph(home, environment)).open(store);
    }

    /**
     * The graph of a home folder in memory, with its links; read from a snapshot where the environment names a folder
     * for them.
     */
    static KnowledgeGraph graph(Home home, Map<String, String> environment) {
        Lockdown.apply();
        String snapshots = environment.getOrDefault(SNAPSHOTS, "");
        return snapshots.isBlank() ? KnowledgeGraph.load(home, Linksets::graphs)
                : KnowledgeGraph.load(home, Linksets::graphs, Path.of(snapshots));
    }

    /** The home folder, for those who must know it before the arguments are parsed. */
    static Home scan(List<String> args, Map<String, String> environment) {
        for (int i = 0; i < args.size(); i++) {
            if (args.get(i).startsWith(NAME + "=")) {
                return home(Optional.of(Path.of(args.get(i).substring(NAME.length() + 1))), environment);
            }
            if (args.get(i).equals(NAME) && i + 1 < args.size()) {
                return home(Optional.of(Path.of(args.get(i + 1))), environment);
            }
        }
        return home(Optional.empty(), environment);
    }

    private static Home home(Optional<Path> folder, Map<String, String> environment) {
        Optional<Path> chosen = folder.or(() ->
                Optional.ofNullable(environment.get(VARIABLE)).filter(text -> !text.isBlank()).map(Path::of));
        return chosen.isPresent() ? new Home(chosen.get()) : Home.embedded();
    }
}
