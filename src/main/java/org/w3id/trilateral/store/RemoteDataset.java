package org.w3id.trilateral.store;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.DatasetGraphBaseFind;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Transactional;
import org.apache.jena.sparql.core.TransactionalLock;

/**
 * The graphs of a SPARQL service, to be read as if they were here. Look-ups of single patterns go through
 * {@link LookUps}.
 */
final class RemoteDataset extends DatasetGraphBaseFind {
    private final Remote remote;
    private final RemoteVersion version;
    private final PrefixMap prefixes = PrefixMapFactory.create();
    private final Transactional transactions = TransactionalLock.createMRSW();

    RemoteDataset(Remote remote, RemoteVersion version, Map<String, String> prefixes) {
        this.remote = remote;
        this.version = version;
        prefixes.forEach(this.prefixes::add);
        RemoteEngine.install(getContext(), remote);
    }

    @Override
    protected Iterator<Quad> findInDftGraph(Node subject, Node predicate, Node object) {
        return quads(Quad.defaultGraphIRI, subject, predicate, object);
    }

    @Override
    protected Iterator<Quad> findInSpecificNamedGraph(Node graph, Node subject, Node predicate, Node object) {
        return quads(graph, subject, predicate, object);
    }

    private Iterator<Quad> quads(Node graph, Node subject, Node predicate, Node object) {
        List<Triple> found = version.lookUps().find(graph, any(subject), any(predicate), any(object));
        return found.stream().map(triple -> Quad.create(graph, triple)).iterator();
    }

    private static Node any(Node node) {
        return node == null ? Node.ANY : node;
    }

    @Override
    protected Iterator<Quad> findInAnyNamedGraphs(Node subject, Node predicate, Node object) {
        return Iter.flatMap(listGraphNodes(), graph -> findInSpecificNamedGraph(graph, subject, predicate, object));
    }

    @Override
    public Iterator<Triple> findInUnionGraph(Node subject, Node predicate, Node object) {
        return Iter.map(findInDftGraph(subject, predicate, object), Quad::asTriple);
    }

    @Override
    public Graph getDefaultGraph() {
        return GraphView.createDefaultGraph(this);
    }

    @Override
    public Graph getGraph(Node name) {
        return GraphView.createNamedGraph(this, name);
    }

    @Override
    public boolean containsGraph(Node name) {
        return Quad.isDefaultGraph(name) || Quad.isUnionGraph(name) || version.lookUps().graphs().contains(name);
    }

    @Override
    public Iterator<Node> listGraphNodes() {
        return version.lookUps().graphs().iterator();
    }

    @Override
    public void addGraph(Node name, Graph graph) {
        throw readOnly();
    }

    @Override
    public void removeGraph(Node name) {
        throw readOnly();
    }

    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("a remote store is not written to");
    }

    @Override
    public PrefixMap prefixes() {
        return prefixes;
    }

    @Override
    public boolean supportsTransactions() {
        return true;
    }

    @Override
    public void begin(TxnType type) {
        transactions.begin(type);
    }

    @Override
    public boolean promote(Promote mode) {
        return false;
    }

    @Override
    public void commit() {
        transactions.commit();
    }

    @Override
    public void abort() {
        transactions.abort();
    }

    @Override
    public void end() {
        transactions.end();
    }

    @Override
    public boolean isInTransaction() {
        return transactions.isInTransaction();
    }

    @Override
    public ReadWrite transactionMode() {
        return transactions.transactionMode();
    }

    @Override
    public TxnType transactionType() {
        return transactions.transactionType();
    }
}
