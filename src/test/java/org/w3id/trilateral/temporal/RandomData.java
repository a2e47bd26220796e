package org.w3id.trilateral.temporal;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.vocabulary.RDF;

/**
 * Small random datasets: events of three classes with days, ends and states; of one kind of value mostly, or of all.
 */
final class RandomData {
    static final String NS = "http://example.org/";
    private static final List<String> CLASSES = List.of("A", "B", "C");
    private static final List<String> ZONES = List.of("", "", "Z", "+09:00", "-05:00", "+13:30");

    private final Random random;
    private final int kind;

    RandomData(Random random) {
        this.random = random;
        this.kind = random.nextInt(14);
    }

    /** True if the values of this data are moments. */
    boolean hasMoments() {
        return kind >= 4 && kind <= 9;
    }

    /** A dataset in memory, of one of ARQ's makes; rarely in TDB2. */
    DatasetGraph make() {
        int make = random.nextInt(40);
        DatasetGraph data = make == 0 ? DatabaseMgr.createDatasetGraph()
                : make < 15 ? DatasetGraphFactory.create() : DatasetGraphFactory.createTxnMem();
        int events = 3 + random.nextInt(6);
        Txn.executeWrite(data, () -> {
            for (Node graph : List.of(Quad.defaultGraphIRI, iri("g1"), iri("g2"))) {
                for (int i = 0; i < events; i++) {
                    event(data, graph, iri("e" + random.nextInt(20)));
                }
            }
        });
        return data;
    }

    private void event(DatasetGraph data, Node graph, Node event) {
        data.add(graph, event, RDF.type.asNode(), iri(CLASSES.get(random.nextInt(3))));
        several(0.95, () -> data.add(graph, event, iri("day"), value()));
        several(0.6, () -> data.add(graph, event, iri("end"), value()));
        several(0.8, () -> data.add(graph, event, iri("state"),
                random.nextInt(12) == 0 ? value() : iri("s" + random.nextInt(3))));
        several(0.2, () -> data.add(graph, event, iri("after"), iri("e" + random.nextInt(20))));
    }

    private void several(double chance, Runnable adding) {
        for (double left = chance; random.nextDouble() < left; left /= 5) {
            adding.run();
        }
    }

    private Node value() {
        return random.nextInt(40) == 0 ? of(random.nextInt(14)) : of(kind);
    }

    private Node of(int which) {
        return switch (which) {
            case 0, 1, 2 -> literal(String.valueOf(random.nextInt(16)), XSDDatatype.XSDinteger);
            case 3 -> anyNumber();
            case 4, 5 -> literal(date(), XSDDatatype.XSDdate);
            case 6 -> literal(date() + zone(), XSDDatatype.XSDdate);
            case 7 -> literal(date() + time(), XSDDatatype.XSDdateTime);
            case 8 -> literal(date() + time() + "Z", XSDDatatype.XSDdateTime);
            case 9 -> literal(date() + time() + zone(), XSDDatatype.XSDdateTime);
            case 10 -> pick(() -> NodeFactory.createLiteralString(date()), () -> iri("x"),
                    () -> literal("2020", XSDDatatype.XSDgYear),
                    () -> NodeFactory.createLiteralLang("x", "en"), () -> literal("abc", XSDDatatype.XSDinteger),
                    () -> literal("2020-02-30", XSDDatatype.XSDdate),
                    () -> literal("P3D", XSDDatatype.XSDdayTimeDuration),
                    () -> NodeFactory.createBlankNode());
            case 11 -> NodeFactory.createLiteralString(random.nextInt(3) > 0 ? date() + (random.nextBoolean() ? ""
                    : time()) : pick("", "2020", "T1", "S", "U", "-5", "a", "/x", "2020-02-03Z"));
            case 12 -> random.nextBoolean() ? literal("20" + (10 + random.nextInt(9)), XSDDatatype.XSDgYear)
                    : literal("2020-0" + (1 + random.nextInt(9)) + (random.nextInt(5) == 0 ? "Z" : ""),
                            XSDDatatype.XSDgYearMonth);
            default -> of(random.nextInt(13));
        };
    }

    private Node anyNumber() {
        String whole = String.valueOf(random.nextInt(9));
        return pick(() -> literal(whole, XSDDatatype.XSDinteger), () -> literal("0" + whole, XSDDatatype.XSDinteger),
                () -> literal(whole + ".5", XSDDatatype.XSDdecimal),
                () -> literal(whole + ".0", XSDDatatype.XSDdecimal),
                () -> literal(whole + ".5e0", XSDDatatype.XSDdouble), () -> literal("NaN", XSDDatatype.XSDdouble),
                () -> literal("INF", XSDDatatype.XSDdouble), () -> literal(whole + ".25", XSDDatatype.XSDfloat),
                () -> literal("1677721" + whole, XSDDatatype.XSDint),
                () -> literal("90071992547409" + whole + "0", XSDDatatype.XSDlong),
                () -> literal(whole, XSDDatatype.XSDbyte));
    }

    @SafeVarargs
    private Node pick(Supplier<Node>... choices) {
        return choices[random.nextInt(choices.length)].get();
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String date() {
        return "2020-0" + (2 + random.nextInt(2)) + "-"
                + (random.nextBoolean() ? "0" + (1 + random.nextInt(5)) : "2" + random.nextInt(9));
    }

    private String time() {
        return "T" + (10 + random.nextInt(13)) + ":30:00" + (random.nextInt(4) == 0 ? ".250" : "");
    }

    private String zone() {
        return ZONES.get(random.nextInt(ZONES.size()));
    }

    private static Node literal(String text, XSDDatatype type) {
        return NodeFactory.createLiteralDT(text, type);
    }

    static Node iri(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
