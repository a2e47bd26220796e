package org.w3id.trilateral.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Random text filters on random values have the same solutions, as often, with the extension as without. */
class TextFilters_EquivalenceTest {
    /** How many for each kind of dataset; {@code -Dtext.queries=100000 -Dtext.seed=7} for more and others. */
    private static final int QUERIES = Integer.getInteger("text.queries", 1_200);
    private static final long SEED = Long.getLong("text.seed", 20_241_122L);
    private static final int QUERIES_PER_DATASET = 50;
    private static final List<String> PATTERNS = List.of(
            "?s :label ?l FILTER (%1$s)",
            "?s a :C ; :label ?l FILTER (%1$s)",
            "?s :label ?l ; a :C ; :next ?t FILTER (%1$s) FILTER (isIRI(?t))",
            "?s :label ?l ; :name ?m FILTER (%1$s && %2$s)",
            "?s :label ?l ; :name ?m FILTER (%1$s || %2$s)",
            "?s :label ?l . ?t :name ?l FILTER (%1$s)",
            "?l :label ?l FILTER (%1$s)",
            "[] :label ?l FILTER (%1$s)",
            ":s1 :label ?l FILTER (%1$s)",
            "?s ?p ?l FILTER (%1$s)",
            "?s :label ?l FILTER (%1$s && LANG(?l) = 'en')",
            "?s a :C OPTIONAL { ?s :label ?l FILTER (%1$s) }",
            "?s :label ?l OPTIONAL { ?s :name ?m } FILTER (%1$s) FILTER (!bound(?m) || %2$s)",
            "{ ?s :label ?l FILTER (%1$s) } UNION { ?s :name ?l FILTER (%1$s) }",
            "?s :next ?t { SELECT DISTINCT ?s { ?s :label ?l FILTER (%1$s) } }",
            "{ SELECT (COUNT(*) AS ?n) { ?s :label ?l FILTER (%1$s) } }",
            "{ SELECT ?s (MIN(STR(?l)) AS ?first) { ?s :label ?l FILTER (%1$s) } GROUP BY ?s }",
            "GRAPH :g1 { ?s :label ?l FILTER (%1$s) }",
            "GRAPH ?g { ?s :label ?l FILTER (%1$s) }",
            "?s a :C FILTER NOT EXISTS { ?s :label ?l FILTER (%1$s) }",
            "?s a :C FILTER EXISTS { ?s :next ?t . ?t :label ?l FILTER (%1$s) }",
            "?s a :C MINUS { ?s :label ?l FILTER (%1$s) }",
            "VALUES ?s { :s1 :s2 :s3 } ?s :label ?l FILTER (%1$s)",
            "?s :label ?l BIND (STRLEN(STR(?l)) AS ?n) FILTER (%1$s && ?n > 3)",
            "?s :label ?l FILTER (%1$s) ?s :next/:next? ?t",
            "?s :label ?l . ?s :next ?u . ?u :name ?m FILTER (%1$s) FILTER (%2$s)",
            "?s a :C ; :next ?t ; :label ?l FILTER (?t != :s1 && %1$s)",
            "?s a :C ; :name ?m ; :next ?t ; :label ?l FILTER (STRLEN(STR(?m)) > 2 && %1$s)",
            "{ ?s a :C FILTER (!bound(?l)) } ?s :label ?l FILTER (%1$s)",
            "{ ?s :next ?t FILTER (!EXISTS { ?t :name ?l }) } ?s :label ?l FILTER (%1$s)");

    @BeforeAll
    static void badLiteralsAreNoNews() {
        NodeValue.VerboseWarnings = false;
    }

    @TestFactory
    Stream<DynamicTest> theSolutionsAreThoseOfPlainArq() {
        return Stream.of(Datasets.values()).map(kind -> DynamicTest.dynamicTest(kind.name(), () -> check(kind)));
    }

    private static void check(Datasets kind) {
        int searched = 0;
        int answered = 0;
        int keeping = 0;
        for (int made = 0; made < QUERIES; made += QUERIES_PER_DATASET) {
            Random random = new Random(SEED + made);
            RandomTexts texts = new RandomTexts(random);
            DatasetGraph data = kind.of(quads(random, texts));
            KeptTexts kept = new KeptTexts(1 << 24);
            for (int i = 0; i < QUERIES_PER_DATASET; i++) {
                String text = query(random, texts);
                Query query = QueryFactory.create(text);
                List<String> plain = rows(data, query, ARQ.getContext().copy());
                Context context = context(kept);
                assertEquals(plain, rows(data, query, context), () -> "reading " + text);
                assertEquals(plain, rows(data, query, context), () -> "searching " + text);
                searched += TextFilters.explain(query, context).isEmpty() ? 0 : 1;
                answered += plain.isEmpty() ? 0 : 1;
            }
            keeping += kept.bytesHeld() > 0 ? QUERIES_PER_DATASET : 0;
            data.close();
        }
        assertTrue(keeping > QUERIES * 0.8, "queries over data with kept texts: " + keeping + " of " + QUERIES);
        assertTrue(searched > QUERIES * 0.4, "queries with a search: " + searched + " of " + QUERIES);
        assertTrue(answered > QUERIES * 0.3, "queries with an answer: " + answered + " of " + QUERIES);
    }

    private static String query(Random random, RandomTexts texts) {
        String pattern = PATTERNS.get(random.nextInt(PATTERNS.size()));
        String from = random.nextInt(12) == 0 ? "FROM :g1 FROM :g2 FROM NAMED :g1 " : "";
        return "PREFIX : <urn:x:> SELECT * " + from + "{ " + pattern.formatted(texts.condition("?l"),
                texts.condition("?m")) + " }";
    }

    /** Up to a few blocks of values, some of them in two graphs. */
    private static List<Quad> quads(Random random, RandomTexts texts) {
        List<Quad> quads = new ArrayList<>();
        int subjects = random.nextInt(8) == 0 ? 900 : 10 + random.nextInt(60);
        IntStream.range(0, subjects).forEach(i -> {
            Node subject = node(":s" + i);
            for (String property : List.of(":label", ":label", ":name")) {
                Node value = value(random, texts);
                quads.add(new Quad(node(":g" + random.nextInt(3)), subject, node(property), value));
                quads.add(new Quad(node(":g" + random.nextInt(3)), subject, node(property), value));
            }
            quads.add(new Quad(node(":g1"), subject, node(":next"), node(":s" + (i % 10 == 9 ? i - 9 : i + 1))));
            if (i % 2 == 0) {
                quads.add(new Quad(node(":g2"), subject, node("rdf:type"), node(":C")));
            }
        });
        return quads;
    }

    private static Node value(Random random, RandomTexts texts) {
        String text = RandomTexts.quoted(texts.text());
        return switch (random.nextInt(60)) {
            case 0 -> node(":" + random.nextInt(9) + "summit");
            case 1 -> node("_:b" + random.nextInt(9));
            case 2 -> node(String.valueOf(random.nextInt(200)));
            case 3 -> node("'0" + random.nextInt(200) + "'^^<http://www.w3.org/2001/XMLSchema#integer>");
            case 4 -> node("true");
            case 5 -> node(text + "^^<urn:x:type>");
            case 6, 7, 8, 9, 10 -> node(text + "@en");
            case 11, 12, 13 -> node(text + "@ko");
            default -> node(text);
        };
    }

    private static Node node(String text) {
        return NodeFactoryExtra.parseNode(text.startsWith(":") ? "<urn:x:" + text.substring(1) + ">"
                : text.equals("rdf:type") ? "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>" : text);
    }

    static Context context(KeptTexts kept) {
        Context context = ARQ.getContext().copy();
        TextFilters.install(context);
        context.set(TextFilters.KEPT_TEXTS, kept);
        context.set(TextFilters.FEW_ROWS, 0);
        return context;
    }

    static List<String> rows(DatasetGraph data, Query query, Context settings) {
        Context context = data.getContext().copy();
        context.putAll(settings);
        return Txn.calculateRead(data, () -> {
            List<String> rows = new ArrayList<>();
            try (QueryExec execution = QueryExec.dataset(data).query(query).context(context).build()) {
                execution.select().forEachRemaining(row -> rows.add(text(row)));
            }
            rows.sort(Comparator.naturalOrder());
            return rows;
        });
    }

    private static String text(Binding row) {
        TreeMap<String, String> values = new TreeMap<>();
        row.forEach((variable, term) -> values.put(variable.getVarName(), term.toString()));
        return values.toString();
    }
}
