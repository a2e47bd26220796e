package org.w3id.trilateral.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Single triple patterns over the graphs of a SPARQL service, for one state of its data.
 *
 * <p>A page asks for hundreds of them, so a thing is fetched with all its statements at once, and a property that is
 * asked of many things, as labels are, is fetched whole. A blank node cannot be named in a second request; therefore
 * the statements that mention one are fetched in a single answer, the first time that they matter. Safe for any number
 * of threads.
 */
final class LookUps {
    /** Most triples that are kept of single patterns, and of one property. */
    private static final int MOST_KEPT = 300_000;
    /** How often a property is asked of single things before it is fetched whole. */
    private static final int OFTEN = 24;

    private final PatternReader reader;
    private final Cache<Quad, List<Triple>> kept = Caffeine.newBuilder().maximumWeight(MOST_KEPT)
            .weigher((Quad pattern, List<Triple> found) -> found.size() + 1).build();
    private final Map<Quad, Optional<Graph>> extents = new ConcurrentHashMap<>();
    private final Map<Quad, AtomicInteger> asked = new ConcurrentHashMap<>();
    private Optional<Set<Node>> graphs = Optional.empty();
    private Optional<List<Quad>> blanks = Optional.empty();

    LookUps(Remote remote) {
        this.reader = new PatternReader(remote);
    }

    /** The named graphs, in no order. */
    synchronized Set<Node> graphs() {
        graphs = graphs.or(() -> Optional.of(reader.graphs()));
        return graphs.get();
    }

    /**
     * The triples of a graph, {@link Quad#defaultGraphIRI} or a named one, that match; {@link Node#ANY} matches all.
     */
    List<Triple> find(Node graph, Node subject, Node predicate, Node object) {
        Triple pattern = Triple.create(subject, predicate, object);
        if (subject.isBlank() || object.isBlank()) {
            return blanks(graph).filter(pattern::matches).toList();
        }
        boolean isOfOne = subject.isConcrete() || object.isConcrete();
        Optional<Graph> extent = isOfOne && predicate.isConcrete() ? extent(graph, predicate) : Optional.empty();
        if (extent.isPresent()) {
            return extent.get().find(pattern).toList();
        }
        Triple fetched = subject.isConcrete() ? Triple.create(subject, Node.ANY, Node.ANY) : pattern;
        List<Triple> found = kept.get(Quad.create(graph, fetched), key -> fetched(graph, fetched));
        return fetched.equals(pattern) ? found : found.stream().filter(pattern::matches).toList();
    }

    /** All triples of a property, where it has been asked for often and there are not too many. */
    private Optional<Graph> extent(Node graph, Node predicate) {
        Quad key = Quad.create(graph, Node.ANY, predicate, Node.ANY);
        Optional<Graph> known = extents.getOrDefault(key, Optional.empty());
        if (known.isPresent() || asked.computeIfAbsent(key, k -> new AtomicInteger()).incrementAndGet() != OFTEN) {
            return known;
        }
        Triple pattern = key.asTriple();
        if (reader.number(graph, pattern) > MOST_KEPT) {
            return Optional.empty();
        }
        Graph extent = GraphFactory.createDefaultGraph();
        fetched(graph, pattern).forEach(extent::add);
        extents.put(key, Optional.of(extent));
        return Optional.of(extent);
    }

    private List<Triple> fetched(Node graph, Triple pattern) {
        List<Triple> found = reader.read(graph, pattern);
        if (found.stream().noneMatch(LookUps::mentionsBlank)) {
            return found;
        }
        return Stream.concat(found.stream().filter(triple -> !mentionsBlank(triple)), blanks(graph)
                .filter(pattern::matches)).toList();
    }

    private static boolean mentionsBlank(Triple triple) {
        return triple.getSubject().isBlank() || triple.getObject().isBlank();
    }

    private Stream<Triple> blanks(Node graph) {
        return blanks().stream().filter(quad -> Quad.isDefaultGraph(graph) || quad.getGraph().equals(graph))
                .map(Quad::asTriple).distinct();
    }

    private synchronized List<Quad> blanks() {
        blanks = blanks.or(() -> Optional.of(reader.blanks()));
        return blanks.get();
    }
}
