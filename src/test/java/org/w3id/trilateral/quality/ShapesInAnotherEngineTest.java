package org.w3id.trilateral.quality;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.link.Linksets;

/**
 * The shapes and the whole graph in a SHACL engine that nobody here wrote ({@code src/test/npm/shapes.mjs}). Skipped
 * where Node.js or its packages are not there.
 */
class ShapesInAnotherEngineTest {
    private static final Path FOLDER = Path.of("src/test/npm");
    private static final String TERMS = "https://w3id.org/trilateral/ontology#";

    @TempDir
    private Path folder;

    @Test
    void theGraphConforms() throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(FOLDER.resolve("node_modules")), "run 'npm ci' in " + FOLDER);
        List<String> lines = results(graph());

        assertEquals(1, lines.size(), String.join("\n", lines));
        assertTrue(lines.get(0).startsWith("checked "), lines.get(0));
    }

    @Test
    void anEventWithoutADayDoesNot() throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(FOLDER.resolve("node_modules")), "run 'npm ci' in " + FOLDER);
        Graph bad = GraphFactory.createDefaultGraph();
        bad.add(Triple.create(NodeFactory.createURI("urn:x"), RDF.type.asNode(),
                NodeFactory.createURI(TERMS + "Event")));
        bad.add(Triple.create(NodeFactory.createURI("urn:x"), RDFS.label.asNode(),
                NodeFactory.createLiteralLang("x", "en")));

        String lines = String.join("\n", results(bad));

        assertTrue(lines.contains("Violation https://w3id.org/trilateral/rule/"), lines);
    }

    private List<String> results(Graph data) throws IOException, InterruptedException {
        Process node = new ProcessBuilder("node", "shapes.mjs", written(shapes(), "shapes.nt"),
                written(data, "data.nt"))
                .directory(FOLDER.toFile()).redirectErrorStream(true).start();
        List<String> lines = new String(node.getInputStream().readAllBytes(), UTF_8).lines().toList();
        assertEquals(0, node.waitFor(), String.join("\n", lines));
        return lines;
    }

    private String written(Graph graph, String name) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            RDFDataMgr.write(out, graph, Lang.NTRIPLES);
        }
        return file.toAbsolutePath().toString();
    }

    private static Graph shapes() throws IOException {
        Graph shapes = GraphFactory.createDefaultGraph();
        try (Stream<Path> files = Files.list(Path.of("ontology/shapes"))) {
            files.sorted().forEach(file -> RDFParser.source(file).parse(shapes));
        }
        return shapes;
    }

    private static Graph graph() {
        Graph graph = GraphFactory.createDefaultGraph();
        KnowledgeGraph.load(new Home(Path.of("")), Linksets::graphs).read(data -> {
            data.getDefaultGraph().find().forEachRemaining(graph::add);
            return null;
        });
        return graph;
    }
}
