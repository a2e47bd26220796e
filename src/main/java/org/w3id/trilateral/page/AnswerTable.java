package org.w3id.trilateral.page;

import java.util.List;
import java.util.Objects;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

import org.w3id.trilateral.graph.Names;
import org.w3id.trilateral.query.Answer;

/** An answer as a table of readable, linked terms; a column {@code xLabel} beside a column {@code x} becomes its words. */
final class AnswerTable {
    /** More rows than this are for files, not for reading. */
    static final int MOST_ROWS = 500;
    private static final String LABEL = "Label";

    private final Labels labels;

    AnswerTable(Graph graph, Names names) {
        this.labels = new Labels(graph, names);
    }

    /** The first {@value #MOST_ROWS} rows. */
    Grid of(Answer answer) {
        return switch (answer.form()) {
            case TABLE -> table((Answer.Table) answer);
            case GRAPH -> triples((Answer.Triples) answer);
            case BOOLEAN -> grid(List.of("Answer"), List.of(List.of(List.of(
                    Ref.plain(((Answer.Truth) answer).value() ? "Yes" : "No")))));
        };
    }

    /** How many rows the whole answer has. */
    static int total(Answer answer) {
        return switch (answer.form()) {
            case TABLE -> ((Answer.Table) answer).rows().size();
            case GRAPH -> ((Answer.Triples) answer).triples().size();
            case BOOLEAN -> 1;
        };
    }

    private Grid table(Answer.Table table) {
        List<String> columns = table.columns().stream().filter(column -> !isLabelOfAnother(column, table.columns())).toList();
        return grid(columns.stream().map(AnswerTable::heading).toList(), table.rows().stream().limit(MOST_ROWS)
                .map(row -> columns.stream().map(column -> cell(row, column)).toList()).toList());
    }

    private Grid triples(Answer.Triples answer) {
        return grid(List.of("Subject", "Property", "Value"), answer.triples().stream().limit(MOST_ROWS).map(this::cells).toList());
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
        boolean isNamed = label != null && label.isLiteral() && !node.isLiteral();
        return List.of(isNamed ? new Ref(labels.text(label), labels.href(node), "") : labels.ref(node));
    }

    private static String heading(String column) {
        boolean isLabel = column.endsWith(LABEL) && column.length() > LABEL.length();
        return Words.heading(isLabel ? column.substring(0, column.length() - LABEL.length()) : column);
    }

    private static boolean isLabelOfAnother(String column, List<String> columns) {
        return column.endsWith(LABEL) && columns.contains(column.substring(0, column.length() - LABEL.length()));
    }

    private static Grid grid(List<String> headings, List<List<List<Ref>>> rows) {
        return new Grid(Ref.plain(""), headings.stream().map(Ref::plain).toList(), Objects.requireNonNull(rows));
    }
}
