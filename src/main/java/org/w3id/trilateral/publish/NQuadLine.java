package org.w3id.trilateral.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.function.UnaryOperator;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.XSD;

/**
 * A quad as a line of <a href="https://www.w3.org/TR/rdf-canon/#canonical-quads">canonical N-Quads</a>, with its line
 * feed.
 */
final class NQuadLine {
    private static final byte[] END = " .\n".getBytes(UTF_8);

    private NQuadLine() {
    }

    /** @param label gives what stands for a blank node, as {@code _:c14n0} */
    static String of(Quad quad, UnaryOperator<Node> label) {
        StringBuilder line = new StringBuilder(200);
        append(line, label.apply(quad.getSubject())).append(' ');
        append(line, quad.getPredicate()).append(' ');
        append(line, label.apply(quad.getObject())).append(' ');
        return append(line, label.apply(quad.getGraph())).append(" .\n").toString();
    }

    /** The line without its graph: the triple in N-Triples. A graph's name has no blank in it. */
    static byte[] triple(byte[] line) {
        int end = line.length - END.length - 1;
        while (line[end] != ' ') {
            end--;
        }
        byte[] triple = Arrays.copyOf(line, end + END.length);
        System.arraycopy(END, 0, triple, end, END.length);
        return triple;
    }

    /** A line of N-Triples with a graph. */
    static byte[] quad(byte[] triple, Node graph) {
        byte[] end = (" <" + graph.getURI() + "> .\n").getBytes(UTF_8);
        int length = triple.length - END.length;
        byte[] line = Arrays.copyOf(triple, length + end.length);
        System.arraycopy(end, 0, line, length, end.length);
        return line;
    }

    private static StringBuilder append(StringBuilder line, Node node) {
        if (node.isBlank()) {
            return line.append("_:").append(node.getBlankNodeLabel());
        }
        if (node.isURI()) {
            return line.append('<').append(node.getURI()).append('>');
        }
        line.append('"');
        append(line, node.getLiteralLexicalForm());
        line.append('"');
        if (!node.getLiteralLanguage().isEmpty()) {
            return line.append('@').append(node.getLiteralLanguage());
        }
        boolean isString = XSD.xstring.getURI().equals(node.getLiteralDatatypeURI());
        return isString ? line : line.append("^^<").append(node.getLiteralDatatypeURI()).append('>');
    }

    private static void append(StringBuilder line, String text) {
        for (int i = 0; i < text.length(); i++) {
            append(line, text.charAt(i));
        }
    }

    private static void append(StringBuilder line, char c) {
        switch (c) {
            case '\b' -> line.append("\\b");
            case '\t' -> line.append("\\t");
            case '\n' -> line.append("\\n");
            case '\f' -> line.append("\\f");
            case '\r' -> line.append("\\r");
            case '"' -> line.append("\\\"");
            case '\\' -> line.append("\\\\");
            default -> {
                if (c < ' ' || c == '\u007f') {
                    line.append(String.format("\\u%04X", (int) c));
                } else {
                    line.append(c);
                }
            }
        }
    }
}
