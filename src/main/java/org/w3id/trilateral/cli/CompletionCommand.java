package org.w3id.trilateral.cli;

import java.util.concurrent.Callable;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script that completes commands, questions and options. */
@Command(name = "completion",
        description = "Print a script that completes commands, questions and options in your shell.",
        footer = {"", "Examples:", "  source <(trilateral completion bash)", "  source <(trilateral completion zsh)"})
final class CompletionCommand implements Callable<Integer> {
    /** The shells that there is a script for. */
    enum Shell { bash, zsh }

    /** Makes zsh understand a script for bash. */
    private static final String ZSH =
            "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n";

    private final Terminal terminal;

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
    private Shell shell;

    @Spec
    private CommandSpec spec;

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String script = AutoComplete.bash("trilateral", spec.root().commandLine());
        terminal.print(shell == Shell.zsh ? ZSH + script : script);
        return 0;
    }
}
