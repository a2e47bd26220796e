package org.w3id.trilateral.cli;

import java.util.List;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;

import org.w3id.trilateral.query.Answer;

/** An answer as text for a person: labels in place of IRIs, columns fitted to the terminal. */
final class AnswerText {
    private static final String LABEL = "Label";

    private final Labels labels;
    private final boolean withNames;
    private final int width;

    /** @param withNames whether things are shown by their names, as other commands take them, not by their labels */
    AnswerText(Labels labels, boolean withNames, int width) {
        this.labels = labels;
        this.withNames = withNames;
        this.width = width;
    }

    String of(Answer answer) {
        return switch (answer.form()) {
            case TABLE -> table((Answer.Table) answer);
            case GRAPH -> triples((Answer.Triples) answer);
            case BOOLEAN -> ((Answer.Truth) answer).value() ? "yes\n" : "no\n";
        };
    }

    /** What was found, in a few words. */
    static String count(Answer answer) {
        return switch (answer.form()) {
            case TABLE -> plural(((Answer.Table) answer).rows().size(), "row");
            case GRAPH -> plural(((Answer.Triples) answer).triples().size(), "statement");
            case BOOLEAN -> "";
        };
    }

    private static String plural(int count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }

    private String table(Answer.Table table) {
        List<String> columns = table.columns().stream().filter(column -> !repeats(column, table)).toList();
        List<List<String>> rows = table.rows().stream().map(row -> cells(columns, row)).toList();
        return new TextTable(columns, rows, TextTable.FEW).fitted(width);
    }

    /** A column that says again, as a label, what another shows: {@code summitLabel} beside {@code summit}. */
    private boolean repeats(String column, Answer.Table table) {
        if (withNames || !column.endsWith(LABEL)) {
            return false;
        }
        String thing = column.substring(0, column.length() - LABEL.length());
        return table.columns().contains(thing) && table.rows().stream().map(row -> row.get(thing))
                .allMatch(term -> term == null || !term.isURI() || labels.has(term));
    }

    private List<String> cells(List<String> columns, Binding row) {
        return columns.stream().map(column -> text(row.get(column))).toList();
    }

    private String triples(Answer.Triples answer) {
        List<List<String>> rows = answer.triples().stream()
                .map(t -> List.of(text(t.getSubject()), text(t.getPredicate()), text(t.getObject()))).toList();
        return new TextTable(List.of("subject", "property", "value"), rows, TextTable.FEW).fitted(width);
    }

    private String text(Node term) {
        if (term == null) {
            return "";
        }
        return withNames && term.isURI() ? labels.name(term) : labels.of(term);
    }
}
