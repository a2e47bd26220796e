package org.w3id.trilateral.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;

import org.w3id.trilateral.graph.Columns;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.graph.Terms;

/**
 * The stated triples that name a node: all of them or, where there are very many, of each property those whose subjects
 * are the earliest.
 *
 * @param triples those that are shown
 * @param more    of a property, how many there are besides; none for a property of which all are shown
 */
record Incoming(List<Triple> triples, Map<Node, Integer> more) {
    /** So many are read as they are. */
    static final int MANY = 5_000;
    /** So many of a property are shown where there are more than can be read. */
    static final int SHOWN = 200;

    Incoming {
        triples = List.copyOf(triples);
        more = Map.copyOf(more);
    }

    static Incoming of(Node node, DatasetGraph data) {
        Graph union = data.getDefaultGraph();
        Graph inferred = data.getGraph(KnowledgeGraph.INFERRED);
        List<Triple> all = new ArrayList<>();
        var found = union.find(Node.ANY, Node.ANY, node);
        try {
            while (found.hasNext() && all.size() < MANY) {
                all.add(found.next());
            }
        } finally {
            found.close();
        }
        return all.size() < MANY
                ? new Incoming(all.stream().filter(triple -> !inferred.contains(triple)).toList(), Map.of())
                : first(node, Columns.of(data));
    }

    private static Incoming first(Node node, Columns columns) {
        Map<Long, LongStream.Builder> byProperty = new HashMap<>();
        columns.incoming(node, (property, subject) ->
                byProperty.computeIfAbsent(property, p -> LongStream.builder()).add(subject));
        List<Triple> triples = new ArrayList<>();
        Map<Node, Integer> more = new HashMap<>();
        byProperty.forEach((number, subjects) -> {
            Node property = columns.term(number);
            long[] all = subjects.build().sorted().toArray();
            long[] shown = all.length <= SHOWN ? all : columns.first(Terms.START, all, SHOWN);
            Arrays.stream(shown).forEach(subject ->
                    triples.add(Triple.create(columns.term(subject), property, node)));
            if (all.length > shown.length) {
                more.put(property, all.length - shown.length);
            }
        });
        return new Incoming(triples, more);
    }
}
