package org.w3id.trilateral.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Resident memory after a minute of light load: one client that asks for one event, a hundred times a second. */
final class MemoryComparison {
    private static final long MINUTE = 60_000_000_000L;
    private static final int PAUSE = 10;
    private static final List<String> NAMES = List.of("trilateral-mem", "trilateral-tdb2", "fuseki-mem");

    private MemoryComparison() {
    }

    static void run(Report report, Options options, Path data) throws IOException, InterruptedException {
        Path work = options.work.resolve("memory");
        Folders.remove(work);
        Files.createDirectories(work);
        Engines engines = new Engines(work, data, options.heap);
        report.heading("Memory: a minute of light load on 1,000 events");
        report.head(List.of("engine", "MB at the start", "MB after a minute", "answers"));
        for (String name : NAMES) {
            try (Engine engine = engines.start(name)) {
                long before = engine.residentMebibytes();
                long answers = ask(options.asking(), engine);
                report.row(List.of(name, String.valueOf(before), String.valueOf(engine.residentMebibytes()),
                        String.format(Locale.ROOT, "%,d", answers)));
            }
        }
    }

    private static long ask(Asking asking, Engine engine) throws IOException, InterruptedException {
        long answers = 0;
        for (long begun = System.nanoTime(); System.nanoTime() - begun < MINUTE; answers++) {
            asking.ask(engine, Question.all().get(8).text());
            TimeUnit.MILLISECONDS.sleep(PAUSE);
        }
        return answers;
    }
}
