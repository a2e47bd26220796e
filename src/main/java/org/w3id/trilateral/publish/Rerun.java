package org.w3id.trilateral.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.query.Execution;
import org.w3id.trilateral.query.Limits;
import org.w3id.trilateral.query.SparqlText;

/**
 * What a query of a {@link Bundle} answers now, compared line by line with what it answered then.
 *
 * @param then    the version of the data then
 * @param same    how many lines are the same
 * @param added   the lines that are new
 * @param removed the lines that are gone
 */
public record Rerun(String then, int same, List<String> added, List<String> removed) {
    private static final int MOST_BYTES = 64 << 20;

    public Rerun {
        Objects.requireNonNull(then, "then");
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /** Whether nothing has changed. */
    public boolean isSame() {
        return added.isEmpty() && removed.isEmpty();
    }

    /**
     * Reads a bundle and runs its query over a graph.
     *
     * @param zip is read to its end, not closed
     * @throws TrilateralException {@link Fault#BAD_OPTION} for what is no bundle
     */
    public static Rerun of(InputStream zip, KnowledgeGraph graph) throws IOException {
        Map<String, byte[]> files = files(zip);
        JsonObject manifest = manifest(files);
        String result = manifest.getString("result");
        if (!files.containsKey(Bundle.QUERY) || !files.containsKey(result)) {
            throw noBundle("it lacks " + Bundle.QUERY + " or " + result, null);
        }
        Answer answer = new Execution(graph, Limits.LOCAL)
                .run(SparqlText.parse(new String(files.get(Bundle.QUERY), UTF_8), graph.info().prefixes()));
        List<String> now = lines(Bundle.formats(answer).get(0).render(answer), answer.form());
        List<String> old = lines(files.get(result), answer.form());
        List<String> added = without(now, old);
        return new Rerun(manifest.getString("version") + " " + manifest.getString("data"), now.size() - added.size(),
                added, without(old, now));
    }

    /** A line that occurs twice is two lines. */
    private static List<String> without(List<String> lines, List<String> others) {
        Map<String, Integer> left = new HashMap<>();
        others.forEach(line -> left.merge(line, 1, Integer::sum));
        return lines.stream().filter(line -> left.merge(line, -1, Integer::sum) < 0).toList();
    }

    /** The heading of a table is no row. */
    private static List<String> lines(byte[] text, Answer.Form form) {
        return new String(text, UTF_8).lines().skip(form == Answer.Form.TABLE ? 1 : 0).toList();
    }

    private static JsonObject manifest(Map<String, byte[]> files) {
        if (!files.containsKey(Bundle.MANIFEST)) {
            throw noBundle("it lacks " + Bundle.MANIFEST, null);
        }
        try {
            JsonObject manifest = JSON.parse(new String(files.get(Bundle.MANIFEST), UTF_8));
            if (List.of("result", "version", "data").stream()
                    .allMatch(key -> manifest.hasKey(key) && manifest.get(key).isString())) {
                return manifest;
            }
        } catch (JsonException e) {
            throw noBundle(Bundle.MANIFEST + " is not JSON", e);
        }
        throw noBundle(Bundle.MANIFEST + " lacks result, version or data", null);
    }

    private static Map<String, byte[]> files(InputStream in) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            byte[] bytes = zip.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw noBundle("'" + entry.getName() + "' is larger than " + MOST_BYTES + " bytes", null);
            }
            files.put(entry.getName(), bytes);
        }
        return files;
    }

    private static TrilateralException noBundle(String why, Throwable cause) {
        return new TrilateralException(Fault.BAD_OPTION, "the file is no bundle of a result: " + why, cause);
    }
}
