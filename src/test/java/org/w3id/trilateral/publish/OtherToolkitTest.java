package org.w3id.trilateral.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.impl.DynamicModelFactory;
import org.eclipse.rdf4j.model.util.Models;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import org.w3id.trilateral.Fixture;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.link.Linksets;
import org.w3id.trilateral.query.Answer.Form;
import org.w3id.trilateral.result.ResultFormat;

/** Every dump, read by RDF4J's parsers: the same statements as in the N-Quads. */
class OtherToolkitTest {
    /**
     * What writers and readers disagree about: blank nodes, all that must be escaped, tags, odd numbers, far
     * predicates.
     */
    private static final String ODD = """
            PREFIX : <https://example.org/> PREFIX tri: <https://w3id.org/trilateral/ontology#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            _:a :next _:b . _:b :next _:a . [] :says [ :says 7 , 007 , 1.50 , 2e3 , true , "1"^^xsd:boolean ] .
            :odd rdfs:label "a \\"quoted\\" \\\\ line\\nand tab\\t" , "한국어"@ko , "일이"@ko , "plain" ; a tri:Event , [ ] ;
              tri:start "2023-08-18"^^xsd:date ; tri:end "2023-08-18"^^xsd:date , :never ; :only 12345678901234567890 ;
              tri:id "an id" ; tri:graph "a graph" ; <https://far.example/p> "<&>\\r]]>" ; :empty "" .
            :odd.2 rdfs:label "two" ; tri:attendee :odd , <https://w3id.org/trilateral/id/x> ; rdfs:seeAlso <mailto:a@example.org> .
            """;

    @TestFactory
    Stream<DynamicTest> everyDumpIsTheSameGraph(@TempDir Path folder) {
        KnowledgeGraph graph = KnowledgeGraph.load(Fixture.with(folder, "ontology/odd.ttl", ODD), Linksets::graphs);
        Model quads = read(graph, ResultFormat.NQUADS);
        Model triples = new DynamicModelFactory().createEmptyModel();
        quads.forEach(statement ->
                triples.add(statement.getSubject(), statement.getPredicate(), statement.getObject()));
        return ResultFormat.of(Form.GRAPH).stream().map(format -> DynamicTest.dynamicTest(format.extension(), () -> {
            Model read = read(graph, format);
            boolean isNamed = format == ResultFormat.NQUADS || format == ResultFormat.TRIG;
            assertEquals((isNamed ? quads : triples).size(), read.size());
            assertTrue(Models.isomorphic(isNamed ? quads : triples, read));
        }));
    }

    private static Model read(KnowledgeGraph graph, ResultFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Dump(graph).write(format, Optional.empty(), out, Progress.unheard());
        RDFFormat theirs = Rio.getParserFormatForMIMEType(format.mediaType()).orElseThrow();
        try {
            return Rio.parse(new ByteArrayInputStream(out.toByteArray()), "https://example.org/", theirs);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
