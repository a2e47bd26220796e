package org.w3id.trilateral.result;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import org.apache.jena.atlas.io.StringWriterI;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFormatter;
import org.apache.jena.riot.out.NodeFormatterTTL;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.XSD;

import org.w3id.trilateral.query.Answer;

/**
 * An answer as <a href="https://www.w3.org/TR/sparql11-results-csv-tsv/">SPARQL 1.1 Query Results CSV or TSV</a>. A
 * truth, for which the standard has no form in these, is a table of one cell, as Jena writes and reads it.
 */
final class LineTable {
    private static final byte[][] PLAIN = Utf8Bytes.escapes();
    private static final byte[][] DOUBLED_QUOTES = Utf8Bytes.escapes();
    private static final byte[][] TURTLE = Utf8Bytes.escapes();
    private static final Pattern QUOTED = Pattern.compile("[\",\r\n]");
    private static final byte[] EMPTY = Utf8Bytes.ascii("\"\"");
    private static final byte[] CSV_END = Utf8Bytes.ascii("\r\n");
    private static final byte[] TSV_END = Utf8Bytes.ascii("\n");

    static {
        DOUBLED_QUOTES['"'] = EMPTY;
        TURTLE['\\'] = Utf8Bytes.ascii("\\\\");
        TURTLE['"'] = Utf8Bytes.ascii("\\\"");
        TURTLE['\n'] = Utf8Bytes.ascii("\\n");
        TURTLE['\r'] = Utf8Bytes.ascii("\\r");
        TURTLE['\t'] = Utf8Bytes.ascii("\\t");
        TURTLE['\f'] = Utf8Bytes.ascii("\\f");
    }

    private final Utf8Bytes out = new Utf8Bytes();
    private final BlankLabels blanks = new BlankLabels();
    private final NodeFormatter turtle = new NodeFormatterTTL(null, null);

    private LineTable() {
    }

    static byte[] csv(Answer.Table table) {
        LineTable lines = new LineTable();
        lines.write(table, ',', CSV_END, lines::csvHeading, lines::csvTerm);
        return lines.out.toArray();
    }

    static byte[] tsv(Answer.Table table) {
        LineTable lines = new LineTable();
        lines.write(table, '\t', TSV_END, lines::tsvHeading, lines::tsvTerm);
        return lines.out.toArray();
    }

    static byte[] csv(Answer.Truth truth) {
        return Utf8Bytes.ascii("_askResult\r\n" + truth.value() + "\r\n");
    }

    static byte[] tsv(Answer.Truth truth) {
        return Utf8Bytes.ascii("?_askResult\n" + truth.value() + "\n");
    }

    private interface Cell<T> {
        void write(T content);
    }

    private void write(Answer.Table table, char separator, byte[] end, Cell<String> heading, Cell<Node> cell) {
        line(table.columns(), separator, end, heading);
        Var[] columns = table.columns().stream().map(Var::alloc).toArray(Var[]::new);
        for (Binding row : table.rows()) {
            for (int i = 0; i < columns.length; i++) {
                if (i > 0) {
                    out.add(separator);
                }
                Node term = row.get(columns[i]);
                if (term != null) {
                    cell.write(term);
                }
            }
            out.add(end);
        }
    }

    private void line(List<String> names, char separator, byte[] end, Cell<String> heading) {
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                out.add(separator);
            }
            heading.write(names.get(i));
        }
        out.add(end);
    }

    private void csvHeading(String name) {
        out.add(name, PLAIN);
    }

    private void tsvHeading(String name) {
        out.add('?');
        out.add(name, PLAIN);
    }

    private void csvTerm(Node term) {
        String text;
        if (term.isLiteral()) {
            text = term.getLiteralLexicalForm();
        } else if (term.isURI()) {
            text = term.getURI();
        } else {
            text = term.isBlank() ? blanks.of(term) : turtle(term);
        }
        if (text.isEmpty()) {
            out.add(EMPTY);
        } else if (QUOTED.matcher(text).find()) {
            out.add('"');
            out.add(text, DOUBLED_QUOTES);
            out.add('"');
        } else {
            out.add(text, PLAIN);
        }
    }

    private void tsvTerm(Node term) {
        boolean isText = term.isLiteral() && term.getLiteralBaseDirection() == null
                && (!term.getLiteralLanguage().isEmpty()
                        || Objects.equals(XSD.xstring.getURI(), term.getLiteralDatatypeURI()));
        if (!isText) {
            out.add(turtle(term), PLAIN);
            return;
        }
        out.add('"');
        out.add(term.getLiteralLexicalForm(), TURTLE);
        out.add('"');
        if (!term.getLiteralLanguage().isEmpty()) {
            out.add('@');
            out.add(term.getLiteralLanguage(), PLAIN);
        }
    }

    private String turtle(Node term) {
        StringWriterI text = new StringWriterI();
        turtle.format(text, term);
        return text.toString();
    }
}
