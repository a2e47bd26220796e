package org.w3id.trilateral.query;

import java.util.Iterator;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphReadOnly;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * A dataset in which each step of each look-up passes a {@link Guard}. Paths, products and look-ups that find nothing
 * end in time because all of them come through here. A view, so that ARQ does not reach around it.
 */
final class GuardedDataset extends DatasetGraphReadOnly implements DatasetGraphWrapperView {
    private final Guard guard;

    GuardedDataset(DatasetGraph data, Guard guard) {
        super(data);
        this.guard = guard;
    }

    @Override
    public Graph getDefaultGraph() {
        return new GuardedGraph(super.getDefaultGraph(), guard);
    }

    @Override
    public Graph getUnionGraph() {
        return new GuardedGraph(super.getUnionGraph(), guard);
    }

    /** The graph of that name; an empty one where there is none, for the dataset would try to make it. */
    @Override
    public Graph getGraph(Node name) {
        boolean exists = Quad.isDefaultGraph(name) || Quad.isUnionGraph(name) || containsGraph(name);
        return new GuardedGraph(exists ? super.getGraph(name) : Graph.emptyGraph, guard);
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        return new Steps<>(super.listGraphNodes(), guard);
    }

    @Override
    public Iterator<Quad> find(Quad pattern) {
        return new Steps<>(super.find(pattern), guard);
    }

    @Override
    public Iterator<Quad> find(Node graph, Node subject, Node predicate, Node object) {
        return new Steps<>(super.find(graph, subject, predicate, object), guard);
    }

    @Override
    public Iterator<Quad> findNG(Node graph, Node subject, Node predicate, Node object) {
        return new Steps<>(super.findNG(graph, subject, predicate, object), guard);
    }

    private static final class GuardedGraph extends WrappedGraph {
        private final Guard guard;

        GuardedGraph(Graph graph, Guard guard) {
            super(graph);
            this.guard = guard;
        }

        @Override
        public ExtendedIterator<Triple> find(Triple pattern) {
            guard.step();
            return new Steps<>(super.find(pattern), guard);
        }

        @Override
        public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
            guard.step();
            return new Steps<>(super.find(subject, predicate, object), guard);
        }

        @Override
        public boolean contains(Node subject, Node predicate, Node object) {
            guard.step();
            return super.contains(subject, predicate, object);
        }

        @Override
        public boolean contains(Triple triple) {
            guard.step();
            return super.contains(triple);
        }
    }

    private static final class Steps<T> extends WrappedIterator<T> {
        private final Guard guard;

        Steps(Iterator<? extends T> found, Guard guard) {
            super(found, true);
            this.guard = guard;
        }

        @Override
        public T next() {
            guard.step();
            return super.next();
        }
    }
}
