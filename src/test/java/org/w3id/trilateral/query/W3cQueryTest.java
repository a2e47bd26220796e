package org.w3id.trilateral.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetRewindable;
import org.apache.jena.sparql.resultset.ResultsCompare;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import org.w3id.trilateral.temporal.TemporalJoins;

/**
 * The query evaluation tests of SPARQL 1.0 and 1.1, but those that call another service: time-window joins, and the way
 * in which this service runs a query, change the outcome of none. They are read from the folder {@code sparql} within {@code -Dw3c.tests=FOLDER}; without it there is
 * nothing to test.
 */
class W3cQueryTest {
    private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    /** What ARQ gives with a leading zero, and we do not. */
    private static final Pattern PARTS = Pattern.compile("(?i)\\b(month|day|hours|minutes)\\s*\\(");
    private static final String QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";

    @TestFactory
    Stream<DynamicTest> theOutcomeIsThatOfPlainArq() throws IOException {
        String folder = System.getProperty("w3c.tests", "");
        if (folder.isEmpty()) {
            return Stream.of();
        }
        Path tests = Path.of(folder, "sparql");
        List<Path> manifests;
        try (Stream<Path> files = Files.walk(tests)) {
            manifests = files.filter(file -> file.endsWith("manifest.ttl")
                    && !file.startsWith(tests.resolve("sparql12"))
                    && !file.getParent().endsWith("service")).sorted().toList();
        }
        return manifests.stream().flatMap(W3cQueryTest::tests);
    }

    private static Stream<DynamicTest> tests(Path manifest) {
        Graph graph = RDFDataMgr.loadGraph(manifest.toUri().toString());
        return graph.find(Node.ANY, RDF.type.asNode(), mf("QueryEvaluationTest")).toList().stream()
                .map(triple -> dynamicTest(manifest.getParent().getFileName() + " " + triple.getSubject()
                .getLocalName(),
                        () -> test(graph, triple.getSubject())));
    }

    private static void test(Graph manifest, Node test) throws IOException {
        Node action = one(manifest, test, mf("action")).orElseThrow();
        Query query;
        try {
            String file = one(manifest, action, qt("query")).orElseThrow().getURI();
            query = QueryFactory.create(Files.readString(Path.of(URI.create(file))), file, Syntax.syntaxSPARQL_11);
        } catch (QueryParseException e) {
            return;
        }
        DatasetGraph data = data(manifest, action, query);
        if (query.isSelectType()) {
            RowSetRewindable plain = rows(data, query, false);
            RowSetRewindable joined = rows(data, query, true);
            boolean isSame = ResultsCompare.equalsByTerm(plain, joined);
            plain.reset();
            joined.reset();
            assertTrue(isSame || PARTS.matcher(query.toString()).find()
                    && ResultsCompare.equalsByValue(plain, joined), query::toString);
            Optional<Node> result = one(manifest, test, mf("result"))
                    .filter(file -> file.getURI().matches(".*\\.sr[xj]"));
            if (result.isPresent()) {
                RowSetRewindable expected = expected(result.get());
                plain.reset();
                joined.reset();
                boolean before = ResultsCompare.equalsByValue(expected, plain);
                expected.reset();
                assertEquals(before, ResultsCompare.equalsByValue(expected, joined));
            }
        } else if (query.isAskType()) {
            assertEquals(execution(data, query, false).ask(), execution(data, query, true).ask());
        } else if (query.isConstructType()) {
            assertTrue(execution(data, query, false).construct()
                    .isIsomorphicWith(execution(data, query, true).construct()));
        }
    }

    private static RowSetRewindable expected(Node file) throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(URI.create(file.getURI())))) {
            return RowSet.adapt(ResultSetMgr.read(in, RDFLanguages.filenameToLang(file.getURI()))).rewindable();
        }
    }

    private static DatasetGraph data(Graph manifest, Node action, Query query) {
        DatasetGraph data = DatasetGraphFactory.createGeneral();
        manifest.find(action, qt("data"), Node.ANY)
                .forEachRemaining(t -> RDFDataMgr.read(data, t.getObject().getURI()));
        manifest.find(action, qt("graphData"), Node.ANY).forEachRemaining(t -> {
            if (t.getObject().isURI()) {
                data.addGraph(t.getObject(), RDFDataMgr.loadGraph(t.getObject().getURI()));
            }
        });
        query.getGraphURIs().forEach(name -> RDFDataMgr.read(data, name));
        query.getNamedGraphURIs()
                .forEach(name -> data.addGraph(NodeFactory.createURI(name), RDFDataMgr.loadGraph(name)));
        query.getGraphURIs().clear();
        query.getNamedGraphURIs().clear();
        return data;
    }

    private static RowSetRewindable rows(DatasetGraph data, Query query, boolean joins) {
        try (QueryExec execution = execution(data, query, joins)) {
            return execution.select().rewindable();
        }
    }

    private static QueryExec execution(DatasetGraph data, Query query, boolean joins) {
        Context context = ARQ.getContext().copy();
        if (!joins) {
            return QueryExec.dataset(data).query(query).context(context).build();
        }
        TemporalJoins.install(context);
        Guard guard = new Guard(new Limits(Duration.ofSeconds(60), 1_000_000));
        return QueryExec.dataset(new GuardedDataset(data, guard)).query(query)
                .context(Hardening.context(new PreparedQuery(query), context, guard)).build();
    }

    private static Optional<Node> one(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).nextOptional().map(Triple::getObject);
    }

    private static Node mf(String name) {
        return NodeFactory.createURI(MF + name);
    }

    private static Node qt(String name) {
        return NodeFactory.createURI(QT + name);
    }
}
