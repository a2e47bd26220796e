package org.w3id.trilateral.cli;

import java.util.concurrent.Callable;

import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.util.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import org.w3id.trilateral.graph.DatasetInfo;
import org.w3id.trilateral.query.SparqlText;
import org.w3id.trilateral.temporal.TemporalJoins;
import org.w3id.trilateral.text.TextFilters;

/** Tells how a query would run. */
@Command(name = "explain",
        description = "Tell which time-window joins and text filters a SPARQL query uses, and the algebra that runs.",
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
        Query query = SparqlText.parse(text, DatasetInfo.load(home.home()).prefixes());
        Context context = ARQ.getContext().copy();
        TemporalJoins.install(context);
        TextFilters.install(context);
        terminal.print(TextFilters.explain(query, context) + TemporalJoins.explain(query, context));
        return 0;
    }
}
