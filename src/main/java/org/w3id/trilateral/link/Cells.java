package org.w3id.trilateral.link;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

import org.w3id.trilateral.fault.TrilateralException;

/** The cells of one line: split at tabs, unquoted as in RFC 4180, and read as terms. */
final class Cells {
    private static final Pattern UNIT = Pattern.compile("0(\\.\\d+)?|1(\\.0+)?");
    private static final Pattern SEPARATOR = Pattern.compile("(?<!\\\\)\\|");

    private final SssomHeader header;
    private final String file;
    private final int line;

    Cells(SssomHeader header, String file, int line) {
        this.header = header;
        this.file = file;
        this.line = line;
    }

    List<String> split(String text) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int end = from < text.length() && text.charAt(from) == '"' ? closingQuote(text, from) + 1 : from;
            int tab = text.indexOf('\t', end);
            int to = tab < 0 ? text.length() : tab;
            if (end > from && end != to) {
                throw SssomFile.malformed(file, line, "text follows a closing quotation mark");
            }
            cells.add(end > from ? text.substring(from + 1, end - 1).replace("\"\"", "\"") : text.substring(from, to));
            from = to + 1;
        }
        return cells;
    }

    private int closingQuote(String text, int open) {
        int i = open + 1;
        while (i < text.length()) {
            if (text.charAt(i) != '"') {
                i++;
            } else if (text.startsWith("\"\"", i)) {
                i += 2;
            } else {
                return i;
            }
        }
        throw SssomFile.malformed(file, line, "a quotation mark is not closed on its line");
    }

    List<Node> terms(Slot slot, String cell) {
        Stream<String> values = slot.multiple() ? SEPARATOR.splitAsStream(cell) : Stream.of(cell);
        return values.map(value -> term(slot, slot.multiple() ? value.replace("\\|", "|") : value)).toList();
    }

    private Node term(Slot slot, String value) {
        return switch (slot.kind()) {
            case REFERENCE -> header.expand(value, file, line);
            case TEXT -> NodeFactory.createLiteralString(text(slot, value));
            case DATE -> NodeFactory.createLiteralDT(day(slot, value), XSDDatatype.XSDdate);
            case NUMBER -> NodeFactory.createLiteralDT(unit(slot, value), XSDDatatype.XSDdouble);
        };
    }

    private String text(Slot slot, String value) {
        if (slot == Slot.PREDICATE_MODIFIER && !value.equals("Not")) {
            throw SssomFile.malformed(file, line, "'predicate_modifier' is '" + value + "'; it may be 'Not' or empty");
        }
        return value;
    }

    private String day(Slot slot, String value) {
        try {
            return LocalDate.parse(value).toString();
        } catch (DateTimeParseException e) {
            throw unfit(slot, value, "a day that exists, as YYYY-MM-DD");
        }
    }

    private String unit(Slot slot, String value) {
        if (!UNIT.matcher(value).matches()) {
            throw unfit(slot, value, "a number from 0 to 1");
        }
        return value;
    }

    private TrilateralException unfit(Slot slot, String value, String allowed) {
        return SssomFile.malformed(file, line, "'" + slot.label() + "' is '" + value + "'; it takes " + allowed);
    }
}
