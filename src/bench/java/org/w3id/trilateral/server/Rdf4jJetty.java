package org.w3id.trilateral.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.rdf4j.query.resultio.sparqljson.SPARQLResultsJSONWriter;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

/**
 * RDF4J's store in memory, asked through a Jetty handler that parses, runs and writes each time. Arguments: file, port.
 */
final class Rdf4jJetty {
    private Rdf4jJetty() {
    }

    public static void main(String[] args) throws Exception {
        SailRepository repository = new SailRepository(new MemoryStore());
        try (RepositoryConnection connection = repository.getConnection()) {
            connection.add(Path.of(args[0]).toFile(), RDFFormat.NTRIPLES);
        }
        Server server = new Server(Integer.parseInt(args[1]));
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                String query = Request.extractQueryParameters(request, UTF_8).getValue("query");
                if (query == null) {
                    return false;
                }
                ByteArrayOutputStream body = new ByteArrayOutputStream();
                try (RepositoryConnection connection = repository.getConnection()) {
                    connection.prepareTupleQuery(query).evaluate(new SPARQLResultsJSONWriter(body));
                }
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/sparql-results+json");
                response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.size());
                response.write(true, ByteBuffer.wrap(body.toByteArray()), callback);
                return true;
            }
        });
        server.start();
        server.join();
    }
}
