package org.w3id.trilateral.query;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.Names;

/** The kinds of value a parameter takes, and how text becomes one. */
public enum ParameterType {
    /** A whole number, {@code xsd:integer}. */
    INTEGER("a whole number, such as 180") {
        @Override
        Node parse(String text, Names names) {
            return WHOLE.matcher(text).matches() ? NodeFactory.createLiteralDT(text, XSDDatatype.XSDinteger) : null;
        }
    },
    /** A day, {@code xsd:date}. */
    DATE("a day that exists, as YYYY-MM-DD, such as 2012-08-10") {
        @Override
        Node parse(String text, Names names) {
            try {
                return NodeFactory.createLiteralDT(LocalDate.parse(text).toString(), XSDDatatype.XSDdate);
            } catch (DateTimeParseException e) {
                return null;
            }
        }
    },
    /** {@code true} or {@code false}. */
    BOOLEAN("true or false") {
        @Override
        Node parse(String text, Names names) {
            return List.of("true", "false").contains(text) ? NodeFactory.createLiteralDT(text, XSDDatatype.XSDboolean)
                    : null;
        }
    },
    /** Any text, {@code xsd:string}. */
    TEXT("text") {
        @Override
        Node parse(String text, Names names) {
            return NodeFactory.createLiteralString(text);
        }
    },
    /** A thing of the graph or any other IRI. */
    IRI("a name (japan), a label (Japan) or an IRI") {
        @Override
        Node parse(String text, Names names) {
            return names.parse(text);
        }
    };

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,9}");

    private final String allowed;

    ParameterType(String allowed) {
        this.allowed = allowed;
    }

    abstract Node parse(String text, Names names);

    /** What may be given, in words. */
    public String allowed() {
        return allowed;
    }

    /**
     * Name in headers and API descriptions: {@code integer}, {@code date}, {@code boolean}, {@code text}, {@code iri}.
     */
    public String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * The term for a text.
     *
     * @param parameter name of the parameter, for the message
     * @throws TrilateralException {@link Fault#BAD_PARAMETER}
     */
    Node term(String parameter, String text, Names names) {
        String stripped = text.strip();
        Node term = stripped.isEmpty() ? null : parse(stripped, names);
        if (term == null) {
            throw new TrilateralException(Fault.BAD_PARAMETER,
                    "parameter '" + parameter + "' cannot be '" + text + "': it takes " + allowed, List.of(allowed));
        }
        return term;
    }

    /** The type of a default value. */
    static ParameterType of(Node term) {
        if (term.isURI()) {
            return IRI;
        }
        if (XSDDatatype.XSDinteger.equals(term.getLiteralDatatype())) {
            return INTEGER;
        }
        if (XSDDatatype.XSDdate.equals(term.getLiteralDatatype())) {
            return DATE;
        }
        return XSDDatatype.XSDboolean.equals(term.getLiteralDatatype()) ? BOOLEAN : TEXT;
    }
}
