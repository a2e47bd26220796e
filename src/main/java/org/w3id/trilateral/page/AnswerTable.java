package org.w3id.trilateral.page;

import java.util.List;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

import org.w3id.trilateral.query.Answer;

/**
 * An answer as a table of readable, linked terms; a column {@code xLabel} beside a column {@code x} becomes its words.
 */
final class AnswerTable {
    /** More rows than this no picture can show. */
    static final int MOST_DRAWN = 5_000;
    private static final String LABEL = "Label";

    private final Labels labels;
    private final Language language;

    AnswerTable(Labels labels, Language language) {
        this.labels = labels;
        this.language = language;
    }

    /** The first rows. */
    Grid of(Answer answer, int most) {
        return of(answer, 0, most);
    }

    /** So many rows from one on. */
    Grid of(Answer answer, int first, int most) {
        return switch (answer.form()) {
            case TABLE -> table((Answer.Table) answer, first, most);
            case GRAPH -> triples((Answer.Triples) answer, first, most);
            case BOOLEAN -> grid(List.of("answer"), List.of(List.of(List.of(
                    Ref.plain(language.say(((Answer.Truth) answer).value() ? "yes" : "no"))))));
        };
    }

    private Grid table(Answer.Table table, int first, int most) {
        List<String> columns = table.columns().stream().filter(column -> !isLabelOfAnother(column, table.columns()))
                .toList();
        return grid(columns, table.rows().stream().skip(first).limit(most)
                .map(row -> columns.stream().map(column -> cell(row, column)).toList()).toList());
    }

    private Grid triples(Answer.Triples answer, int first, int most) {
        return grid(List.of("subject", "property", "value"),
                answer.triples().stream().skip(first).limit(most).map(this::cells).toList());
    }

    private List<List<Ref>> cells(Triple triple) {
        return List.of(List.of(labels.ref(triple.getSubject())), List.of(labels.ref(triple.getPredicate())),
                List.of(labels.ref(triple.getObject())));
    }

    private List<Ref> cell(Binding row, String column) {
        Node node = row.get(Var.alloc(column));
        if (node == null) {
            return List.of();
        }
        Node label = row.get(Var.alloc(column + LABEL));
        if (label != null && label.isLiteral() && !node.isLiteral() && !labels.isTranslated(node)) {
            return List.of(new Ref(labels.text(label), labels.href(node), ""));
        }
        return List.of(new Ref(labels.translated(node), labels.href(node), ""));
    }

    private String heading(String column) {
        boolean isLabel = column.endsWith(LABEL) && column.length() > LABEL.length();
        return Words.of(language, isLabel ? column.substring(0, column.length() - LABEL.length()) : column);
    }

    private static boolean isLabelOfAnother(String column, List<String> columns) {
        return column.endsWith(LABEL) && columns.contains(column.substring(0, column.length() - LABEL.length()));
    }

    private Grid grid(List<String> columns, List<List<List<Ref>>> rows) {
        return new Grid(Ref.plain(""), columns, columns.stream().map(this::heading).map(Ref::plain).toList(), rows);
    }
}
