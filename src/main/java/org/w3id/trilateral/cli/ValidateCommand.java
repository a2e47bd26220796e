package org.w3id.trilateral.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.quality.Report;
import org.w3id.trilateral.quality.ReportFormat;
import org.w3id.trilateral.quality.Validator;

/** {@code trilateral validate [DIR]}: what is wrong with a home folder; exit 0 when no rule is broken, 1 when one is, 2 for a bad folder. */
@Command(name = "validate", mixinStandardHelpOptions = true,
        description = "Report all that breaks the rules of a home folder: unreadable files, SHACL shapes, violation queries.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:no violation; there may be warnings", "1:at least one violation", "2:the folder or an option is not usable"})
public final class ValidateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", arity = "0..1", description = "A folder that holds ontology, data and queries; default: the one built in.")
    private Path folder;

    @Option(names = "--format", defaultValue = "text", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private ReportFormat format;

    @Override
    public Integer call() {
        Home home = folder == null ? Home.embedded() : new Home(folder);
        Report report = new Validator().validate(home);
        spec.commandLine().getOut().print(format.render(report));
        spec.commandLine().getOut().flush();
        return report.passes() ? 0 : 1;
    }
}
