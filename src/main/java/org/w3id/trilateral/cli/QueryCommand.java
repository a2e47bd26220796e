package org.w3id.trilateral.cli;

import java.util.concurrent.Callable;

import org.apache.jena.query.Query;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import org.w3id.trilateral.graph.DatasetInfo;
import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.query.Answer.Form;
import org.w3id.trilateral.query.Execution;
import org.w3id.trilateral.query.Limits;
import org.w3id.trilateral.query.SparqlText;

/** Runs SPARQL of the caller's own. */
@Command(name = "query",
        description = "Answer a SPARQL query of your own. The prefixes of the data set need not be declared.",
        footer = {"", "Examples:", "  trilateral query my.rq --format csv > my.csv",
            "  echo 'SELECT ?s WHERE { ?s a tri:Summit }' | trilateral query -"})
final class QueryCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final HomeOption home;

    @Mixin
    private final ResultOptions result = new ResultOptions();

    @Parameters(paramLabel = "FILE", description = "File with the query; - for standard input.")
    private String file;

    QueryCommand(Terminal terminal) {
        this.terminal = terminal;
        this.home = new HomeOption(terminal);
    }

    @Override
    public Integer call() {
        Home folder = home.home();
        Query query = SparqlText.parse(QueryFile.text(file, terminal), DatasetInfo.load(folder).prefixes());
        result.check(query.isSelectType() ? Form.TABLE : query.isAskType() ? Form.BOOLEAN : Form.GRAPH);
        KnowledgeGraph graph = home.graph(folder);
        result.print(new Execution(graph, Limits.LOCAL).run(query), graph, terminal);
        return 0;
    }
}
