package org.w3id.trilateral.query;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;

/** Regular expressions under a {@link Guard}; keeps the last pattern compiled, as most queries use one. */
final class Patterns {
    private final Guard guard;
    private String source = "";
    private String flags;
    private Pattern pattern;

    Patterns(Guard guard) {
        this.guard = guard;
    }

    /** A matcher that ends with the query's time. */
    Matcher matcher(String function, NodeValue text, NodeValue patternText, NodeValue flagText) {
        String given = lexical(function, patternText);
        String options = flagText == null ? null : lexical(function, flagText);
        if (pattern == null || !given.equals(source) || !Objects.equals(options, flags)) {
            pattern = RegexEngine.makePattern(function, given, options);
            source = given;
            flags = options;
        }
        return pattern.matcher(guard.watched(lexical(function, text)));
    }

    /** As ARQ's {@code REPLACE}: of the matches of the empty text, only a first one counts. */
    NodeValue replace(NodeValue text, NodeValue patternText, NodeValue replacement, NodeValue flagText) {
        Matcher matcher = matcher("REPLACE", text, patternText, flagText);
        String with = lexical("REPLACE", replacement);
        StringBuilder out = new StringBuilder();
        boolean found = false;
        try {
            while (matcher.find()) {
                if (!found || matcher.start() != matcher.end()) {
                    matcher.appendReplacement(out, with);
                    guard.refuseLongText(out.length());
                    found = true;
                }
            }
            matcher.appendTail(out);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new ExprEvalException("REPLACE: " + e.getMessage(), e);
        }
        guard.refuseLongText(out.length());
        return found ? like(text.asNode(), out.toString()) : text;
    }

    private static NodeValue like(Node original, String text) {
        String language = original.getLiteralLanguage();
        return NodeValue.makeNode(language.isEmpty() ? NodeFactory.createLiteralString(text)
                : NodeFactory.createLiteralLang(text, language));
    }

    private static String lexical(String function, NodeValue value) {
        return NodeValueOps.checkAndGetStringLiteral(function, value).getLiteralLexicalForm();
    }
}
