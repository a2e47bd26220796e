package org.w3id.trilateral.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;

/** Asks engines over HTTP and times the answers. */
final class Asking {
    private static final int MOST_RUNS = 200;
    private static final int FEWEST_RUNS = 2;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Duration limit;
    private final Duration patience;

    /**
     * Asks.
     *
     * @param limit    longest time for one answer
     * @param patience time for all runs of a question
     */
    Asking(Duration limit, Duration patience) {
        this.limit = limit;
        this.patience = patience;
    }

    /** Asks once cold, then again until patience ends; what is told is of the second half of that time. */
    Measured measure(Engine engine, Question question) throws InterruptedException {
        try {
            long begun = System.nanoTime();
            byte[] first = ask(engine, question.text());
            double cold = (System.nanoTime() - begun) / 1e6;
            Content content = content(first);
            while (System.nanoTime() - begun < patience.toNanos() / 2) {
                ask(engine, question.text());
            }
            List<Double> warm = new ArrayList<>();
            Duration before = engine.cpu();
            while (warm.size() < MOST_RUNS && System.nanoTime() - begun < patience.toNanos()
                    || warm.size() < FEWEST_RUNS && System.nanoTime() - begun < 3 * patience.toNanos()) {
                long start = System.nanoTime();
                ask(engine, question.text());
                warm.add((System.nanoTime() - start) / 1e6);
            }
            double cpu = warm.isEmpty() ? 0 : engine.cpu().minus(before).toNanos() / 1e6 / warm.size();
            Collections.sort(warm);
            return new Measured(cold, warm.isEmpty() ? cold : warm.get(warm.size() / 2), cpu,
                    content.rows(), content.hash(), "");
        } catch (HttpTimeoutException e) {
            return Measured.failed("> " + limit.toSeconds() + " s");
        } catch (IOException e) {
            return Measured.failed(String.valueOf(e.getMessage()));
        }
    }

    /** The body of an answer in SPARQL 1.1 Query Results JSON. */
    byte[] ask(Engine engine, String text) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(engine.endpoint()).timeout(limit)
                .header("Accept", "application/sparql-results+json").header("Content-Type",
                        "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("query=" + URLEncoder.encode(text, UTF_8))).build();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("error " + answer.statusCode());
        }
        return answer.body();
    }

    /** What an answer holds: number of rows, and the sum of their hashes. */
    record Content(long rows, long hash) {
    }

    static Content content(byte[] json) {
        RowSet rows = RowSetReaderRegistry.getFactory(ResultSetLang.RS_JSON).create(ResultSetLang.RS_JSON)
                .read(new ByteArrayInputStream(json), Context.emptyContext());
        long count = 0;
        long sum = 0;
        while (rows.hasNext()) {
            Binding row = rows.next();
            long hash = 1;
            for (var variable : rows.getResultVars()) {
                Node term = row.get(variable);
                hash = hash * 1_000_003 + variable.getName().hashCode() * 31L
                        + (term == null ? 0 : spelled(term).hashCode());
            }
            count++;
            sum += hash * 0x9e3779b97f4a7c15L;
        }
        return new Content(count, sum);
    }

    /** Numbers by their value: whether a count is an xsd:integer or xsd:int is left to the engine. */
    private static String spelled(Node term) {
        if (term.isLiteral() && term.getLiteralValue() instanceof Number number) {
            return String.format(Locale.ROOT, "%.6f", number.doubleValue());
        }
        return NodeFmtLib.strNT(term);
    }
}
