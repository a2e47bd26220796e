package org.w3id.trilateral.cli;

import java.util.concurrent.Callable;

import org.w3id.trilateral.graph.DatasetInfo;
import org.w3id.trilateral.query.SparqlText;
import org.w3id.trilateral.temporal.TemporalJoins;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells how a query would run. */
@Command(name = "explain",
        description = "Tell which time-window joins a SPARQL query uses, and the algebra that would run.",
        footer = {"", "Examples:", "  trilateral explain my.rq",
            "  echo 'SELECT * { ?a tri:startDay ?x . ?b tri:startDay ?y FILTER (?y > ?x && ?y <= ?x + 7) }' | trilateral explain -"})
final class ExplainCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final HomeOption home;

    @Parameters(paramLabel = "FILE", description = "File with the query; - for standard input.")
    private String file;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
        this.home = new HomeOption(terminal);
    }

    @Override
    public Integer call() {
        String text = QueryFile.text(file, terminal);
        terminal.print(TemporalJoins.explain(SparqlText.parse(text, DatasetInfo.load(home.home()).prefixes())));
        return 0;
    }
}
