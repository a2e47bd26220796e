package org.w3id.trilateral.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.quality.Validator;

class ValidateCommandTest {
    @TempDir
    private Path root;

    private final StringWriter out = new StringWriter();

    @BeforeEach
    void layOutAHomeFolder() throws IOException {
        for (String part : new String[] {"ontology", "queries", "data"}) {
            Files.createDirectories(root.resolve(part));
        }
        Files.copy(Path.of("data/dataset.ttl"), root.resolve("data/dataset.ttl"));
    }

    @Test
    void aFolderThatBreaksNoRuleExitsWithZero() {
        assertEquals(0, run(root.toString()));
        assertTrue(out.toString().startsWith("0 violations"), out.toString());
    }

    @Test
    void aViolationExitsWithOneAndIsReportedInTheFormatAskedFor() throws IOException {
        Files.writeString(root.resolve("data/torn.ttl"), "<a> <b>");

        assertEquals(1, run(root.toString(), "--format", "csv"));
        assertTrue(out.toString().contains("violation,data/torn.ttl:1,,unreadable-file,"), out.toString());
    }

    @Test
    void withoutAFolderItReadsTheOneThatOtherCommandsWould() throws IOException {
        Files.writeString(root.resolve("data/torn.ttl"), "<a> <b>");

        assertEquals(1, run());
    }

    @Test
    void aFolderThatIsNoHomeIsTheCallersMistake() {
        ValidateCommand command = CommandLine.populateCommand(command(), root.resolve("data").toString());

        TrilateralException refused = assertThrows(TrilateralException.class, command::call);
        assertEquals(Fault.BAD_OPTION, refused.fault());
    }

    private int run(String... args) {
        return new CommandLine(command()).setOut(new PrintWriter(out)).execute(args);
    }

    private ValidateCommand command() {
        return new ValidateCommand(new Validator(), () -> new Home(root));
    }
}
