package org.w3id.trilateral.query;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** All that a graph says of some things, and of the blank nodes that this leads to; found while it is read. */
final class Closure implements Iterator<Triple> {
    private final Graph graph;
    private final Deque<Node> waiting;
    private final Set<Node> seen;
    private Iterator<Triple> found = Set.<Triple>of().iterator();

    Closure(Set<Node> things, Graph graph) {
        this.graph = graph;
        this.waiting = new ArrayDeque<>(things);
        this.seen = new HashSet<>(things);
    }

    @Override
    public boolean hasNext() {
        while (!found.hasNext() && !waiting.isEmpty()) {
            found = graph.find(waiting.poll(), Node.ANY, Node.ANY);
        }
        return found.hasNext();
    }

    @Override
    public Triple next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Triple triple = found.next();
        if (triple.getObject().isBlank() && seen.add(triple.getObject())) {
            waiting.add(triple.getObject());
        }
        return triple;
    }
}
