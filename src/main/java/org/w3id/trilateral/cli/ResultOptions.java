package org.w3id.trilateral.cli;

import picocli.CommandLine.Option;

import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.query.Answer.Form;
import org.w3id.trilateral.result.ResultFormat;

/** The options of every command that prints an answer. */
final class ResultOptions {
    private static final String TABLE = "table";

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = TABLE, description =
            "${DEFAULT-VALUE} for reading; csv, tsv, json, xml or xlsx for rows;"
            + " ttl, nt, jsonld, rdf, trig or nq for statements.")
    private String format;

    @Option(names = "--lang", paramLabel = "TAG", defaultValue = "en",
            description = "Language of labels in a table: en, ja, ko (default: ${DEFAULT-VALUE}).")
    private String language;

    @Option(names = "--names",
            description = "Show the names of things in a table, as other commands take them, and not their labels.")
    private boolean names;

    /** Refuses a format that does not exist, before any work is done. */
    void check(Form form) {
        if (!format.equals(TABLE)) {
            ResultFormat.of(format, form);
        }
    }

    /** Prints the whole answer; for a table, its size as well, on standard error. */
    void print(Answer answer, KnowledgeGraph graph, Terminal terminal) {
        if (!format.equals(TABLE)) {
            terminal.printBytes(ResultFormat.of(format, answer.form()).render(answer));
            return;
        }
        terminal.print(graph.read(data -> {
            Labels labels = new Labels(data.getDefaultGraph(), graph.names(), language);
            return new AnswerText(labels, names, terminal.width()).of(answer);
        }));
        String count = AnswerText.count(answer);
        if (!count.isEmpty()) {
            terminal.say(count);
        }
    }
}
