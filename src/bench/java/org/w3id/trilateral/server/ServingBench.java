package org.w3id.trilateral.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sys.JenaSystem;

import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.link.Linksets;

/**
 * Measures serving, as ratios in one run: a packaged answer against a bare Jetty that sends the same bytes, and a light
 * query that no cache answers against stock Fuseki and against RDF4J behind Jetty, all over the same data.
 *
 * <p>Each server is a process of its own; they are asked in turn, round after round, by {@code wrk} where that is
 * installed, else by a client in this process. What counts is the median of the rounds after the first ones.
 * Settings are system properties: {@code seconds} of a round (5), {@code rounds} that count (5), {@code warm} rounds
 * before (4), {@code clients} (8), {@code home} folder (the one built in), {@code packaged} query.
 */
public final class ServingBench {
    private static final int SECONDS = Integer.getInteger("seconds", 5);
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int WARM = Integer.getInteger("warm", 4);
    private static final int CLIENTS = Integer.getInteger("clients", 8);
    private static final String PACKAGED = System.getProperty("packaged", "offices-without-a-recorded-holder");
    private static final String JSON = "application/sparql-results+json";
    private static final int ROWS = 13;

    private ServingBench() {
    }

    /** Runs all measurements and prints a table. */
    public static void main(String[] args) throws IOException, InterruptedException {
        JenaSystem.init();
        Home home = System.getProperty("home") == null ? Home.embedded()
                : new Home(Path.of(System.getProperty("home")));
        KnowledgeGraph graph = KnowledgeGraph.load(home, Linksets::graphs);
        Path folder = Files.createTempDirectory("serving");
        Path triples = folder.resolve("data.nt");
        try (OutputStream out = Files.newOutputStream(triples)) {
            graph.read(data -> {
                RDFDataMgr.write(out, data.getDefaultGraph(), Lang.NTRIPLES);
                return null;
            });
        }
        String event = "SELECT ?p ?o WHERE { <" + event(graph) + "> ?p ?o }";
        String query = "sparql?query=" + URLEncoder.encode(event, UTF_8).replace("+", "%20");
        try (Peer ours = Peer.start("this service", "org.w3id.trilateral.cli.Main", "serve", "--home", home.root()
                .toString(), "--port")) {
            Path body = folder.resolve("body");
            Files.write(body, ours.get("queries/" + PACKAGED, JSON));
            try (Peer bare = Peer.start("bare Jetty", BareJetty.class.getName(), body.toString())) {
                System.out.printf("%nPackaged answer of %d bytes, kept (G1)%n", Files.size(body));
                compare(Map.of(ours, "queries/" + PACKAGED, bare, ""), List.of(ours, bare));
            }
            try (Peer fuseki = Peer.start("stock Fuseki", StockFuseki.class.getName(), triples.toString());
                    Peer rdf4j = Peer.start("RDF4J behind Jetty", Rdf4jJetty.class.getName(), triples.toString())) {
                System.out.printf("%nLight query of about %d rows, not kept (G2)%n", ROWS);
                compare(Map.of(ours, query, fuseki, query, rdf4j, query), List.of(ours, fuseki, rdf4j));
            }
        }
    }

    /** A thing with about as many statements as the light query is to have rows. */
    private static String event(KnowledgeGraph graph) {
        return graph.read(data -> {
            Map<Node, Integer> counts = new HashMap<>();
            data.getDefaultGraph().find().forEachRemaining(t -> counts.merge(t.getSubject(), 1, Integer::sum));
            Comparator<Node> nearest = Comparator.comparing(thing -> Math.abs(counts.get(thing) - ROWS));
            return counts.keySet().stream().filter(Node::isURI).min(nearest.thenComparing(Node::getURI)).orElseThrow()
                    .getURI();
        });
    }

    /** Asks all of them in turn; prints medians, and ratios to the first. */
    private static void compare(Map<Peer, String> paths, List<Peer> peers) throws IOException, InterruptedException {
        Map<Peer, List<Round>> rounds = new LinkedHashMap<>();
        for (int i = 0; i < WARM + ROUNDS; i++) {
            for (Peer peer : peers) {
                Round round = peer.round(paths.get(peer), JSON, CLIENTS, SECONDS);
                if (i >= WARM) {
                    rounds.computeIfAbsent(peer, none -> new ArrayList<>()).add(round);
                }
            }
        }
        Round first = median(rounds.get(peers.get(0)));
        System.out.printf("%-20s %12s %12s %22s %22s%n", "", "requests/s", "CPU us each", "ours: requests/s ratio",
                "ours: CPU ratio");
        for (Peer peer : peers) {
            Round round = median(rounds.get(peer));
            System.out.printf("%-20s %12.0f %12.1f %22.2f %22.2f%n", peer.name(), round.rate(), round.micros(),
                    first.rate() / round.rate(), first.micros() / round.micros());
        }
    }

    private static Round median(List<Round> rounds) {
        return new Round(middle(rounds.stream().map(Round::rate).toList()), middle(rounds.stream().map(Round::micros)
                .toList()));
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /**
     * What one round gave.
     *
     * @param rate   requests a second
     * @param micros processor time of the server for each, in microseconds
     */
    record Round(double rate, double micros) {
    }
}
