package org.w3id.trilateral.result;

import java.util.List;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.XSD;

import org.w3id.trilateral.query.Answer;

/**
 * An answer as <a href="https://www.w3.org/TR/sparql11-results-json/">SPARQL 1.1 Query Results JSON</a>: one line a row
 * and no blanks. Triple terms and base directions are written as SPARQL 1.2 has them.
 */
final class JsonTable {
    private static final byte[][] ESCAPES = Utf8Bytes.escapes();
    private static final byte[] HEAD = Utf8Bytes.ascii("{\"head\":{\"vars\":[");
    private static final byte[] RESULTS = Utf8Bytes.ascii("]},\"results\":{\"bindings\":[");
    private static final byte[] END = Utf8Bytes.ascii("\n]}}\n");
    private static final byte[] URI = Utf8Bytes.ascii("{\"type\":\"uri\",\"value\":\"");
    private static final byte[] BLANK = Utf8Bytes.ascii("{\"type\":\"bnode\",\"value\":\"");
    private static final byte[] LITERAL = Utf8Bytes.ascii("{\"type\":\"literal\",\"value\":\"");
    private static final byte[] LANGUAGE = Utf8Bytes.ascii("\",\"xml:lang\":\"");
    private static final byte[] DIRECTION = Utf8Bytes.ascii("\",\"its:dir\":\"");
    private static final byte[] DATATYPE = Utf8Bytes.ascii("\",\"datatype\":\"");
    private static final byte[] TERM_END = Utf8Bytes.ascii("\"}");
    private static final byte[] TRIPLE = Utf8Bytes.ascii("{\"type\":\"triple\",\"value\":{\"subject\":");
    private static final byte[] PREDICATE = Utf8Bytes.ascii(",\"predicate\":");
    private static final byte[] OBJECT = Utf8Bytes.ascii(",\"object\":");
    private static final byte[] TRIPLE_END = Utf8Bytes.ascii("}}");

    static {
        for (char c = 0; c < ' '; c++) {
            ESCAPES[c] = Utf8Bytes.ascii(String.format("\\u%04x", (int) c));
        }
        ESCAPES['\n'] = Utf8Bytes.ascii("\\n");
        ESCAPES['\r'] = Utf8Bytes.ascii("\\r");
        ESCAPES['\t'] = Utf8Bytes.ascii("\\t");
        ESCAPES['"'] = Utf8Bytes.ascii("\\\"");
        ESCAPES['\\'] = Utf8Bytes.ascii("\\\\");
        ESCAPES[0x7f] = Utf8Bytes.ascii("\\u007f");
    }

    private final Utf8Bytes out = new Utf8Bytes();
    private final BlankLabels blanks = new BlankLabels();
    private String lastDatatype = "";
    private byte[] datatype = {};

    private JsonTable() {
    }

    static byte[] of(Answer.Table table) {
        JsonTable json = new JsonTable();
        json.write(table);
        return json.out.toArray();
    }

    static byte[] of(Answer.Truth truth) {
        return Utf8Bytes.ascii("{\"head\":{},\"boolean\":" + truth.value() + "}\n");
    }

    private void write(Answer.Table table) {
        List<Var> columns = table.columns().stream().map(Var::alloc).toList();
        byte[][] keys = table.columns().stream().map(JsonTable::quoted).toArray(byte[][]::new);
        out.add(HEAD);
        for (int i = 0; i < keys.length; i++) {
            if (i > 0) {
                out.add(',');
            }
            out.add(keys[i]);
        }
        out.add(RESULTS);
        boolean later = false;
        for (Binding row : table.rows()) {
            if (later) {
                out.add(',');
            }
            out.add('\n');
            write(row, columns, keys);
            later = true;
        }
        out.add(END);
    }

    private static byte[] quoted(String name) {
        Utf8Bytes key = new Utf8Bytes();
        key.add('"');
        key.add(name, ESCAPES);
        key.add('"');
        return key.toArray();
    }

    private void write(Binding row, List<Var> columns, byte[][] keys) {
        out.add('{');
        boolean later = false;
        for (int i = 0; i < keys.length; i++) {
            Node term = row.get(columns.get(i));
            if (term != null) {
                if (later) {
                    out.add(',');
                }
                out.add(keys[i]);
                out.add(':');
                write(term);
                later = true;
            }
        }
        out.add('}');
    }

    private void write(Node term) {
        if (term.isURI()) {
            write(URI, term.getURI());
        } else if (term.isLiteral()) {
            writeLiteral(term);
        } else if (term.isBlank()) {
            write(BLANK, blanks.of(term));
        } else {
            write(term.getTriple());
        }
    }

    private void write(byte[] before, String text) {
        out.add(before);
        out.add(text, ESCAPES);
        out.add(TERM_END);
    }

    private void writeLiteral(Node literal) {
        out.add(LITERAL);
        out.add(literal.getLiteralLexicalForm(), ESCAPES);
        if (!literal.getLiteralLanguage().isEmpty()) {
            out.add(LANGUAGE);
            out.add(literal.getLiteralLanguage(), ESCAPES);
            if (literal.getLiteralBaseDirection() != null) {
                out.add(DIRECTION);
                out.add(literal.getLiteralBaseDirection().direction(), ESCAPES);
            }
        } else if (!XSD.xstring.getURI().equals(literal.getLiteralDatatypeURI())) {
            writeDatatype(literal.getLiteralDatatypeURI());
        }
        out.add(TERM_END);
    }

    /** Most literals in a row of literals are of the type of the one before. */
    private void writeDatatype(String iri) {
        if (!iri.equals(lastDatatype)) {
            Utf8Bytes written = new Utf8Bytes();
            written.add(DATATYPE);
            written.add(iri, ESCAPES);
            datatype = written.toArray();
            lastDatatype = iri;
        }
        out.add(datatype);
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
