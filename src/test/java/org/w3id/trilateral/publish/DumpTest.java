package org.w3id.trilateral.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import org.w3id.trilateral.Fixture;
import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.query.Answer.Form;
import org.w3id.trilateral.result.ResultFormat;

class DumpTest {
    private static final KnowledgeGraph GRAPH = Fixture.graph();

    @TestFactory
    Stream<DynamicTest> twoLoadsAreDumpedAsTheSameBytes() {
        KnowledgeGraph again = Fixture.graph();
        return ResultFormat.of(Form.GRAPH).stream().map(format -> DynamicTest.dynamicTest(format.extension(), () ->
                assertArrayEquals(dump(GRAPH, format), dump(again, format))));
    }

    @TestFactory
    Stream<DynamicTest> blankNodesAreNamedAlikeInEachLoad(@TempDir Path one, @TempDir Path other) {
        String rings = "PREFIX : <https://example.org/> _:a :next _:b . _:b :next _:a . _:c :next [ :says 1, 2 ] .";
        KnowledgeGraph first = KnowledgeGraph.load(Fixture.with(one, "ontology/rings.ttl", rings));
        KnowledgeGraph second = KnowledgeGraph.load(Fixture.with(other, "ontology/rings.ttl", rings));
        return ResultFormat.of(Form.GRAPH).stream().map(format -> DynamicTest.dynamicTest(format.extension(), () ->
                assertArrayEquals(dump(first, format), dump(second, format))));
    }

    @TestFactory
    Stream<DynamicTest> aDumpReadAgainIsTheSameGraph() {
        long union = GRAPH.read(data -> (long) data.getDefaultGraph().size());
        long quads = GRAPH.graphNames().stream().mapToLong(name -> GRAPH.read(data -> data.getGraph(name).size()))
                .sum();
        return ResultFormat.of(Form.GRAPH).stream().map(format -> DynamicTest.dynamicTest(format.extension(), () -> {
            DatasetGraph copy = DatasetGraphFactory.createGeneral();
            RDFParser.source(new ByteArrayInputStream(dump(GRAPH, format)))
                    .lang(RDFLanguages.fileExtToLang(format.extension())).parse(copy);
            boolean named = format == ResultFormat.NQUADS || format == ResultFormat.TRIG;
            assertEquals(named ? quads : union, copy.stream().count());
            assertEquals(named ? 0 : union, copy.getDefaultGraph().size());
        }));
    }

    @Test
    void nQuadsAndNTriplesAreSortedWithinAGraph() {
        List<String> lines = new String(dump(GRAPH, ResultFormat.NTRIPLES), UTF_8).lines().toList();

        assertEquals(lines.stream().sorted().toList(), lines);
    }

    @Test
    void theNQuadsOfTheWholeAreTheCanonicalForm() throws NoSuchAlgorithmException {
        byte[] bytes = dump(GRAPH, ResultFormat.NQUADS);

        assertEquals(new DataHash(GRAPH).hex(),
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    }

    @TestFactory
    Stream<DynamicTest> whatIsCompressedIsTheSame() {
        byte[] plain = dump(GRAPH, ResultFormat.TRIG);
        return Stream.of(Compression.values()).map(compression -> DynamicTest.dynamicTest(compression.label(), () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new Downloads(GRAPH).write(new Downloads(GRAPH).file("dataset.trig" + compression.ending()), out);
            InputStream in = new ByteArrayInputStream(out.toByteArray());
            assertArrayEquals(plain, switch (compression) {
                case NONE -> in.readAllBytes();
                case GZIP -> new GZIPInputStream(in).readAllBytes();
                case ZSTD -> new ZstdInputStreamNoFinalizer(in).readAllBytes();
            });
        }));
    }

    @Test
    void aNamedGraphIsFoundByItsPathPrefixedNameOrIri() {
        Dump dump = new Dump(GRAPH);

        assertEquals(dump.named("links/examples"), dump.named("graph:links/examples"));
        assertEquals(KnowledgeGraph.INFERRED, dump.named(KnowledgeGraph.GRAPHS + "inferred"));
        TrilateralException failure = assertThrows(TrilateralException.class, () -> dump.named("links/exampels"));
        assertEquals(Fault.UNKNOWN_RESOURCE, failure.fault());
        assertEquals("there is no graph 'links/exampels'. Did you mean 'links/examples'?", failure.getMessage());
    }

    private static byte[] dump(KnowledgeGraph graph, ResultFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Dump(graph).write(format, Optional.empty(), out, Progress.unheard());
        return out.toByteArray();
    }
}
