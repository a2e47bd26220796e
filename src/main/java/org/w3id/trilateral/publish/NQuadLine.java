package org.w3id.trilateral.publish;

import java.util.function.UnaryOperator;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.XSD;

/** A quad as a line of <a href="https://www.w3.org/TR/rdf-canon/#canonical-quads">canonical N-Quads</a>, with its line feed. */
final class NQuadLine {
    private NQuadLine() {
    }

    /** @param label gives what stands for a blank node, as {@code _:c14n0} */
    static String of(Quad quad, UnaryOperator<Node> label) {
        StringBuilder line = new StringBuilder();
        append(line, label.apply(quad.getSubject())).append(' ');
        append(line, quad.getPredicate()).append(' ');
        append(line, label.apply(quad.getObject())).append(' ');
        return append(line, label.apply(quad.getGraph())).append(" .\n").toString();
    }

    private static StringBuilder append(StringBuilder line, Node node) {
        if (node.isBlank()) {
            return line.append("_:").append(node.getBlankNodeLabel());
        }
        if (node.isURI()) {
            return line.append('<').append(node.getURI()).append('>');
        }
        line.append('"');
        node.getLiteralLexicalForm().chars().forEach(c -> append(line, (char) c));
        line.append('"');
        if (!node.getLiteralLanguage().isEmpty()) {
            return line.append('@').append(node.getLiteralLanguage());
        }
        boolean isString = XSD.xstring.getURI().equals(node.getLiteralDatatypeURI());
        return isString ? line : line.append("^^<").append(node.getLiteralDatatypeURI()).append('>');
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
