package org.w3id.trilateral.quality;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.Suggestion;
import org.w3id.trilateral.fault.TrilateralException;

/** The forms a {@link Report} is written in. */
public enum ReportFormat {
    /** For reading: findings below their entity, entities below their file, counts at the end. */
    TEXT(ReportFormat::text),
    /** An object with {@code findings} and {@code counts}. */
    JSON(ReportFormat::json),
    /** RFC 4180 with CRLF: severity, file, entity, rule, message. */
    CSV(ReportFormat::csv);

    private final Function<Report, String> writer;

    ReportFormat(Function<Report, String> writer) {
        this.writer = writer;
    }

    /** The report in this form, ending with a line break. */
    public String render(Report report) {
        return writer.apply(report);
    }

    /** The value of {@code --format}: {@code text}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The format of that label.
     *
     * @throws TrilateralException {@link Fault#UNKNOWN_FORMAT} with those there are
     */
    public static ReportFormat of(String label) {
        List<String> allowed = Stream.of(values()).map(ReportFormat::label).toList();
        return Stream.of(values()).filter(format -> format.label().equals(label)).findFirst()
                .orElseThrow(() -> new TrilateralException(Fault.UNKNOWN_FORMAT,
                        "there is no format '" + label + "' for a report." + Suggestion.sentence(label, allowed)
                        + " It comes as " + String.join(", ", allowed) + ".", allowed));
    }

    private static String text(Report report) {
        StringBuilder out = new StringBuilder();
        String file = "";
        String entity = "";
        for (Finding finding : report.findings()) {
            if (!finding.file().equals(file)) {
                file = finding.file();
                entity = "";
                out.append(out.isEmpty() ? "" : "\n").append(file.isEmpty() ? "(no file)" : file).append('\n');
            }
            if (!finding.entity().equals(entity)) {
                entity = finding.entity();
                out.append("  ").append(entity).append('\n');
            }
            out.append("    ").append(finding.severity().label()).append("  ").append(finding.rule()).append(": ")
                    .append(finding.message()).append('\n');
        }
        return out.append(out.isEmpty() ? "" : "\n").append(counts(report)).append('\n').toString();
    }

    private static String counts(Report report) {
        return plural(report.count(Severity.VIOLATION), "violation")
                + " and " + plural(report.count(Severity.WARNING), "warning")
                + " in " + plural(report.files(), "file") + " with " + plural(report.entities(), "entity")
                + "; " + plural(report.shapes(), "shape") + " and " + plural(report.checks(), "check") + " applied";
    }

    private static String plural(long count, String noun) {
        String several = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
        return count + " " + (count == 1 ? noun : several);
    }

    private static String json(Report report) {
        JsonArray findings = new JsonArray();
        report.findings().forEach(finding -> {
            JsonObject object = new JsonObject();
            object.put("severity", finding.severity().label());
            object.put("file", finding.file());
            object.put("entity", finding.entity());
            object.put("rule", finding.rule());
            object.put("message", finding.message());
            findings.add(object);
        });
        JsonObject counts = new JsonObject();
        counts.put("violations", report.count(Severity.VIOLATION));
        counts.put("warnings", report.count(Severity.WARNING));
        counts.put("files", report.files());
        counts.put("entities", report.entities());
        counts.put("shapes", report.shapes());
        counts.put("checks", report.checks());
        JsonObject whole = new JsonObject();
        whole.put("findings", findings);
        whole.put("counts", counts);
        return whole.toString().stripTrailing() + "\n";
    }

    private static String csv(Report report) {
        return "severity,file,entity,rule,message\r\n" + report.findings().stream()
                .map(f -> Stream.of(f.severity().label(), f.file(), f.entity(), f.rule(), f.message())
                        .map(ReportFormat::quoted).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining());
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",\\r\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
