package org.w3id.trilateral.result;

import java.util.List;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.XSD;

import org.w3id.trilateral.query.Answer;

/**
 * An answer as <a href="https://www.w3.org/TR/rdf-sparql-XMLres/">SPARQL Query Results XML</a>: one line a row. Triple
 * terms and base directions are written as SPARQL 1.2 has them. What XML 1.0 has no character for must not come here.
 */
final class XmlTable {
    private static final byte[][] TEXT = Utf8Bytes.escapes();
    private static final byte[][] ATTRIBUTE = Utf8Bytes.escapes();
    private static final byte[] START = Utf8Bytes.ascii("<?xml version=\"1.0\"?>\n"
            + "<sparql xmlns=\"http://www.w3.org/2005/sparql-results#\">\n<head>");
    private static final byte[] VARIABLE = Utf8Bytes.ascii("<variable name=\"");
    private static final byte[] VARIABLE_END = Utf8Bytes.ascii("\"/>");
    private static final byte[] RESULTS = Utf8Bytes.ascii("</head>\n<results>\n");
    private static final byte[] RESULT = Utf8Bytes.ascii("<result>");
    private static final byte[] RESULT_END = Utf8Bytes.ascii("</result>\n");
    private static final byte[] END = Utf8Bytes.ascii("</results>\n</sparql>\n");
    private static final byte[] BINDING_END = Utf8Bytes.ascii("</binding>");
    private static final byte[] URI = Utf8Bytes.ascii("<uri>");
    private static final byte[] URI_END = Utf8Bytes.ascii("</uri>");
    private static final byte[] BLANK = Utf8Bytes.ascii("<bnode>");
    private static final byte[] BLANK_END = Utf8Bytes.ascii("</bnode>");
    private static final byte[] LITERAL = Utf8Bytes.ascii("<literal");
    private static final byte[] LANGUAGE = Utf8Bytes.ascii(" xml:lang=\"");
    private static final byte[] DIRECTION =
            Utf8Bytes.ascii("\" xmlns:its=\"http://www.w3.org/2005/11/its\" its:version=\"2.0\" its:dir=\"");
    private static final byte[] DATATYPE = Utf8Bytes.ascii(" datatype=\"");
    private static final byte[] LITERAL_END = Utf8Bytes.ascii("</literal>");
    private static final byte[] TRIPLE = Utf8Bytes.ascii("<triple><subject>");
    private static final byte[] PREDICATE = Utf8Bytes.ascii("</subject><predicate>");
    private static final byte[] OBJECT = Utf8Bytes.ascii("</predicate><object>");
    private static final byte[] TRIPLE_END = Utf8Bytes.ascii("</object></triple>");

    static {
        TEXT['&'] = Utf8Bytes.ascii("&amp;");
        TEXT['<'] = Utf8Bytes.ascii("&lt;");
        TEXT['>'] = Utf8Bytes.ascii("&gt;");
        // A reader of XML turns a carriage return into a line feed, unless it is written as a reference.
        TEXT['\r'] = Utf8Bytes.ascii("&#xD;");
        System.arraycopy(TEXT, 0, ATTRIBUTE, 0, TEXT.length);
        ATTRIBUTE['"'] = Utf8Bytes.ascii("&quot;");
        ATTRIBUTE['\n'] = Utf8Bytes.ascii("&#xA;");
        ATTRIBUTE['\t'] = Utf8Bytes.ascii("&#x9;");
    }

    private final Utf8Bytes out = new Utf8Bytes();
    private final BlankLabels blanks = new BlankLabels();

    private XmlTable() {
    }

    static byte[] of(Answer.Table table) {
        XmlTable xml = new XmlTable();
        xml.write(table);
        return xml.out.toArray();
    }

    static byte[] of(Answer.Truth truth) {
        Utf8Bytes out = new Utf8Bytes();
        out.add(START);
        out.add(Utf8Bytes.ascii("</head>\n<boolean>" + truth.value() + "</boolean>\n</sparql>\n"));
        return out.toArray();
    }

    private void write(Answer.Table table) {
        List<Var> columns = table.columns().stream().map(Var::alloc).toList();
        byte[][] bindings = table.columns().stream().map(XmlTable::binding).toArray(byte[][]::new);
        out.add(START);
        for (String column : table.columns()) {
            out.add(VARIABLE);
            out.add(column, ATTRIBUTE);
            out.add(VARIABLE_END);
        }
        out.add(RESULTS);
        for (Binding row : table.rows()) {
            out.add(RESULT);
            for (int i = 0; i < bindings.length; i++) {
                Node term = row.get(columns.get(i));
                if (term != null) {
                    out.add(bindings[i]);
                    write(term);
                    out.add(BINDING_END);
                }
            }
            out.add(RESULT_END);
        }
        out.add(END);
    }

    private static byte[] binding(String column) {
        Utf8Bytes tag = new Utf8Bytes();
        tag.add(Utf8Bytes.ascii("<binding name=\""));
        tag.add(column, ATTRIBUTE);
        tag.add(Utf8Bytes.ascii("\">"));
        return tag.toArray();
    }

    private void write(Node term) {
        if (term.isURI()) {
            write(URI, term.getURI(), URI_END);
        } else if (term.isLiteral()) {
            writeLiteral(term);
        } else if (term.isBlank()) {
            write(BLANK, blanks.of(term), BLANK_END);
        } else {
            write(term.getTriple());
        }
    }

    private void write(byte[] before, String text, byte[] after) {
        out.add(before);
        out.add(text, TEXT);
        out.add(after);
    }

    private void writeLiteral(Node literal) {
        out.add(LITERAL);
        if (!literal.getLiteralLanguage().isEmpty()) {
            out.add(LANGUAGE);
            out.add(literal.getLiteralLanguage(), ATTRIBUTE);
            if (literal.getLiteralBaseDirection() != null) {
                out.add(DIRECTION);
                out.add(literal.getLiteralBaseDirection().direction(), ATTRIBUTE);
            }
            out.add('"');
        } else if (!XSD.xstring.getURI().equals(literal.getLiteralDatatypeURI())) {
            out.add(DATATYPE);
            out.add(literal.getLiteralDatatypeURI(), ATTRIBUTE);
            out.add('"');
        }
        out.add('>');
        out.add(literal.getLiteralLexicalForm(), TEXT);
        out.add(LITERAL_END);
    }

    private void write(Triple triple) {
        out.add(TRIPLE);
        write(triple.getSubject());
        out.add(PREDICATE);
        write(triple.getPredicate());
        out.add(OBJECT);
        write(triple.getObject());
        out.add(TRIPLE_END);
    }
}
