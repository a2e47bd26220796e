package org.w3id.trilateral.link;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.jena.graph.Node;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.Suggestion;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.Home;

/**
 * A table of mappings in <a href="https://mapping-commons.github.io/sssom/spec-formats-tsv/">SSSOM/TSV</a>, read
 * strictly: UTF-8 without a byte order mark, a header block in which each line begins with {@code #}, one line of
 * column names, and one line a mapping, with tabs between the cells.
 *
 * @param header   the mapping set
 * @param mappings its rows, in file order
 */
record SssomFile(SssomHeader header, List<Mapping> mappings) {
    private static final Set<Slot> REQUIRED =
            EnumSet.of(Slot.SUBJECT_ID, Slot.PREDICATE_ID, Slot.MAPPING_JUSTIFICATION);

    SssomFile {
        Objects.requireNonNull(header, "header");
        mappings = List.copyOf(mappings);
    }

    /**
     * Reads a table.
     *
     * @param name how messages call the file
     * @throws TrilateralException {@link Fault#MALFORMED_SOURCE} with file and line
     */
    static SssomFile read(Path file, String name) {
        List<String> lines = Home.text(file).lines().toList();
        if (!lines.isEmpty() && lines.get(0).startsWith("\uFEFF")) {
            throw malformed(name, 1, "the file begins with a byte order mark; save it as UTF-8 without one");
        }
        int heading = (int) lines.stream().takeWhile(line -> line.startsWith("#")).count();
        SssomHeader header = SssomHeader.parse(name, lines.subList(0, heading));
        if (heading == lines.size()) {
            throw malformed(name, heading + 1, "a line of column names must follow the header");
        }
        List<Slot> columns = columns(name, heading + 1, lines.get(heading));
        List<Mapping> mappings = new ArrayList<>();
        for (int i = heading + 1; i < lines.size(); i++) {
            mappings.add(mapping(name, i + 1, columns, lines.get(i), new Cells(header, name, i + 1)));
        }
        return new SssomFile(header, mappings);
    }

    private static List<Slot> columns(String name, int line, String text) {
        List<Slot> columns = new ArrayList<>();
        List<String> allowed = Stream.of(Slot.values()).map(Slot::label).toList();
        for (String label : text.split("\t", -1)) {
            if (!allowed.contains(label)) {
                throw malformed(name, line, "'" + label + "' is no column of SSSOM."
                        + Suggestion.sentence(label, allowed));
            }
            if (columns.contains(Slot.values()[allowed.indexOf(label)])) {
                throw malformed(name, line, "the column '" + label + "' stands twice");
            }
            columns.add(Slot.values()[allowed.indexOf(label)]);
        }
        REQUIRED.stream().filter(slot -> !columns.contains(slot)).findFirst().ifPresent(slot -> {
            throw malformed(name, line, "the column '" + slot.label() + "' is missing");
        });
        if (!columns.contains(Slot.OBJECT_ID) && !columns.contains(Slot.OBJECT_TYPE)) {
            throw malformed(name, line, "the column 'object_id' is missing");
        }
        return columns;
    }

    private static Mapping mapping(String name, int line, List<Slot> columns, String text, Cells cells) {
        List<String> row = cells.split(text);
        if (row.size() != columns.size()) {
            throw malformed(name, line, "it has " + row.size() + " cells under " + columns.size() + " columns");
        }
        Map<Slot, List<Node>> values = new EnumMap<>(Slot.class);
        for (int i = 0; i < row.size(); i++) {
            if (!row.get(i).isEmpty()) {
                values.put(columns.get(i), cells.terms(columns.get(i), row.get(i)));
            } else if (REQUIRED.contains(columns.get(i))) {
                throw malformed(name, line, "'" + columns.get(i).label() + "' is empty");
            }
        }
        checkObject(name, line, values);
        return new Mapping(values);
    }

    /** An object is a resource, or a text that stands in its label; a row says which. */
    private static void checkObject(String name, int line, Map<Slot, List<Node>> values) {
        if (!Mapping.hasLiteral(values)) {
            if (!values.containsKey(Slot.OBJECT_ID)) {
                throw malformed(name, line, "'object_id' is empty");
            }
        } else if (values.containsKey(Slot.OBJECT_ID) || !values.containsKey(Slot.OBJECT_LABEL)) {
            throw malformed(name, line,
                    "an object of type '" + Mapping.LITERAL + "' stands in 'object_label', and has no 'object_id'");
        }
    }

    static TrilateralException malformed(String name, int line, String what) {
        return new TrilateralException(Fault.MALFORMED_SOURCE, name + ", line " + line + ": " + what);
    }
}
