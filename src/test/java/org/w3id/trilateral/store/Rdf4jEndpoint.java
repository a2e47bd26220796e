package org.w3id.trilateral.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.query.BooleanQuery;
import org.eclipse.rdf4j.query.Query;
import org.eclipse.rdf4j.query.QueryLanguage;
import org.eclipse.rdf4j.query.TupleQuery;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.query.impl.SimpleDataset;
import org.eclipse.rdf4j.query.resultio.sparqljson.SPARQLBooleanJSONWriter;
import org.eclipse.rdf4j.query.resultio.sparqljson.SPARQLResultsJSONWriter;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

/** RDF4J's memory store, parser and evaluation behind the SPARQL protocol, as far as the tests speak it. */
final class Rdf4jEndpoint implements AutoCloseable {
    private final SailRepository repository = new SailRepository(new MemoryStore());
    private final HttpServer server;
    private final long most;

    Rdf4jEndpoint(byte[] quads) throws IOException {
        this(quads, Long.MAX_VALUE);
    }

    /** @param most how many rows it sends at most, without a word */
    Rdf4jEndpoint(byte[] quads, long most) throws IOException {
        this.most = most;
        try (RepositoryConnection connection = repository.getConnection()) {
            connection.add(new ByteArrayInputStream(quads), RDFFormat.NQUADS);
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/sparql", this::answer);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/sparql";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status = 200;
        try (RepositoryConnection connection = repository.getConnection()) {
            Query query = connection.prepareQuery(QueryLanguage.SPARQL, all(form, "query").get(0));
            if (!all(form, "default-graph-uri").isEmpty()) {
                SimpleDataset dataset = new SimpleDataset();
                iris(form, "default-graph-uri").forEach(dataset::addDefaultGraph);
                iris(form, "named-graph-uri").forEach(dataset::addNamedGraph);
                query.setDataset(dataset);
            }
            if (query instanceof TupleQuery select) {
                write(select, new SPARQLResultsJSONWriter(out));
            } else {
                new SPARQLBooleanJSONWriter(out).handleBoolean(((BooleanQuery) query).evaluate());
            }
        } catch (RuntimeException e) {
            status = 400;
            out.reset();
            out.write(String.valueOf(e.getMessage()).getBytes(UTF_8));
        }
        exchange.getResponseHeaders().add("Content-Type", status == 200 ? "application/sparql-results+json"
                : "text/plain");
        exchange.sendResponseHeaders(status, out.size());
        exchange.getResponseBody().write(out.toByteArray());
        exchange.close();
    }

    private void write(TupleQuery select, SPARQLResultsJSONWriter writer) {
        try (TupleQueryResult rows = select.evaluate()) {
            writer.startQueryResult(rows.getBindingNames());
            for (long left = most; left > 0 && rows.hasNext(); left--) {
                writer.handleSolution(rows.next());
            }
            writer.endQueryResult();
        }
    }

    private static Stream<IRI> iris(String form, String name) {
        return all(form, name).stream().map(Values::iri);
    }

    private static List<String> all(String form, String name) {
        return Stream.of(form.split("&")).filter(field -> field.startsWith(name + "="))
                .map(field -> URLDecoder.decode(field.substring(name.length() + 1), UTF_8)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        repository.shutDown();
    }
}
