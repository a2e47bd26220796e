package org.w3id.trilateral.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import org.w3id.trilateral.graph.DatasetInfo;
import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.link.Linksets;
import org.w3id.trilateral.quality.Validator;

/** All commands of the program, in the order of its help. */
@Command(name = "trilateral", synopsisHeading = "Usage: ", synopsisSubcommandLabel = "COMMAND",
        description = "A sourced knowledge graph of US-Japan-South Korea relations,"
            + " and the service that answers from it.",
        commandListHeading = "%nCommands:%n",
        footer = {"", "Examples:", "  trilateral serve                     the web server at http://localhost:3030/",
            "  trilateral ask                       the packaged questions",
            "  trilateral describe camp-david-summit-2023",
            "", "Data go to standard output, words to standard error.",
            "Exit code: 0 done, 1 our fault or the data's, 2 the caller's."})
final class CommandTree implements Callable<Integer> {
    private static final int HELP_WIDTH = 100;
    private static final Set<String> COMMON = Set.of("serve", "ask", "query", "describe", "archive");

    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    private CommandTree(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The commands for these arguments; the questions of the home folder are read only where they are needed. */
    static CommandLine of(Terminal terminal, List<String> args, Failures failures) {
        CommandLine line = new CommandLine(new CommandTree(terminal));
        Supplier<Home> home = () -> HomeOption.scan(args, terminal.environment());
        Stream.of(new ServeCommand(terminal), new AskCommand(terminal), new QueryCommand(terminal),
                new ExplainCommand(terminal), new DescribeCommand(terminal), new ExportCommand(terminal),
                new RerunCommand(terminal),
                new ReleaseCommand(terminal), new IngestCommand(terminal), new GenerateCommand(terminal),
                new LoadCommand(terminal),
                new ValidateCommand(new Validator(Linksets::graphs), home), new CompletionCommand(terminal),
                new ArchiveCommand(terminal)).filter(asked(args)).forEach(line::addSubcommand);
        if (args.contains("ask") || args.contains("completion")) {
            new Questions(terminal, home.get()).addTo(line.getSubcommands().get("ask"));
        }
        addStandardOptions(line, () -> version(home.get()));
        return line.setOut(new PrintWriter(new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8), true))
                .setErr(new PrintWriter(terminal.err(), true))
                .setUsageHelpWidth(Math.min(HELP_WIDTH, Math.max(60, terminal.width())))
                .setParameterExceptionHandler((failure, given) -> failures.ofArguments(failure))
                .setExecutionExceptionHandler((failure, command, parsed) -> failures.ofRun(failure));
    }

    /**
     * The commands that the arguments may name: to read what a command takes costs a start some time. All, where that
     * is not plain.
     */
    private static Predicate<Object> asked(List<String> args) {
        String first = args.isEmpty() ? "" : args.get(0);
        return COMMON.contains(first) ? command -> first.equals(command.getClass().getAnnotation(Command.class).name())
                : command -> true;
    }

    private static void addStandardOptions(CommandLine line, CommandLine.IVersionProvider version) {
        line.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(version);
        line.getSubcommands().values().forEach(command -> addStandardOptions(command, version));
    }

    /** Of the data, only what their description says: to load them, or to hash them, would take seconds. */
    private static String[] version(Home home) {
        String program = Optional.ofNullable(CommandTree.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
        DatasetInfo info = DatasetInfo.load(home);
        return new String[] {"trilateral " + program, "data " + info.version() + " of " + info.modified()};
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(terminal.err());
        return CommandLine.ExitCode.USAGE;
    }
}
