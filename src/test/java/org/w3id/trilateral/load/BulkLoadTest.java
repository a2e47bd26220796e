package org.w3id.trilateral.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.query.Execution;
import org.w3id.trilateral.query.Limits;
import org.w3id.trilateral.query.PackagedQuery;
import org.w3id.trilateral.query.QueryCatalogue;
import org.w3id.trilateral.store.Store;
import org.w3id.trilateral.store.StoreContent;
import org.w3id.trilateral.store.StoreDirectory;

/**
 * What is loaded from files is what a home folder with the same statements holds, and lines that are wrong stay out.
 */
class BulkLoadTest {
    private static final int EVENTS = 1_000;

    @TempDir
    Path folder;

    private final List<Refusal> refusals = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> packagedQuestionsAnswerAsTheyDoFromMemory() throws IOException {
        Home plain = home("plain", "");
        Path file = folder.resolve("events.nt");
        generate(true, file);
        KnowledgeGraph stored = load(plain, file);
        KnowledgeGraph memory = KnowledgeGraph.load(home("full", Files.readString(file)));

        return Stream.concat(Stream.of(dynamicTest("same triples", () -> assertSame(triples(memory), triples(stored)))),
                QueryCatalogue.load(plain, stored.info()).all().stream().map(query -> dynamicTest(query.id(),
                        () -> assertEquals(rows(query, memory), rows(query, stored)))));
    }

    @Test
    void generatedConsequencesAreThoseOfTheRules() throws IOException {
        Home plain = home("plain", "");
        Path stated = folder.resolve("stated.nt");
        Path complete = folder.resolve("complete.nq");
        generate(true, stated);
        generate(false, complete);

        assertSame(triples(load(plain, stated)), triples(load(plain, complete)));
    }

    @Test
    void statementsInAnyOrderSayTheSame() throws IOException {
        Home plain = home("plain", "");
        Path inOrder = folder.resolve("order.nt");
        generate(true, inOrder);
        List<String> lines = new ArrayList<>(Files.readAllLines(inOrder));
        Collections.shuffle(lines, new Random(3));
        Path shuffled = folder.resolve("shuffled.nt");
        Files.write(shuffled, lines);

        assertSame(triples(load(plain, inOrder)), triples(load(plain, shuffled)));
    }

    private static void assertSame(TreeSet<String> expected, TreeSet<String> actual) {
        assertEquals(expected.size(), actual.size());
        List<String> missing = expected.stream().filter(line -> !line.contains("_:") && !actual.contains(line))
                .toList();
        List<String> extra = actual.stream().filter(line -> !line.contains("_:") && !expected.contains(line)).toList();
        assertTrue(missing.isEmpty() && extra.isEmpty(), () -> missing.size() + " missing: " + missing.stream()
                .limit(5).toList()
                + ", " + extra.size() + " too many: " + extra.stream().limit(5).toList());
    }

    private static void generate(boolean stated, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            StreamRDF writer = StreamRDFWriter.getWriterStream(out, Lang.NTRIPLES);
            writer.start();
            new GeneratedEvents(EVENTS, Shape.BURSTY, 3, stated).write(new Home(Path.of("")), writer::triple);
            writer.finish();
        }
    }

    /** The ontology and questions of the real home, with no data but a few words of the data set and more. */
    private Home home(String name, String more) throws IOException {
        Path home = folder.resolve(name);
        for (String part : List.of("ontology", "queries")) {
            copy(Path.of(part), home.resolve(part));
        }
        Files.createDirectories(home.resolve("data"));
        Files.copy(Path.of("data/dataset.ttl"), home.resolve("data/dataset.ttl"));
        Files.writeString(home.resolve("data/more.ttl"), more);
        return new Home(home);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.sorted().toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
    }

    private KnowledgeGraph load(Home home, Path... files) {
        Path store = folder.resolve("store-" + files[0].getFileName());
        LoadReport[] report = new LoadReport[1];
        KnowledgeGraph base = KnowledgeGraph.load(home);
        try (StoreDirectory directory = StoreDirectory.open(store)) {
            directory.fill(database -> {
                report[0] = new BulkLoad(home, base, new Collecting()).fill(database, List.of(files));
                return new StoreContent(StoreContent.Kind.LOADED, report[0].fingerprint(), base.fingerprint(),
                        report[0].triples(), List.of("events"));
            });
        }
        KnowledgeGraph graph = new Store(home, () -> base).open(store.toString());
        assertEquals(report[0].triples(), triples(graph).size(), "the count of triples");
        return graph;
    }

    private static TreeSet<String> triples(KnowledgeGraph graph) {
        TreeSet<String> lines = new TreeSet<>();
        graph.read(data -> {
            data.getDefaultGraph().find().forEachRemaining(triple -> lines.add(line(triple)));
            return null;
        });
        return lines;
    }

    private static String line(Triple triple) {
        return NodeFmtLib.str(triple);
    }

    private static Object rows(PackagedQuery query, KnowledgeGraph graph) {
        Answer answer = new Execution(graph, Limits.LOCAL).run(query.with(Map.of(), graph));
        return answer instanceof Answer.Table table ? table.rows().stream()
                .collect(groupingBy(row -> row, counting())) : answer;
    }

    @Test
    void aWrongLineIsToldWithItsNumberAndTheOthersAreLoaded() throws IOException {
        Path file = folder.resolve("wrong.nq");
        Files.writeString(file, """
                <http://example.org/a> <http://example.org/p> "one" .
                <http://example.org/a> <http://example.org/p> "two .

                # a comment
                <http://example.org/a> <relative> "three" .
                <http://example.org/a> <http://example.org/p> "f\\u00fcnf"@de-CH <http://example.org/g> . # another
                <http://example.org/a> "p" "six" .
                _:x <http://example.org/p> _:x.y .
                <http://example.org/a> <http://example.org/p q> "eight" .
                <http://example.org/a> <http://example.org/p> "nine"
                """.stripTrailing());

        KnowledgeGraph graph = load(home("plain", ""), file);

        assertEquals(List.of(2L, 5L, 7L, 9L, 10L), refusals.stream().map(Refusal::line).toList(), refusals.toString());
        assertTrue(refusals.get(0).reason().contains("\"two"), refusals.get(0).toString());
        assertTrue(triples(graph).contains("<http://example.org/a> <http://example.org/p> \"fünf\"@de-CH"), "escapes");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws IOException {
        Path file = folder.resolve("latin.nt");
        Files.write(file, "<http://example.org/a> <http://example.org/p> \"\u00fc\" .\n".getBytes(ISO_8859_1));

        load(home("plain", ""), file);

        assertEquals("it is not UTF-8", refusals.get(0).reason().substring(0, 15));
    }

    @Test
    void compressedTurtleAndTrigAreReadToo() throws IOException {
        Path turtle = folder.resolve("a.ttl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(turtle))) {
            out.write("PREFIX e: <http://example.org/> e:a e:p 1 , 2 .".getBytes(UTF_8));
        }
        Path trig = folder.resolve("b.trig");
        Files.writeString(trig, "PREFIX e: <http://example.org/> e:g { e:a e:p 3 } e:a e:p 1 .");
        Home plain = home("plain", "");
        int before = triples(KnowledgeGraph.load(plain)).size();

        KnowledgeGraph graph = load(plain, turtle, trig);

        assertEquals(before + 3, triples(graph).size());
        assertTrue(graph.graphNames().toString().contains("graph/loaded/a"), graph.graphNames().toString());
    }

    @Test
    void aTurtleFileThatIsWrongLeavesTheStoreAsItWas() throws IOException {
        Path file = folder.resolve("wrong.ttl");
        Files.writeString(file, "<http://example.org/a> <http://example.org/p> ;;; .\n oops");
        Home plain = home("plain", "");

        TrilateralException failure = assertThrows(TrilateralException.class, () -> load(plain, file));

        assertTrue(failure.getMessage().contains("wrong.ttl") && failure.getMessage().contains("line: "), failure
                .getMessage());
        assertFalse(Files.exists(folder.resolve("store-wrong.ttl/trilateral-store.properties")));
    }

    private final class Collecting implements LoadListener {
        @Override
        public void read(long statements) {
            assertTrue(statements > 0);
        }

        @Override
        public void refused(Refusal refusal) {
            refusals.add(refusal);
        }

        @Override
        public void begins(String part) {
            assertFalse(part.isBlank());
        }
    }
}
