package org.w3id.trilateral.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.load.BulkLoad;
import org.w3id.trilateral.load.LoadListener;
import org.w3id.trilateral.load.LoadReport;
import org.w3id.trilateral.load.Refusal;
import org.w3id.trilateral.store.StoreContent;
import org.w3id.trilateral.store.StoreDirectory;

/** Brings files of statements into a store; exit 0 when all of them went in, 1 when lines were refused. */
@Command(name = "load", description =
        "Bring files of up to many millions of statements into a store, on top of the graph"
        + " of the home folder, with all that follows by its rules.",
        footer = {"", "N-Quads and N-Triples are read line by line: a line that is wrong is told with its number and left out.",
            "Statements outside of named graphs get one of the file's name.", "", "Examples:",
            "  trilateral load events.nq.gz --store my-store", "  trilateral serve --store my-store"})
final class LoadCommand implements Callable<Integer> {
    private static final int MOST_REFUSALS_TOLD = 20;

    private final Terminal terminal;

    @Mixin
    private final HomeOption home;

    @Parameters(paramLabel = "FILE", arity = "1..*", description =
            "N-Quads, N-Triples, Turtle or TriG: .nq, .nt, .ttl, .trig,"
            + " each also with .gz.")
    private List<Path> files;

    @Option(names = "--strict", description = "Stop at the first line that is wrong, and leave the store as it was.")
    private boolean strict;

    @Option(names = "--replace", description = "Give up what was loaded into the store before.")
    private boolean replace;

    LoadCommand(Terminal terminal) {
        this.terminal = terminal;
        this.home = new HomeOption(terminal);
    }

    @Override
    public Integer call() {
        Path folder = home.storeFolder();
        BulkLoad.check(files);
        Home read = home.home();
        try (StoreDirectory directory = StoreDirectory.open(folder)) {
            refuseToReplace(directory, folder);
            LoadReport report = fill(directory, read);
            terminal.say(String.format("%,d statements loaded and %,d more that follow, in %.1f s: %,d a second; the store holds"
                    + " %,d different statements", report.statements(), report.following(), report.took()
                            .toMillis() / 1_000.0,
                    report.rate(), report.triples()));
            tell(report.undated(), "beginnings or ends are no dates that day numbers can be counted from");
            tell(report.refused(), "lines were refused");
            return report.refused() > 0 ? 1 : 0;
        }
    }

    private void refuseToReplace(StoreDirectory directory, Path folder) {
        List<String> loaded = directory.content().map(StoreContent::sources).orElse(List.of());
        if (!loaded.isEmpty() && !replace) {
            throw new TrilateralException(Fault.BAD_OPTION, "the store '" + folder + "' holds "
                    + String.join(", ", loaded)
                    + " already. Give --replace to load anew (name all files that it shall hold), or another folder");
        }
    }

    private LoadReport fill(StoreDirectory directory, Home read) {
        LoadReport[] report = new LoadReport[1];
        KnowledgeGraph base = HomeOption.graph(read, terminal.environment());
        directory.fill(database -> {
            report[0] = new BulkLoad(read, base, new Telling()).fill(database, files);
            return new StoreContent(StoreContent.Kind.LOADED, report[0].fingerprint(), base.fingerprint(),
                    report[0].triples(),
                    files.stream().map(file -> file.getFileName().toString()).toList());
        });
        return report[0];
    }

    private void tell(long count, String what) {
        if (count > 0) {
            terminal.say(String.format("%,d %s", count, what));
        }
    }

    /** Says how it goes, and which lines are refused, but not thousands of them. */
    private final class Telling implements LoadListener {
        private final Progress progress = new Progress(terminal, "statements read");
        private long refusals;

        @Override
        public void read(long statements) {
            progress.tell(statements);
        }

        @Override
        public void refused(Refusal refusal) {
            if (strict) {
                throw new TrilateralException(Fault.MALFORMED_SOURCE, refusal + ". Nothing was loaded");
            }
            if (++refusals <= MOST_REFUSALS_TOLD) {
                terminal.say("refused: " + refusal);
            } else if (refusals == MOST_REFUSALS_TOLD + 1) {
                terminal.say("further refusals are counted, not told");
            }
        }

        @Override
        public void begins(String part) {
            progress.say(part);
        }
    }
}
