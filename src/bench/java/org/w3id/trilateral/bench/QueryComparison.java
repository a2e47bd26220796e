package org.w3id.trilateral.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All engines asked the same questions over the same data, one engine at a time; their answers are compared. */
final class QueryComparison {
    private static final String OURS = "trilateral-tdb2";

    private final Options options;
    private final Engines engines;
    private final Report report;
    private final Map<String, Map<String, Measured>> byEngine = new LinkedHashMap<>();
    private final Map<String, String> notes = new LinkedHashMap<>();

    QueryComparison(Options options, Engines engines, Report report) {
        this.options = options;
        this.engines = engines;
        this.report = report;
    }

    void run(int events) throws IOException, InterruptedException {
        for (String name : options.engines) {
            byEngine.put(name, ask(name));
        }
        report.heading(String.format(Locale.ROOT,
                "%,d events: milliseconds cold / **warm median** / processor time of a warm run", events));
        tell((id, measured) -> measured.cell());
        report.heading(String.format(Locale.ROOT, "%,d events: ratio of the warm median to that of %s", events, OURS));
        tell((id, measured) -> ratio(id, measured));
        report.heading("Answers");
        for (Question question : Question.all()) {
            report.line("- " + question.id() + " (" + question.asks() + "): " + agreement(question.id()));
        }
    }

    private Map<String, Measured> ask(String name) throws InterruptedException {
        Map<String, Measured> answers = new LinkedHashMap<>();
        Asking asking = options.asking();
        try (Engine engine = engines.start(name)) {
            for (Question question : Question.all()) {
                System.err.println(name + " " + question.id());
                answers.put(question.id(), asking.measure(engine, question));
            }
            notes.put(name, String.format(Locale.ROOT, "%.1f s / %d MB", engine.ready(), engine.residentMebibytes()));
        } catch (IOException e) {
            notes.put(name, "failed: " + e.getMessage());
        }
        return answers;
    }

    private interface Cell {
        String of(String id, Measured measured);
    }

    private void tell(Cell cell) throws IOException {
        List<String> names = new ArrayList<>(byEngine.keySet());
        List<String> head = new ArrayList<>(List.of("question"));
        head.addAll(names);
        report.head(head);
        for (Question question : Question.all()) {
            List<String> row = new ArrayList<>(List.of(question.id() + " " + question.asks()));
            names.forEach(name -> row.add(cell.of(question.id(), measured(name, question.id()))));
            report.row(row);
        }
        List<String> row = new ArrayList<>(List.of("loading and start / memory at the end"));
        names.forEach(name -> row.add(notes.get(name)));
        report.row(row);
    }

    private Measured measured(String name, String id) {
        return byEngine.get(name).getOrDefault(id, Measured.failed("–"));
    }

    private String ratio(String id, Measured measured) {
        Measured ours = byEngine.containsKey(OURS) ? measured(OURS, id) : Measured.failed("–");
        return !measured.isAnswer() ? measured.failure() : !ours.isAnswer() ? "–"
                : String.format(Locale.ROOT, "%.2f", measured.warm() / ours.warm());
    }

    private String agreement(String id) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        byEngine.forEach((name, answers) -> {
            Measured measured = measured(name, id);
            if (measured.isAnswer()) {
                groups.computeIfAbsent(measured.rows() + " rows, content " + Long.toHexString(measured.content()),
                        none -> new ArrayList<>())
                        .add(name);
            }
        });
        if (groups.size() == 1) {
            Map.Entry<String, List<String>> all = groups.entrySet().iterator().next();
            return all.getKey().replaceFirst(", content.*", "") + ", the same from " + all.getValue().size()
                    + " engines";
        }
        return groups.isEmpty() ? "no answers" : "DIFFERENT: " + groups;
    }
}
