package org.w3id.trilateral.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The joins of plain SPARQL against the same written by hand, by JMH. */
final class JoinComparison {
    private JoinComparison() {
    }

    static void run(Report report, List<Integer> events, Path work) throws IOException {
        report.heading("Joins in memory: SPARQL against arrays joined by hand (JMH, average of 5 s after 4 s)");
        report.head(List.of("events", "question", "by hand, µs", "SPARQL, µs", "ratio"));
        Map<String, double[]> rows = new TreeMap<>();
        for (RunResult result : results(events, work)) {
            String key = String.format("%9s|%s", result.getParams().getParam("events"), result.getParams()
                    .getParam("question"));
            boolean byHand = result.getParams().getBenchmark().endsWith("byHand");
            rows.computeIfAbsent(key, none -> new double[2])[byHand ? 0 : 1] = result.getPrimaryResult().getScore();
        }
        for (Map.Entry<String, double[]> row : rows.entrySet()) {
            String[] key = row.getKey().split("\\|");
            double[] micros = row.getValue();
            report.row(List.of(key[0].strip(), key[1], String.format(Locale.ROOT, "%.1f", micros[0]),
                    String.format(Locale.ROOT, "%.1f", micros[1]), String
                            .format(Locale.ROOT, "%.1f", micros[1] / micros[0])));
        }
    }

    private static Collection<RunResult> results(List<Integer> events, Path work) throws IOException {
        try {
            return new Runner(new OptionsBuilder().include(JoinBenchmark.class.getName()).forks(1).warmupIterations(2)
                    .warmupTime(TimeValue.seconds(2)).measurementIterations(5).measurementTime(TimeValue.seconds(1))
                    .param("events", events.stream().map(String::valueOf).toArray(String[]::new))
                    .jvmArgs("-Xmx8g").output(work.resolve("jmh.log").toString()).build()).run();
        } catch (RunnerException e) {
            throw new IOException(e);
        }
    }
}
