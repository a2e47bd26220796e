package org.w3id.trilateral.graph;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/**
 * Reads one Turtle file of a home folder strictly: a warning of the parser (a day that is none, a bad IRI) is an error.
 */
public final class TurtleFile {
    private TurtleFile() {
    }

    /**
     * The triples of a file.
     *
     * @param file the file
     * @param name how to call it in messages, e.g. {@code data/chronology/2023.ttl}
     * @throws TrilateralException {@link Fault#MALFORMED_SOURCE} with file, line and column
     */
    public static Graph read(Path file, String name) {
        Graph graph = GraphFactory.createDefaultGraph();
        try (InputStream in = Files.newInputStream(file)) {
            RDFParser.source(in).lang(Lang.TURTLE).base("https://w3id.org/trilateral/")
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging).parse(graph);
            return graph;
        } catch (RiotException e) {
            throw new TrilateralException(Fault.MALFORMED_SOURCE, name + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new TrilateralException(Fault.MALFORMED_SOURCE, "cannot read " + name + ": " + e.getMessage(), e);
        }
    }
}
