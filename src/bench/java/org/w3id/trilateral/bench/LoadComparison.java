package org.w3id.trilateral.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Loading a file of triples into a folder: this program against TDB2's own parallel loader, one after the other; small
 * ones twice, of which the least is told.
 */
final class LoadComparison {
    /** Up to how many events the second of two runs may tell more than the first, which has a cold start. */
    private static final int FEW = 100_000;

    private LoadComparison() {
    }

    static void run(Report report, Engines engines, Path data, Path work, int events) throws IOException,
            InterruptedException {
        Path home = Folders.home(work.resolve("home"), Optional.empty());
        long triples;
        try (var lines = Files.lines(data)) {
            triples = lines.count();
        }
        report.heading(String.format(Locale.ROOT, "Loading %,d events, %,d triples, %,d MB", events, triples, Files
                .size(data) >> 20));
        report.head(List.of("loader", "seconds", "processor seconds", "triples a second", "MB on disk"));
        Path ours = work.resolve("trilateral-store");
        Path theirs = work.resolve("fuseki-tdb2");
        List<String> loading = engines.trilateral("load", data.toString(), "--home", home.toString(), "--store",
                ours.toString());
        double[] a = time(loading, ours);
        double[] b = time(engines.tdbloader(theirs), theirs);
        if (events <= FEW) {
            Folders.remove(ours);
            a = least(a, time(loading, ours));
            Folders.remove(theirs);
            b = least(b, time(engines.tdbloader(theirs), theirs));
        }
        row(report, "trilateral load", a, ours, triples);
        row(report, "tdb2.tdbloader --loader=parallel", b, theirs, triples);
        report.line(String.format(Locale.ROOT,
                "%nRate of this program in units of TDB2's: %.2f by the clock, %.2f by processor time.",
                b[0] / a[0], b[1] / a[1]));
    }

    private static double[] least(double[] one, double[] other) {
        return new double[] {Math.min(one[0], other[0]), Math.min(one[1], other[1])};
    }

    private static void row(Report report, String name, double[] seconds, Path folder, long triples)
            throws IOException {
        report.row(List.of(name, String.format(Locale.ROOT, "%.1f", seconds[0]),
                String.format(Locale.ROOT, "%.1f", seconds[1]),
                String.format(Locale.ROOT, "%,d", (long) (triples / seconds[0])), String.valueOf(size(folder) >> 20)));
    }

    private static double[] time(List<String> command, Path folder) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolveSibling("load.log").toFile()).start();
        double cpu = 0;
        while (!process.waitFor(50, java.util.concurrent.TimeUnit.MILLISECONDS)) {
            cpu = process.info().totalCpuDuration().map(used -> used.toNanos() / 1e9).orElse(cpu);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " failed; see " + folder.resolveSibling("load.log"));
        }
        return new double[] {seconds, cpu};
    }

    private static long size(Path folder) throws IOException {
        Process du = new ProcessBuilder("du", "-sk", folder.toString()).start();
        return Long.parseLong(new String(du.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                .split("\\s")[0]) << 10;
    }
}
