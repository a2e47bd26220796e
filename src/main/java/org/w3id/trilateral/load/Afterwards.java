package org.w3id.trilateral.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.graph.Rules;
import org.w3id.trilateral.graph.Terms;

/**
 * What follows only from the whole of a store: by the rules that are not followed while reading, and of what came in
 * pieces.
 */
final class Afterwards {
    private static final List<Node> OF_THE_WHOLE =
            List.of(NodeFactory.createURI(Terms.TRI + "kind"), NodeFactory.createURI(Terms.TRI + "endDay"));

    private final Rules late;
    private final Schema schema;
    private final Set<Streamed> rules;
    private final DatasetGraph database;
    private final Graph union;
    private long added;

    /**
     * The work on a store.
     *
     * @param home     whose rules are followed
     * @param database a TDB2 database in a transaction that writes
     */
    Afterwards(Home home, DatasetGraph database) {
        this.late = new Rules(home);
        this.schema = Schema.of(home);
        this.rules = Streamed.of(home);
        this.database = database;
        this.union = database.getUnionGraph();
    }

    /**
     * Adds what follows.
     *
     * @param scattered things whose kind and last day are to be derived again, from all that is said of them
     * @return how many triples the store holds more
     */
    long follow(Set<Node> scattered) {
        scattered.forEach(this::deriveAgain);
        Set<Node> events = new HashSet<>();
        for (Path rule : late.files()) {
            if (Streamed.of(rule).isEmpty()) {
                List<Triple> conclusions = late.conclusions(rule, union);
                conclusions.stream().map(Triple::getSubject).filter(thing -> !isEvent(thing)).forEach(events::add);
                deriveFrom(conclusions);
            }
        }
        events.stream().filter(this::isEvent).forEach(this::deriveAgain);
        return added;
    }

    private boolean isEvent(Node thing) {
        return union.contains(thing, RDF.Nodes.type, Terms.EVENT);
    }

    private void deriveFrom(List<Triple> conclusions) {
        List<Triple> following = new ArrayList<>(conclusions);
        Derivation<Node> derivation = derivation(following);
        conclusions.stream().filter(triple -> !union.contains(triple))
                .forEach(triple -> derivation.accept(triple.getSubject(), triple.getPredicate(), triple.getObject()));
        derivation.finish();
        following.forEach(this::add);
    }

    private void deriveAgain(Node thing) {
        for (Node property : OF_THE_WHOLE) {
            for (Triple before : database.getGraph(KnowledgeGraph.INFERRED).find(thing, property, Node.ANY).toList()) {
                database.delete(Quad.create(KnowledgeGraph.INFERRED, before));
                added -= union.contains(before) ? 0 : 1;
            }
        }
        List<Triple> stated = new ArrayList<>();
        database.find(Node.ANY, thing, Node.ANY, Node.ANY).forEachRemaining(quad -> {
            if (!quad.getGraph().equals(KnowledgeGraph.INFERRED)) {
                stated.add(quad.asTriple());
            }
        });
        List<Triple> following = new ArrayList<>();
        Derivation<Node> derivation = derivation(following);
        stated.forEach(triple -> derivation.accept(triple.getSubject(), triple.getPredicate(), triple.getObject()));
        derivation.finish();
        following.forEach(this::add);
    }

    private Derivation<Node> derivation(List<Triple> following) {
        return new Derivation<>(schema, rules, Naming.PLAIN, (s, p, o) -> following.add(Triple.create(s, p, o)));
    }

    private void add(Triple triple) {
        if (!union.contains(triple)) {
            database.add(Quad.create(KnowledgeGraph.INFERRED, triple));
            added++;
        }
    }
}
