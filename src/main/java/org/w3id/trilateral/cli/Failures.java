package org.w3id.trilateral.cli;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.Suggestion;
import org.w3id.trilateral.fault.TrilateralException;

/** A failure as one line on standard error, and its exit code. */
final class Failures {
    private static final int DONE = 0;
    private static final int OURS = 1;
    private static final int CALLERS = 2;

    private final Terminal terminal;
    private final boolean verbose;

    Failures(Terminal terminal, List<String> args) {
        this.terminal = terminal;
        this.verbose = args.contains("-v") || args.contains("--verbose");
    }

    /** Runs; a failure before any command is found is told like one within. */
    int guard(IntSupplier run) {
        try {
            return run.getAsInt();
        } catch (TrilateralException e) {
            return told(e);
        }
    }

    /** What a command threw while it ran. */
    int ofRun(Exception failure) throws Exception {
        if (failure instanceof TrilateralException known) {
            return told(known);
        }
        Optional<IOException> cause = Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(IOException.class::isInstance).map(IOException.class::cast).findFirst();
        if (cause.isEmpty()) {
            throw failure;
        }
        if ("Broken pipe".equals(cause.get().getMessage())) {
            return DONE;
        }
        String words = "reading or writing failed: " + cause.get();
        return told(new TrilateralException(Fault.MALFORMED_SOURCE, words, failure));
    }

    private int told(TrilateralException failure) {
        terminal.say("trilateral: " + oneLine(failure.getMessage()));
        if (verbose) {
            failure.printStackTrace(terminal.err());
        }
        return exitCode(failure.fault());
    }

    /** Arguments that picocli could not make sense of. */
    int ofArguments(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        terminal.say("trilateral: " + wording(failure) + " See '" + name + " --help'.");
        return CALLERS;
    }

    private static String wording(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        if (failure instanceof UnmatchedArgumentException unmatched) {
            String given = unmatched.getUnmatched().get(0);
            return given.startsWith("-") ? "there is no option '" + given + "'." + nearOption(command, given)
                    : "'" + given + "' is not known here."
                            + Suggestion.sentence(given, command.getSubcommands().keySet());
        }
        if (failure instanceof OverwrittenOptionException twice) {
            return "the option '" + optionName(twice) + "' is given twice.";
        }
        String words = oneLine(failure.getMessage());
        return words.endsWith(".") ? words : words + ".";
    }

    private static String optionName(OverwrittenOptionException twice) {
        return twice.getOverwritten() instanceof OptionSpec option ? option.longestName()
                : twice.getOverwritten().paramLabel();
    }

    private static String nearOption(CommandLine command, String given) {
        List<String> names = command.getCommandSpec().options().stream()
                .flatMap(option -> Stream.of(option.names())).filter(name -> name.startsWith("--"))
                .map(name -> name.substring(2)).toList();
        String name = given.replaceFirst("^-+", "").replaceFirst("=.*", "");
        Optional<String> near = Suggestion.nearest(name, names);
        return near.map(option -> " Did you mean '--" + option + "'?").orElse("");
    }

    private static String oneLine(String message) {
        return String.valueOf(message).strip().replaceAll("\\s*\\R\\s*", " ");
    }

    /** 2 = the caller's mistake, 1 = ours or the data's. */
    static int exitCode(Fault fault) {
        return switch (fault) {
            case UNKNOWN_QUERY, UNKNOWN_PARAMETER, BAD_PARAMETER, UNKNOWN_RESOURCE, WITHDRAWN, NOT_ACCEPTABLE,
                    UNKNOWN_FORMAT,
                    BAD_QUERY, REFUSED, BAD_OPTION -> CALLERS;
            case TIMEOUT, TOO_LARGE, OVERLOADED, UNAVAILABLE, MALFORMED_SOURCE -> OURS;
        };
    }
}
