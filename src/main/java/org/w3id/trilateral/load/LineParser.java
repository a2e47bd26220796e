package org.w3id.trilateral.load;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.regex.Pattern;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;

/**
 * One line of N-Quads or N-Triples, read by the full parser: for the lines that are not of the plain forms, or are
 * wrong.
 */
final class LineParser {
    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");
    private static final ErrorHandler REFUSING = new ErrorHandler() {
        @Override
        public void warning(String message, long line, long column) {
            // A literal whose text is none of its datatype is RDF all the same.
        }

        @Override
        public void error(String message, long line, long column) {
            throw new RiotException(message);
        }

        @Override
        public void fatal(String message, long line, long column) {
            throw new RiotException(message + " (character " + column + ")");
        }
    };

    private LineParser() {
    }

    /**
     * The statements of a line: one, or none.
     *
     * @param scope put before the labels of blank nodes
     * @throws RiotException with what is wrong
     */
    static List<Quad> parse(byte[] bytes, int from, int to, Lang lang, String scope) {
        List<Quad> quads = new ArrayList<>();
        StreamRDF collecting = new StreamRDFBase() {
            @Override
            public void triple(Triple triple) {
                quads.add(Quad.create(Quad.defaultGraphNodeGenerated, triple));
            }

            @Override
            public void quad(Quad quad) {
                quads.add(quad);
            }
        };
        try {
            RDFParser.fromString(decoded(bytes, from, to), lang).checking(true).errorHandler(REFUSING)
                    .labelToNode(LabelToNode.createUseLabelAsGiven()).parse(collecting);
        } catch (IllegalFormatException e) {
            // The parser fails over its own message where a line ends within a word.
            throw new RiotException("the line ends too early", e);
        }
        return quads.stream().map(quad -> scoped(quad, scope)).toList();
    }

    /** Neither format has relative IRIs; the parser lets them pass. */
    private static Node absolute(Node term) {
        if (term.isURI() && !ABSOLUTE.matcher(term.getURI()).lookingAt() && !Quad.isDefaultGraph(term)) {
            throw new RiotException("relative IRI <" + term.getURI() + ">");
        }
        return term;
    }

    /** The text of bytes that must be UTF-8. */
    static String decoded(byte[] bytes, int from, int to) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
        } catch (CharacterCodingException e) {
            throw new RiotException("it is not UTF-8", e);
        }
    }

    private static Quad scoped(Quad quad, String scope) {
        return Quad.create(scoped(absolute(quad.getGraph()), scope), scoped(absolute(quad.getSubject()), scope),
                absolute(quad.getPredicate()), scoped(absolute(quad.getObject()), scope));
    }

    private static Node scoped(Node term, String scope) {
        return term.isBlank() ? TermBytes.blank(term.getBlankNodeLabel(), scope) : term;
    }
}
