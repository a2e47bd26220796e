package org.w3id.trilateral.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.http.Site;
import org.w3id.trilateral.query.Limits;
import org.w3id.trilateral.query.QueryCatalogue;

/** A real server over a small generated graph, and a client for it. */
final class RunningServer implements AutoCloseable {
    static final String FORM = "application/x-www-form-urlencoded";
    static final String QUERY = "application/sparql-query";
    static final String RING_GRAPH = "https://w3id.org/trilateral/graph/data/ring";

    private static final int RING = 300;
    private static final int LITTLE = 2_048;

    final TrilateralServer server;
    final KnowledgeGraph graph;
    final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    RunningServer(Path folder, Limits limits) {
        this(folder, limits, 0);
    }

    RunningServer(Path folder, Limits limits, double secondsAMinute) {
        Home home = home(folder);
        graph = KnowledgeGraph.load(home);
        server = TrilateralServer.start(new Site(graph, QueryCatalogue.load(home, graph.info()), limits), 0, true,
                secondsAMinute);
    }

    private static Home home(Path folder) {
        try {
            for (String part : new String[] {"ontology", "data", "queries"}) {
                Files.createDirectories(folder.resolve(part));
            }
            Files.writeString(folder.resolve("data/dataset.ttl"), """
                    PREFIX dcterms: <http://purl.org/dc/terms/>
                    PREFIX owl: <http://www.w3.org/2002/07/owl#>
                    PREFIX void: <http://rdfs.org/ns/void#>
                    PREFIX sh: <http://www.w3.org/ns/shacl#>
                    <https://w3id.org/trilateral/dataset> a void:Dataset ; dcterms:title "Ring"@en ;
                      dcterms:description "A ring of things"@en ; dcterms:license <https://creativecommons.org/licenses/by/4.0/> ;
                      dcterms:modified "2026-01-01" ; owl:versionInfo "0.0.1" ; void:uriSpace "https://w3id.org/trilateral/id/" ;
                      sh:declare [ sh:prefix "trid" ; sh:namespace "https://w3id.org/trilateral/id/" ] .
                    """);
            String ring = IntStream.range(0, RING).mapToObj(i -> "trid:n" + i + " trid:next trid:n" + (i + 1) % RING
                    + ", trid:n" + (i + 7) % RING + " ; trid:label \"정상 首脳 " + i + "\" ; trid:day " + i + " .")
                    .collect(Collectors.joining("\n", "PREFIX trid: <https://w3id.org/trilateral/id/>\n", "\n"));
            Files.writeString(folder.resolve("data/ring.ttl"), ring);
            return new Home(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI uri(String pathAndQuery) {
        return URI.create("http://localhost:" + server.port() + pathAndQuery);
    }

    HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(uri(pathAndQuery)).timeout(Duration.ofSeconds(30));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String pathAndQuery, String... headers) {
        HttpRequest.Builder request = request(pathAndQuery);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> post(String path, String contentType, String body, String... headers) {
        HttpRequest.Builder request = request(path).POST(BodyPublishers.ofString(body))
                .header("Content-Type", contentType);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** A query by GET. */
    HttpResponse<String> ask(String query, String... headers) {
        return get("/sparql?query=" + encoded(query), headers);
    }

    /** A query in a body, where it may be long. */
    HttpResponse<String> askByPost(String query, String... headers) {
        return post("/sparql", QUERY, query, headers);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    Socket socket() throws IOException {
        Socket socket = new Socket("localhost", server.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** A connection whose answers soon fill the buffers of the system. */
    Socket socketThatReadsLittle() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(LITTLE);
        socket.connect(new InetSocketAddress("localhost", server.port()));
        return socket;
    }

    /** Bytes out, bytes back until the other side closes. */
    String raw(String request) throws IOException {
        try (Socket socket = socket()) {
            socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(UTF_8));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(UTF_8);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
