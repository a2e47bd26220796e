package org.w3id.trilateral.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.publish.DataHash;
import org.w3id.trilateral.publish.Rerun;

/** Runs the query of a result bundle again. */
@Command(name = "rerun",
        description = "Run the query of a result bundle again, and say what has changed: lines with + are new,"
        + " lines with - are gone. Exit code 1 when something has.",
        footer = {"", "Example:", "  trilateral rerun summits.zip"})
final class RerunCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final HomeOption home;

    @Parameters(paramLabel = "BUNDLE", description = "Zip that a page of a question, or /queries/ID.zip, gave.")
    private Path bundle;

    RerunCommand(Terminal terminal) {
        this.terminal = terminal;
        this.home = new HomeOption(terminal);
    }

    @Override
    public Integer call() throws IOException {
        try (InputStream zip = new BufferedInputStream(Files.newInputStream(bundle))) {
            KnowledgeGraph graph = home.graph();
            Rerun rerun = Rerun.of(zip, graph);
            rerun.removed().forEach(line -> terminal.print("- " + line + "\n"));
            rerun.added().forEach(line -> terminal.print("+ " + line + "\n"));
            terminal.say("then: " + rerun.then() + "\nnow:  " + graph.info().version() + " " + new DataHash(graph)
                    .hex());
            terminal.say(rerun.same() + " the same, " + rerun.added().size() + " added, " + rerun.removed().size()
                    + " removed");
            return rerun.isSame() ? 0 : 1;
        } catch (NoSuchFileException e) {
            throw new TrilateralException(Fault.BAD_OPTION, "there is no file '" + bundle + "'", e);
        }
    }
}
