package org.w3id.trilateral.store;

import java.util.Iterator;
import java.util.List;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.main.StageBuilder;
import org.apache.jena.tdb2.sys.TDBInternal;

import org.w3id.trilateral.graph.Columns;
import org.w3id.trilateral.graph.PatternOrder;
import org.w3id.trilateral.temporal.TemporalJoins;

/**
 * A TDB2 database whose default graph is the union of its named graphs. A view, so that ARQ does not reach around it.
 */
final class UnionDataset extends DatasetGraphWrapper implements DatasetGraphWrapperView, Columns.Source {
    private final StoreDirectory directory;
    private List<Node> names = List.of();

    /**
     * A view.
     *
     * @param database  a TDB2 database
     * @param directory where it lies; stays locked until this is closed
     */
    UnionDataset(DatasetGraph database, StoreDirectory directory) {
        super(database);
        this.directory = directory;
        DatabasePatterns patterns = new DatabasePatterns();
        StageBuilder.setGenerator(getContext(), patterns);
        PatternOrder.Weights weights = patterns::weights;
        getContext().set(PatternOrder.WEIGHTS, weights);
        getContext().set(TemporalJoins.PROPERTY_INDEX, new DatabaseIndex());
    }

    @Override
    public Graph getDefaultGraph() {
        return getR().getUnionGraph();
    }

    @Override
    public Columns columns() {
        return new DatabaseColumns(getWrapped());
    }

    @Override
    public Iterator<Quad> find(Quad pattern) {
        return find(pattern.getGraph(), pattern.getSubject(), pattern.getPredicate(), pattern.getObject());
    }

    @Override
    public Iterator<Quad> find(Node graph, Node subject, Node predicate, Node object) {
        return graph != null && Quad.isDefaultGraph(graph)
                ? Iter.map(getDefaultGraph().find(subject, predicate, object), triple ->
                        Quad.create(Quad.defaultGraphIRI, triple))
                : super.find(graph, subject, predicate, object);
    }

    @Override
    public boolean contains(Node graph, Node subject, Node predicate, Node object) {
        return Quad.isDefaultGraph(graph) ? getDefaultGraph().contains(subject, predicate, object)
                : super.contains(graph, subject, predicate, object);
    }

    @Override
    public boolean contains(Quad quad) {
        return contains(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject());
    }

    /** TDB2 goes through all quads for them; and a store is not written to while it is read. */
    @Override
    public synchronized Iterator<Node> listGraphNodes() {
        if (names.isEmpty()) {
            names = Iter.toList(super.listGraphNodes());
        }
        return names.iterator();
    }

    /** Closes the database and lets others have the folder. */
    @Override
    public void close() {
        TDBInternal.expel(getWrapped(), true);
        directory.close();
    }
}
