package org.w3id.trilateral.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/**
 * Another program's <a href="https://www.w3.org/TR/sparql11-protocol/">SPARQL 1.1</a> endpoint, asked over HTTP. Every
 * answer is whole or a failure. Safe for any number of threads.
 */
final class SparqlService {
    private static final String RESULTS = "application/sparql-results+json";
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int MOST_WORDS = 300;

    private final URI endpoint;
    private final Optional<String> credentials;
    private final HttpClient client;

    /** @param address an http or https URL, perhaps with {@code user:password@} before the host */
    SparqlService(URI address) {
        this.endpoint = withoutCredentials(address);
        this.credentials = Optional.ofNullable(address.getUserInfo());
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL).build();
    }

    private static URI withoutCredentials(URI address) {
        String rest = address.getRawSchemeSpecificPart();
        return address.getRawUserInfo() == null ? address
                : URI.create(address.getScheme() + ":" + rest.replaceFirst("//[^@/]*@", "//"));
    }

    /** Its address, without credentials. */
    URI endpoint() {
        return endpoint;
    }

    /**
     * The solutions of a query; of an ASK, one empty solution or none.
     *
     * @param scope   the graphs that it sees; the named ones are told only where it names {@code GRAPH}
     * @param most    an answer with as many solutions is held to be cut off
     * @param isWhole asked at the end whether so many are all of them
     * @param time    longest wait, until the last solution is read
     * @throws TrilateralException {@link Fault#UNAVAILABLE} and others; so may the solutions, while they are read
     */
    Solutions ask(String query, Scope scope, long most, LongPredicate isWhole, Duration time) {
        long deadline = System.nanoTime() + time.toNanos();
        HttpResponse<InputStream> response = send(request(query, scope, time), time);
        if (response.statusCode() != 200) {
            throw refusal(response);
        }
        String type = response.headers().firstValue("Content-Type").orElse("no content type");
        if (!type.startsWith(RESULTS)) {
            close(response);
            throw failure("answers with " + type + ", not with " + RESULTS
                    + "; is it the address of a SPARQL endpoint?");
        }
        if (response.headers().firstValue("X-SQL-State").isPresent()) {
            close(response);
            throw new TrilateralException(Fault.TIMEOUT, "the SPARQL service " + endpoint
                    + " stopped in the middle and gave a part of the answer, which is not passed on; narrow the query");
        }
        return new Solutions(this, response, most, isWhole, deadline);
    }

    private HttpRequest request(String query, Scope scope, Duration time) {
        StringBuilder form = new StringBuilder("query=").append(URLEncoder.encode(query, UTF_8));
        scope.defaultGraphs().forEach(name -> form.append("&default-graph-uri=")
                .append(URLEncoder.encode(name, UTF_8)));
        (query.contains("GRAPH") ? scope.namedGraphs() : List.<String>of())
                .forEach(name -> form.append("&named-graph-uri=").append(URLEncoder.encode(name, UTF_8)));
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint).timeout(time).header("Accept", RESULTS)
                .header("Content-Type", "application/x-www-form-urlencoded").header("User-Agent", "Trilateral")
                .POST(BodyPublishers.ofString(form.toString()));
        credentials.ifPresent(text -> request.header("Authorization",
                "Basic " + Base64.getEncoder().encodeToString(text.getBytes(UTF_8))));
        return request.build();
    }

    private HttpResponse<InputStream> send(HttpRequest request, Duration time) {
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (HttpTimeoutException e) {
            throw late(time, e);
        } catch (IOException e) {
            throw new TrilateralException(Fault.UNAVAILABLE, "the SPARQL service " + endpoint + " cannot be reached ("
                    + words(e) + "); is it running, and is that its address?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TrilateralException(Fault.TIMEOUT, "the wait for " + endpoint + " was broken off", e);
        }
    }

    /** The class of an exception without a message says more than nothing. */
    static String words(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    TrilateralException late(Duration time, Exception cause) {
        return new TrilateralException(Fault.TIMEOUT, "the SPARQL service " + endpoint + " did not answer within "
                + time.toMillis() / 1000.0 + " s; narrow the query, or ask for a shorter time span", cause);
    }

    TrilateralException failure(String what) {
        return new TrilateralException(Fault.UNAVAILABLE, "the SPARQL service " + endpoint + " " + what);
    }

    private TrilateralException refusal(HttpResponse<InputStream> response) {
        String body;
        try (InputStream in = response.body()) {
            body = new String(in.readNBytes(MOST_WORDS), UTF_8).strip().replaceAll("\\s+", " ");
        } catch (IOException e) {
            body = words(e);
        }
        String words = "the SPARQL service " + endpoint + " answers " + response.statusCode()
                + (body.isEmpty() ? "" : ": " + body);
        return new TrilateralException(fault(response.statusCode()), words, List.of());
    }

    private static Fault fault(int status) {
        return switch (status) {
            case 400 -> Fault.BAD_QUERY;
            case 408, 504 -> Fault.TIMEOUT;
            case 413 -> Fault.TOO_LARGE;
            case 429, 503 -> Fault.OVERLOADED;
            default -> Fault.UNAVAILABLE;
        };
    }

    private static void close(HttpResponse<InputStream> response) {
        try {
            response.body().close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
