package org.w3id.trilateral.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Tables in Markdown: printed as they come, and kept in a file. */
final class Report {
    private final Path file;

    /** A report in a file, which begins empty. */
    Report(Path file) throws IOException {
        this.file = file;
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, "");
    }

    /** A line. */
    void line(String text) throws IOException {
        System.out.println(text);
        System.out.flush();
        Files.writeString(file, text + "\n", StandardOpenOption.APPEND);
    }

    /** A heading. */
    void heading(String text) throws IOException {
        line("\n### " + text + "\n");
    }

    /** The head of a table. */
    void head(List<String> columns) throws IOException {
        row(columns);
        line("|" + "---|".repeat(columns.size()));
    }

    /** A row of a table. */
    void row(List<String> cells) throws IOException {
        line("| " + String.join(" | ", cells) + " |");
    }
}
