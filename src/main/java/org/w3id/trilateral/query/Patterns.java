package org.w3id.trilateral.query;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;

/** The regular expressions of one execution, under its {@link Guard}; keeps a few of them compiled. */
final class Patterns {
    private static final int MOST_KEPT = 32;

    private final Guard guard;
    private final Map<List<String>, Pattern> compiled = new HashMap<>();

    Patterns(Guard guard) {
        this.guard = guard;
    }

    /** A matcher that ends with the query's time. */
    Matcher matcher(String function, NodeValue text, NodeValue patternText, NodeValue flagText) {
        String given = lexical(function, patternText);
        String options = flagText == null ? null : lexical(function, flagText);
        if (compiled.size() >= MOST_KEPT) {
            compiled.clear();
        }
        Pattern pattern = compiled.computeIfAbsent(Arrays.asList(given, options),
                none -> RegexEngine.makePattern(function, given, options));
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
