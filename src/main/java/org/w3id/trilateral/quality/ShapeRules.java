package org.w3id.trilateral.quality;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.parser.ShaclParseException;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.vocabulary.RDF;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.TurtleFile;

/**
 * The SHACL shapes of {@code ontology/shapes}; each that has a message is a rule, called by the last part of its IRI.
 */
final class ShapeRules {
    private static final String SHACL = "http://www.w3.org/ns/shacl#";

    private final Graph graph;
    private final List<Shapes> shapes;

    private ShapeRules(Graph graph, List<Shapes> shapes) {
        this.graph = graph;
        this.shapes = shapes;
    }

    /**
     * Reads the shapes of a home folder.
     *
     * @param malformed told of each file that is not right; that file is left out
     */
    static ShapeRules load(Home home, Consumer<TrilateralException> malformed) {
        Graph all = GraphFactory.createDefaultGraph();
        List<Shapes> shapes = new ArrayList<>();
        for (Path file : home.files("ontology/shapes", ".ttl")) {
            try {
                Graph graph = TurtleFile.read(file, home.relative(file));
                shapes.add(Shapes.parse(graph));
                graph.stream().forEach(all::add);
            } catch (TrilateralException e) {
                malformed.accept(e);
            } catch (ShaclParseException e) {
                malformed.accept(new TrilateralException(Fault.MALFORMED_SOURCE,
                        home.relative(file) + ": " + e.getMessage(), e));
            }
        }
        return new ShapeRules(all, shapes);
    }

    /** The names of the rules: shapes with a message of their own, sorted. */
    List<String> names() {
        return graph.find(Node.ANY, RDF.type.asNode(), Node.ANY)
                .filterKeep(t -> is(t.getObject(), "NodeShape") || is(t.getObject(), "PropertyShape"))
                .mapWith(t -> t.getSubject()).filterKeep(shape -> shape.isURI() && hasMessage(shape))
                .mapWith(ShapeRules::name).toList().stream().distinct().sorted().toList();
    }

    /** What the shapes find in the union of all graphs. */
    List<Finding> apply(DatasetGraph data, Whereabouts whereabouts) {
        Graph union = data.getDefaultGraph();
        return shapes.stream()
                .flatMap(part -> ShaclValidator.get().validate(part, union).getEntries().stream())
                .map(entry -> finding(entry, whereabouts)).toList();
    }

    private boolean hasMessage(Node shape) {
        return graph.stream(shape, Node.ANY, Node.ANY).anyMatch(t -> is(t.getPredicate(), "message"));
    }

    private static boolean is(Node node, String term) {
        return node.isURI() && node.getURI().equals(SHACL + term);
    }

    private static Finding finding(ReportEntry entry, Whereabouts whereabouts) {
        Node focus = entry.focusNode();
        Severity severity = is(entry.severity().level(), "Violation") ? Severity.VIOLATION : Severity.WARNING;
        String path = entry.resultPath() instanceof P_Link property ? whereabouts.value(property.getNode()) : "";
        boolean telling = entry.value() != null && !entry.value().equals(focus);
        String given = telling ? "; found " + whereabouts.value(entry.value()) : "";
        String at = (path + given).isEmpty() ? "" : " [" + (path + given).replaceFirst("^; ", "") + "]";
        return new Finding(severity, whereabouts.file(focus), whereabouts.name(focus), name(entry.source()),
                entry.message() + at + whereabouts.part(focus));
    }

    private static String name(Node shape) {
        return shape.isURI() ? shape.getURI().replaceFirst(".*[/#]", "") : "shape-without-a-name";
    }
}
