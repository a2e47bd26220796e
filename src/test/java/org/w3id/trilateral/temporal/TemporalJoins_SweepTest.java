package org.w3id.trilateral.temporal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is swept, because both sides are kept, is what plain ARQ finds: of points and spans, in order or not, with many
 * ties.
 */
class TemporalJoins_SweepTest {
    private static final int DATASETS = 6;
    private static final int THINGS = 110;
    private static final String A = "?a a :A ; :who ?z ; :from ?x . ";
    private static final String B = "?b a :B ; :who ?z ; :from ?y . ";

    @ParameterizedTest
    @ValueSource(strings = {
            "SELECT (COUNT(*) AS ?n) { " + A + B + "FILTER (?y > ?x && ?y <= ?x + 3) }",
            "SELECT ?a ?b { " + A + B + "FILTER (?y >= ?x - 2 && ?y < ?x + 3) }",
            "SELECT ?a ?b { " + A + "?b a :A ; :who ?z ; :from ?y . FILTER (?a != ?b && ?y >= ?x && ?y <= ?x + 2) }",
            "SELECT ?a (COUNT(*) AS ?n) (COUNT(?b) AS ?m) { ?a :who ?z ; :from ?x . OPTIONAL { " + B
                    + "FILTER (?y > ?x && ?y < ?x + 3) } } GROUP BY ?a",
            "SELECT ?z ?a (COUNT(?b) AS ?n) { " + A + B + "FILTER (?y = ?x) } GROUP BY ?z ?a",
            "SELECT ?a (MIN(?y) AS ?first) { " + A + B + "FILTER (?y > ?x) } GROUP BY ?a",
            "SELECT ?a (MAX(?y) AS ?last) (MAX(?y) AS ?again) { " + A + "OPTIONAL { " + B
            + "FILTER (?y < ?x) } } GROUP BY ?a",
            "SELECT ?a (MIN(?y - ?x) AS ?gap) { " + A + B + "FILTER (?y > ?x) } GROUP BY ?a",
            "SELECT ?z (MAX(?y - ?x) AS ?gap) { " + A + "OPTIONAL { " + B + "FILTER (?y < ?x) } } GROUP BY ?z",
            "SELECT ?z (MIN(?x - ?y) AS ?gap) { " + A + B + "FILTER (?y < ?x) } GROUP BY ?z",
            "SELECT ?a (MIN(?y) AS ?first) { " + A + B
            + "FILTER (?y > ?x) } GROUP BY ?a HAVING (MIN(?y) > 9) ORDER BY MIN(?y)",
            "SELECT ?a ?b { " + A + "?a :to ?u . " + B + "?b :to ?v . FILTER (?x <= ?v && ?y <= ?u) }",
            "SELECT (COUNT(*) AS ?n) { " + A + "?a :to ?u . " + B + "?b :to ?v . FILTER (?x <= ?v && ?y <= ?u) }",
            "SELECT ?a { " + A + "?a :to ?u . FILTER NOT EXISTS { " + B + "?b :to ?v . FILTER (?x < ?v && ?y < ?u) } }",
            "SELECT ?a ?b { " + A + B + "?b :to ?v . FILTER (?y <= ?x && ?x < ?v) }",
            "SELECT ?a ?b { " + A + B + "OPTIONAL { ?b :to ?v } FILTER (?y <= ?x && (!BOUND(?v) || ?x <= ?v)) }",
            "SELECT ?a ?b { " + A + "OPTIONAL { ?a :to ?u } " + B + "FILTER (?x <= ?y && (!BOUND(?u) || ?y < ?u)) }",
            "SELECT ?a ?b { " + A + B + "?b :to ?v . FILTER (?x <= ?y && ?v <= ?x + 4) }",
            "SELECT ?a ?b { ?a a :A ; :from ?x . ?b a :B ; :from ?y . FILTER (?y > ?x) "
                    + "FILTER NOT EXISTS { ?o a :B ; :from ?w . FILTER (?w > ?x && ?w < ?y) } }",
            "SELECT ?a ?b { ?a a :A ; :from ?x . ?b a :B ; :from ?y . FILTER (?y <= ?x) "
                    + "FILTER NOT EXISTS { ?o a :B ; :from ?w . FILTER (?w <= ?x && ?w > ?y) } }"})
    void keptRowsHaveThePartnersThatPlainArqFinds(String text) {
        Query query = QueryFactory.create("PREFIX : <" + RandomData.NS + "> " + text);
        for (int seed = 0; seed < DATASETS; seed++) {
            DatasetGraph data = new DatasetGraphMapLink(things(new Random(seed), seed % 2 == 0));
            KeptRows kept = new KeptRows(data, 10_000_000);

            List<String> plain = TemporalJoins_EquivalenceTest.rows(data, query, Optional.empty());

            for (int time = 0; time < 3; time++) {
                assertEquals(plain, TemporalJoins_EquivalenceTest.rows(data, query, Optional.of(kept)),
                        "seed " + seed + ", time " + time);
            }
        }
    }

    /**
     * Spans end in the order they begin with every second seed only; some have no end, and some numbers are written
     * otherwise.
     */
    private static Graph things(Random random, boolean inOrder) {
        Graph graph = GraphFactory.createDefaultGraph();
        boolean odd = random.nextInt(4) == 0;
        for (int i = 0; i < THINGS; i++) {
            Node thing = RandomData.iri("thing" + i);
            int from = random.nextInt(15);
            graph.add(thing, RDF.type.asNode(), RandomData.iri(random.nextBoolean() ? "A" : "B"));
            graph.add(thing, RandomData.iri("who"), RandomData.iri("state" + random.nextInt(2)));
            graph.add(thing, RandomData.iri("from"), number(odd && random.nextInt(8) == 0 ? "0" + from : "" + from));
            if (random.nextInt(5) > 0) {
                graph.add(thing, RandomData.iri("to"), number("" + (from + (inOrder ? 2 : random.nextInt(9)))));
            }
        }
        return graph;
    }

    private static Node number(String text) {
        return NodeFactory.createLiteralDT(text, XSDDatatype.XSDinteger);
    }
}
