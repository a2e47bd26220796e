package org.w3id.trilateral.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms out of the bytes that {@link Spans} cut. */
final class TermBytes {
    private TermBytes() {
    }

    /**
     * The term that bytes spell.
     *
     * @param scope put before the label of a blank node, so that files do not share any
     */
    static Node term(byte[] bytes, int from, int to, String scope) {
        if (bytes[from] == '<') {
            return NodeFactory.createURI(new String(bytes, from + 1, to - from - 2, UTF_8));
        }
        if (bytes[from] == '_') {
            return blank(new String(bytes, from + 2, to - from - 2, UTF_8), scope);
        }
        return literal(bytes, from, to);
    }

    /** The blank node of that label in that scope. */
    static Node blank(String label, String scope) {
        return NodeFactory.createBlankNode(scope + label);
    }

    private static Node literal(byte[] bytes, int from, int to) {
        int quote = to - 1;
        while (bytes[quote] != '"') {
            quote--;
        }
        String text = unescaped(new String(bytes, from + 1, quote - from - 1, UTF_8));
        if (quote == to - 1) {
            return NodeFactory.createLiteralString(text);
        }
        if (bytes[quote + 1] == '@') {
            return NodeFactory.createLiteralLang(text, new String(bytes, quote + 2, to - quote - 2, UTF_8));
        }
        String type = new String(bytes, quote + 4, to - quote - 5, UTF_8);
        return NodeFactory.createLiteralDT(text, TypeMapper.getInstance().getSafeTypeByName(type));
    }

    private static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(c == '\\' ? escaped(text.charAt(++i)) : c);
        }
        return plain.toString();
    }

    private static char escaped(char letter) {
        return switch (letter) {
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'f' -> '\f';
            default -> letter;
        };
    }
}
