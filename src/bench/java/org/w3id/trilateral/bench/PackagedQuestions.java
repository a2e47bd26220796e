package org.w3id.trilateral.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
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
 * Every packaged question with its defaults over a store, twice, within the limits of the service; in processor seconds
 * of the thread that answers. Arguments: a home folder and a store.
 */
public final class PackagedQuestions {
    private PackagedQuestions() {
    }

    /** Prints a table. */
    public static void main(String[] args) throws IOException {
        JenaSystem.init();
        Lockdown.apply();
        Home home = new Home(Path.of(args[0]));
        KnowledgeGraph graph = new Store(home, () -> KnowledgeGraph.load(home, Linksets::graphs)).open(args[1]);
        Limits limits = Limits.SERVICE.ofPackaged();
        Report report = new Report(Path.of("target/benchmark/packaged.md"));
        report.head(List.of("question", "first, processor s", "again", "first, by the clock", "rows"));
        for (PackagedQuery query : QueryCatalogue.load(home, graph.info()).all()) {
            long start = System.nanoTime();
            long before = processorTime();
            String rows = rows(query, graph, limits);
            long between = processorTime();
            long end = System.nanoTime();
            rows(query, graph, limits);
            report.row(List.of(query.id(), seconds(between - before), seconds(processorTime() - between),
                    seconds(end - start), rows));
        }
        graph.dataset().close();
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.2f", nanos / 1e9);
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
