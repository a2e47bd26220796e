package org.w3id.trilateral.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/** A query that the caller names as a file, or gives on standard input. */
final class QueryFile {
    private QueryFile() {
    }

    /**
     * The text of a query.
     *
     * @param file its path; {@code -} for standard input
     * @throws TrilateralException {@link Fault#BAD_OPTION} if it cannot be read
     */
    static String text(String file, Terminal terminal) {
        try {
            return file.equals("-") ? new String(terminal.in().readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(Path.of(file));
        } catch (IOException e) {
            String hint = file.contains("{")
                    ? "; to give the query itself, write it to standard input, with - for the file" : "";
            throw new TrilateralException(Fault.BAD_OPTION, "cannot read the query file '" + file + "'" + hint, e);
        }
    }
}
