package org.w3id.trilateral.load;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A line that was not loaded.
 *
 * @param file   the file
 * @param line   number of the line, from 1
 * @param reason what is wrong with it
 */
public record Refusal(Path file, long line, String reason) {
    public Refusal {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(reason, "reason");
    }

    @Override
    public String toString() {
        return file + ", line " + line + ": " + reason;
    }
}
