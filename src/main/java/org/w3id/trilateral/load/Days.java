package org.w3id.trilateral.load;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalLong;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Dates as numbers of days from 1970-01-01, and back. */
final class Days {
    private static final int YEAR_DIGITS = 4;
    private static final int MONTH = 5;
    private static final int DAY = 8;
    private static final int LENGTH = 10;

    private Days() {
    }

    /** The day of an {@code xsd:date} of four-digit years without a time zone; empty for any other term. */
    static OptionalLong of(Node term) {
        if (!term.isLiteral() || !XSDDatatype.XSDdate.equals(term.getLiteralDatatype())) {
            return OptionalLong.empty();
        }
        String text = term.getLiteralLexicalForm();
        if (text.length() != LENGTH || text.charAt(YEAR_DIGITS) != '-' || text.charAt(DAY - 1) != '-') {
            return OptionalLong.empty();
        }
        try {
            int year = Integer.parseInt(text, 0, YEAR_DIGITS, LENGTH);
            int month = Integer.parseInt(text, MONTH, DAY - 1, LENGTH);
            return OptionalLong.of(LocalDate.of(year, month, Integer.parseInt(text, DAY, LENGTH, LENGTH)).toEpochDay());
        } catch (NumberFormatException | DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    /** The {@code xsd:integer} of a day. */
    static Node number(long day) {
        return NodeFactory.createLiteralDT(Long.toString(day), XSDDatatype.XSDinteger);
    }

    /** The {@code xsd:date} of a day. */
    static Node date(long day) {
        return NodeFactory.createLiteralDT(LocalDate.ofEpochDay(day).toString(), XSDDatatype.XSDdate);
    }
}
