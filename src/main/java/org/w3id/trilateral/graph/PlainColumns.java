package org.w3id.trilateral.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;

/** Columns of any graph: terms are numbered as they are met. For one thread at a time. */
final class PlainColumns implements Columns {
    private static final String LAST = "\uffff";

    private final Graph union;
    private final Graph inferred;
    private final List<Node> terms = new ArrayList<>();
    private final Map<Node, Long> numbers = new HashMap<>();

    PlainColumns(DatasetGraph data) {
        this.union = data.getDefaultGraph();
        this.inferred = data.getGraph(KnowledgeGraph.INFERRED);
    }

    @Override
    public synchronized void all(Order order, Triples triples) {
        List<long[]> all = new ArrayList<>();
        union.find().forEachRemaining(triple -> all.add(new long[] {numbered(triple.getSubject()),
                numbered(triple.getPredicate()), numbered(triple.getObject())}));
        int first = switch (order) {
            case SUBJECT -> 0;
            case PROPERTY -> 1;
            case OBJECT -> 2;
        };
        all.sort(Comparator.comparingLong((long[] triple) -> triple[first])
                .thenComparingLong(triple -> triple[(first + 1) % 3]).thenComparingLong(t -> t[(first + 2) % 3]));
        all.forEach(triple -> triples.accept(triple[0], triple[1], triple[2]));
    }

    @Override
    public long count(Node property) {
        return Iter.count(union.find(Node.ANY, property, Node.ANY));
    }

    @Override
    public long count(Node property, Node object) {
        return Iter.count(union.find(Node.ANY, property, object));
    }

    @Override
    public synchronized void pairs(Node property, Pairs pairs) {
        Map<Node, List<Node>> byObject = new HashMap<>();
        union.find(Node.ANY, property, Node.ANY).forEachRemaining(triple ->
                byObject.computeIfAbsent(triple.getObject(), o -> new ArrayList<>(1)).add(triple.getSubject()));
        byObject.forEach((object, subjects) ->
                subjects.forEach(subject -> pairs.accept(numbered(subject), numbered(object))));
    }

    @Override
    public synchronized long[] subjects(Node property, Node object) {
        return union.find(Node.ANY, property, object).mapWith(Triple::getSubject).toList().stream()
                .mapToLong(this::numbered).sorted().toArray();
    }

    @Override
    public synchronized long[] first(Node property, long[] among, int most) {
        return Arrays.stream(among).boxed()
                .sorted(Comparator.comparing((Long number) -> least(terms.get(number.intValue()), property)))
                .limit(most).mapToLong(Long::longValue).toArray();
    }

    private String least(Node subject, Node property) {
        return union.find(subject, property, Node.ANY).mapWith(triple -> triple.getObject().toString()).toList()
                .stream().min(Comparator.naturalOrder()).orElse(LAST);
    }

    @Override
    public synchronized void incoming(Node object, Pairs pairs) {
        Map<Node, List<Node>> bySubject = new HashMap<>();
        union.find(Node.ANY, Node.ANY, object).filterDrop(inferred::contains).forEachRemaining(triple ->
                bySubject.computeIfAbsent(triple.getSubject(), s -> new ArrayList<>(1)).add(triple.getPredicate()));
        bySubject.forEach((subject, properties) ->
                properties.forEach(property -> pairs.accept(numbered(property), numbered(subject))));
    }

    @Override
    public synchronized void texts(long[] all, Texts texts) {
        for (int i = 0; i < all.length; i++) {
            Node term = terms.get((int) all[i]);
            texts.accept(i, term.isLiteral() ? term.getLiteralLexicalForm() : term.isURI() ? term.getURI() : "");
        }
    }

    @Override
    public synchronized void datatypes(long[] all, Texts texts) {
        for (int i = 0; i < all.length; i++) {
            Node term = terms.get((int) all[i]);
            texts.accept(i, term.isLiteral() ? term.getLiteralDatatypeURI() : "");
        }
    }

    @Override
    public synchronized Node term(long number) {
        return terms.get((int) number);
    }

    @Override
    public synchronized long number(Node term) {
        return numbered(term);
    }

    private long numbered(Node term) {
        return numbers.computeIfAbsent(term, t -> {
            terms.add(t);
            return terms.size() - 1L;
        });
    }
}
