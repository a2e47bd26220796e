package org.w3id.trilateral.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Without a name, lists the packaged questions; each is a command below this one. */
@Command(name = "ask", description = "Answer a packaged question; without a name, list them.",
        synopsisHeading = "Usage: ",
        customSynopsis = "trilateral ask [ID] [--<parameter>=<value> ...] [--format=FORMAT]",
        footer = {"", "Examples:", "  trilateral ask", "  trilateral ask summits-after-provocations --help",
            "  trilateral ask summits-after-provocations --withinDays 90",
            "  trilateral ask summits-after-provocations --format csv > summits.csv"})
final class AskCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final HomeOption home;

    AskCommand(Terminal terminal) {
        this.terminal = terminal;
        this.home = new HomeOption(terminal);
    }

    @Override
    public Integer call() {
        terminal.print(new Questions(terminal, home.home()).list());
        terminal.say("'trilateral ask <ID>' answers one, 'trilateral ask <ID> --help' shows its options.");
        return 0;
    }
}
