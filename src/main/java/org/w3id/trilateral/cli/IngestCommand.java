package org.w3id.trilateral.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.ingest.Conversion;
import org.w3id.trilateral.ingest.EventFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints other people's event data as Turtle that fits the graph, and says on standard error what was left out. */
@Command(name = "ingest",
        description = "Turn other people's event data into Turtle that fits the graph, for a curator to review.",
        footer = {"", "Formats:",
        "  nk-missile-tests    the folder with test.en.json, missile.en.json and facility.en.json",
            "  hsg-travels-visits  a file of journeys of presidents, secretaries or leaders, or a folder of them",
            "", "Examples:", "  trilateral ingest nk-missile-tests nk-missile-tests/data > data/launches/missile-tests.ttl"})
final class IngestCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final HomeOption home;

    @Parameters(index = "0", paramLabel = "FORMAT", description = "Format of the data, see below.")
    private String format;

    @Parameters(index = "1", paramLabel = "FILE", description = "File or folder of that format.")
    private Path file;

    IngestCommand(Terminal terminal) {
        this.terminal = terminal;
        this.home = new HomeOption(terminal);
    }

    @Override
    public Integer call() {
        EventFormat chosen = EventFormat.of(format);
        if (!Files.exists(file)) {
            throw new TrilateralException(Fault.BAD_OPTION,
                    "there is no '" + file + "'; " + format + " takes " + chosen.input());
        }
        Conversion conversion = chosen.convert(file, home.graph());
        terminal.printBytes(conversion.turtle().getBytes(StandardCharsets.UTF_8));
        conversion.notes().forEach(note -> terminal.err().println(note));
        return 0;
    }
}
