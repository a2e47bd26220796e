package org.w3id.trilateral.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.publish.Releases;
import org.w3id.trilateral.query.Limits;
import org.w3id.trilateral.query.QueryCatalogue;
import org.w3id.trilateral.server.TrilateralServer;

/** The whole service over the fixture home folder, on a free port. */
final class RunningSite implements AutoCloseable {
    static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    final Site site;
    private final TrilateralServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    RunningSite() {
        this(Address.asAsked());
    }

    RunningSite(Address address) {
        this(address, Releases.none());
    }

    RunningSite(Address address, Releases releases) {
        Home home = new Home(Path.of("src/test/resources/home-http"));
        KnowledgeGraph graph = KnowledgeGraph.load(home);
        site = new Site(graph, QueryCatalogue.load(home, graph.info()), Limits.SERVICE, address, releases);
        server = TrilateralServer.start(site, 0, true);
    }

    /** GET with pairs of header name and value. */
    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    HttpResponse<String> send(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    String page(String path) {
        return get(path, "Accept", BROWSER).body();
    }

    String origin() {
        return "http://localhost:" + server.port();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Override
    public void close() {
        server.close();
    }
}
