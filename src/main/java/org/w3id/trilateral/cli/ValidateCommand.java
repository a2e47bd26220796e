package org.w3id.trilateral.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.quality.Report;
import org.w3id.trilateral.quality.ReportFormat;
import org.w3id.trilateral.quality.Validator;

/** Reports what breaks the rules of a home folder; exit 0 when no rule is broken, 1 when one is, 2 for a bad folder. */
@Command(name = "validate",
        description = "Report all that breaks the rules of a home folder: files that cannot be read,"
        + " shapes, violation queries. Warnings alone do not fail.",
        footer = {"", "Examples:", "  trilateral validate",
        "  trilateral validate my-graph --format csv > findings.csv"})
final class ValidateCommand implements Callable<Integer> {
    private final Validator validator;
    private final Supplier<Home> otherwise;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", arity = "0..1",
            description = "Folder that holds ontology, data and queries (default: the one that other commands would read).")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, json or csv (default: text).")
    private String format = ReportFormat.TEXT.label();

    /**
     * A command.
     *
     * @param validator looks through the folder
     * @param otherwise the home folder where none is given
     */
    ValidateCommand(Validator validator, Supplier<Home> otherwise) {
        this.validator = validator;
        this.otherwise = otherwise;
    }

    @Override
    public Integer call() {
        ReportFormat chosen = ReportFormat.of(format);
        Report report = validator.validate(folder.map(Home::new).orElseGet(otherwise));
        PrintWriter out = spec.commandLine().getOut();
        out.print(chosen.render(report));
        out.flush();
        return report.passes() ? 0 : 1;
    }
}
