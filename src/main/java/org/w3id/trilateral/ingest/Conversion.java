package org.w3id.trilateral.ingest;

import java.util.List;
import java.util.Objects;

/**
 * What became of a file of event data.
 *
 * @param turtle the facts, in the layout of this project
 * @param notes  what was left out and why, a line each, in the order of the file
 */
public record Conversion(String turtle, List<String> notes) {
    public Conversion {
        Objects.requireNonNull(turtle, "turtle");
        notes = List.copyOf(notes);
    }
}
