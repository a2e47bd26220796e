package org.w3id.trilateral.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.jena.sys.JenaSystem;

import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.link.Linksets;
import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.query.Execution;
import org.w3id.trilateral.query.Limits;
import org.w3id.trilateral.query.Lockdown;
import org.w3id.trilateral.query.PackagedQuery;
import org.w3id.trilateral.query.QueryCatalogue;
import org.w3id.trilateral.store.Store;

/**
 * Every packaged question with its defaults over a store, in processor seconds of the thread that answers. Arguments:
 * a home folder, a store, and the longest seconds for one.
 */
public final class PackagedQuestions {
    private static final int MOST_ROWS = 20_000_000;

    private PackagedQuestions() {
    }

    /** Prints a table. */
    public static void main(String[] args) throws IOException {
        JenaSystem.init();
        Lockdown.apply();
        Home home = new Home(Path.of(args[0]));
        KnowledgeGraph graph = new Store(home, () -> KnowledgeGraph.load(home, Linksets::graphs)).open(args[1]);
        Limits limits = new Limits(Duration.ofSeconds(Long.parseLong(args[2])), MOST_ROWS);
        Report report = new Report(Path.of("target/benchmark/packaged.md"));
        report.head(List.of("question", "processor seconds", "rows"));
        for (PackagedQuery query : QueryCatalogue.load(home, graph.info()).all()) {
            long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            String rows = rows(query, graph, limits);
            double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun) / 1e9;
            report.row(List.of(query.id(), String.format(Locale.ROOT, "%.2f", seconds), rows));
        }
        graph.dataset().close();
    }

    private static String rows(PackagedQuery query, KnowledgeGraph graph, Limits limits) {
        try {
            Answer answer = new Execution(graph, limits).run(query.with(Map.of(), graph));
            return switch (answer.form()) {
                case TABLE -> String.format(Locale.ROOT, "%,d", ((Answer.Table) answer).rows().size());
                case GRAPH -> String.format(Locale.ROOT, "%,d triples", ((Answer.Triples) answer).triples().size());
                case BOOLEAN -> answer.toString();
            };
        } catch (TrilateralException e) {
            return e.fault().name();
        }
    }
}
