package org.w3id.trilateral.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;
import org.eclipse.rdf4j.query.resultio.sparqljson.SPARQLResultsJSONWriter;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.repository.sail.SailRepositoryConnection;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

/** RDF4J's memory store behind Jetty: SELECT by POST of a form. Arguments: an N-Quads file, the port. */
final class Rdf4jPeer extends Handler.Abstract {
    private final SailRepository repository;

    private Rdf4jPeer(SailRepository repository) {
        this.repository = repository;
    }

    /** Loads and serves until the process is ended. */
    public static void main(String[] args) throws Exception {
        SailRepository repository = new SailRepository(new MemoryStore());
        try (SailRepositoryConnection connection = repository.getConnection();
                var in = Files.newInputStream(Path.of(args[0]))) {
            connection.add(in, "", RDFFormat.NQUADS);
        }
        Server server = new Server(Integer.parseInt(args[1]));
        server.setHandler(new Rdf4jPeer(repository));
        server.start();
        server.join();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        String form = Content.Source.asString(request, UTF_8);
        Fields fields = new Fields();
        UrlEncoded.decodeTo(form, fields::add, UTF_8);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (fields.getValue("query") != null) {
            try (SailRepositoryConnection connection = repository.getConnection()) {
                connection.prepareTupleQuery(fields.getValue("query")).evaluate(new SPARQLResultsJSONWriter(body));
            }
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/sparql-results+json");
        response.write(true, ByteBuffer.wrap(body.toByteArray()), callback);
        return true;
    }
}
