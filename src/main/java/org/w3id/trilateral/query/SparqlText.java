package org.w3id.trilateral.query;

import java.util.Map;
import java.util.regex.Pattern;

import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/** SPARQL 1.1 text into a query; Jena's extensions of the syntax are not accepted. */
public final class SparqlText {
    /** Longest query text in characters; parsing alone takes a third of a second there. */
    public static final int MAX_LENGTH = 256 * 1024;

    /** Deepest nesting of brackets; each level costs stack in the parser and the optimizer. */
    public static final int MAX_DEPTH = 100;

    /** What relative IRIs are resolved against; without it they would be to the folder that the program runs in. */
    private static final String BASE = "https://w3id.org/trilateral/";

    /** What brackets do not count in: comments, IRIs, texts. */
    private static final Pattern OPAQUE = Pattern.compile("<[^<>\"{}|^`\\\\\\s]*+>|#[^\\r\\n]*+"
            + "|\"\"\"[^\"\\\\]*+(?:(?:\\\\.|\"(?!\"\"))[^\"\\\\]*+)*+\"\"\"|'''[^'\\\\]*+(?:(?:\\\\.|'(?!''))[^'\\\\]*+)*+'''"
            + "|\"[^\"\\\\\\r\\n]*+(?:\\\\.[^\"\\\\\\r\\n]*+)*+\"|'[^'\\\\\\r\\n]*+(?:\\\\.[^'\\\\\\r\\n]*+)*+'",
                    Pattern.DOTALL);

    private SparqlText() {
    }

    /**
     * Parses a query.
     *
     * @param text     the query
     * @param prefixes prefix to namespace, for a text that leaves its declarations out; its own come first
     * @throws TrilateralException {@link Fault#BAD_QUERY} with line and column, or {@link Fault#TOO_LARGE}
     */
    public static Query parse(String text, Map<String, String> prefixes) {
        if (text.length() > MAX_LENGTH) {
            throw new TrilateralException(Fault.TOO_LARGE,
                    "the query has " + text.length() + " characters; at most " + MAX_LENGTH + " are read");
        }
        try {
            if (depth(text) > MAX_DEPTH) {
                throw new TrilateralException(Fault.BAD_QUERY, "the query is nested more than " + MAX_DEPTH
                        + " brackets deep");
            }
            Query query = new Query();
            query.getPrefixMapping().setNsPrefixes(prefixes);
            return QueryFactory.parse(query, text, BASE, Syntax.syntaxSPARQL_11);
        } catch (QueryParseException e) {
            String where = e.getLine() > 0 ? "line " + e.getLine() + ", column " + e.getColumn() + ": " : "";
            throw new TrilateralException(Fault.BAD_QUERY, where + (where.isEmpty() ? firstLines(e.getMessage())
                    : firstLines(e.getMessage()).replaceFirst(" at line \\d+, column \\d+\\.?", "")), e);
        } catch (QueryException e) {
            throw new TrilateralException(Fault.BAD_QUERY, firstLines(String.valueOf(e.getMessage())), e);
        } catch (StackOverflowError e) {
            throw new TrilateralException(Fault.BAD_QUERY, "the query is nested too deeply", e);
        }
    }

    private static int depth(String text) {
        int depth = 0;
        int deepest = 0;
        for (char c : OPAQUE.matcher(text).replaceAll(" ").toCharArray()) {
            if (c == '(' || c == '{' || c == '[') {
                deepest = Math.max(deepest, ++depth);
            } else if (c == ')' || c == '}' || c == ']') {
                depth--;
            }
        }
        return deepest;
    }

    /** The parser's words in one line, without the fifty tokens it would take. */
    private static String firstLines(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", " ").replaceFirst("\\s*Was expecting.*", "");
    }
}
