package org.w3id.trilateral.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One subject of a Turtle file in the layout of this project: a predicate a line, attestations last, the full stop
 * alone.
 */
final class TurtleBlock {
    private final String subject;
    private final List<String> lines = new ArrayList<>();
    private final List<String> attestations = new ArrayList<>();

    /** A block about a thing, written in Turtle: {@code trid:<name>}. */
    TurtleBlock(String subject) {
        this.subject = subject;
    }

    /** Adds {@code predicate object , object ;}; nothing where there is no object. */
    TurtleBlock add(String predicate, String... objects) {
        if (objects.length > 0) {
            lines.add("  " + predicate + " " + String.join(" , ", objects) + " ;");
        }
        return this;
    }

    /** Adds a nested attestation, its parts already in Turtle. */
    TurtleBlock attestation(List<String> parts) {
        attestations.add("    [ a tri:Attestation ; " + String.join(" ; ", parts) + " ]");
        return this;
    }

    /** A text in the language, quoted and escaped. */
    static String text(String text, String language) {
        return quoted(text) + "@" + language;
    }

    /** A plain text, quoted and escaped. */
    static String quoted(String text) {
        return text.chars().mapToObj(c -> switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> String.valueOf((char) c);
        }).collect(Collectors.joining("", "\"", "\""));
    }

    /** An {@code xsd:date}. */
    static String date(Object day) {
        return "\"" + day + "\"^^xsd:date";
    }

    @Override
    public String toString() {
        String statements = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
        String nested = attestations.isEmpty() ? ""
                : "  tri:attestation\n" + String.join(" ,\n", attestations) + " ;\n";
        return subject + "\n" + statements + nested + ".\n";
    }
}
