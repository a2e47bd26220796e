package org.w3id.trilateral.graph;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.mem2.GraphMem2Roaring;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.system.Txn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/**
 * A home folder, loaded: the dataset, what it says of itself, and its fingerprint. Read-only after loading; safe for
 * any number of readers.
 *
 * <p>Each file is a named graph; the default graph holds the union of them all, each triple once, so that a query
 * without {@code GRAPH} never meets a fact twice.
 */
public final class KnowledgeGraph {
    /** Namespace of the named graphs. */
    public static final String GRAPHS = "https://w3id.org/trilateral/graph/";
    /** The named graph of what follows by the rules. */
    public static final Node INFERRED = NodeFactory.createURI(GRAPHS + "inferred");

    /** The named graph that a dump may add for other programs: each triple of the others once. */
    public static final Node UNION = NodeFactory.createURI(GRAPHS + "union");

    /** How long who asks waits for what is still being made. */
    public static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(KnowledgeGraph.class);

    private final DatasetGraph dataset;
    private final Optional<GraphMem2Roaring> union;
    private final DatasetInfo info;
    private final Version version;
    private final Names names;
    private final Set<Node> descriptions;
    private final Executor beside = new Beside();
    private final Kept<NameIndex> nameIndex;

    private KnowledgeGraph(DatasetGraph dataset, Optional<GraphMem2Roaring> union, DatasetInfo info, Version version,
                           Set<Node> descriptions) {
        Extensions.register(dataset, version);
        this.dataset = dataset;
        this.union = union;
        this.descriptions = Set.copyOf(descriptions);
        this.info = info;
        this.version = version;
        this.names = new Names(info);
        this.nameIndex = kept(data -> new NameIndex(data, names));
    }

    /**
     * A graph that is kept outside the memory of this program.
     *
     * @param dataset its default graph gives each triple of the named graphs once; may be read by many threads
     * @param info    what the home folder says of the data set
     * @param version tells the state of what is kept
     */
    public static KnowledgeGraph over(DatasetGraph dataset, DatasetInfo info, Version version) {
        return new KnowledgeGraph(dataset, Optional.empty(), info, version, Set.of());
    }

    /**
     * Reads all Turtle of a home folder, names its blank nodes and applies its rules.
     *
     * @throws TrilateralException {@link Fault#MALFORMED_SOURCE}, with file and line, for the first file that is not
     * right
     */
    public static KnowledgeGraph load(Home home) {
        return load(home, none -> Map.of());
    }

    /**
     * As {@link #load(Home)}, with graphs made from files that are not Turtle.
     *
     * @param more the further graphs of a home folder, by the local part of their names: {@code links/wikidata}
     */
    public static KnowledgeGraph load(Home home, Function<Home, Map<String, Graph>> more) {
        return load(home, more, malformed -> {
            throw malformed;
        });
    }

    /**
     * As {@link #load(Home, Function)}, from a snapshot where the folder of snapshots has one of just these files; else
     * one is left there for the next start.
     *
     * @param snapshots folder to keep the snapshot in; made where it is missing
     */
    public static KnowledgeGraph load(Home home, Function<Home, Map<String, Graph>> more, Path snapshots) {
        String stamp = home.stamp();
        Path file = snapshots.resolve("graph-" + Integer.toHexString(home.root().toAbsolutePath().hashCode())
                + ".snapshot");
        return Snapshot.read(file, stamp).map(KnowledgeGraph::of).orElseGet(() -> {
            KnowledgeGraph graph = load(home, more);
            Snapshot.write(file, stamp, graph.content());
            return graph;
        });
    }

    /**
     * As {@link #load(Home, Function)}, but what is not right is told and left out, and the rest is loaded.
     *
     * @param malformed told of each file and rule that is not right, from any thread
     * @throws TrilateralException {@link Fault#MALFORMED_SOURCE} if {@code data/dataset.ttl} is not right: without it
     * nothing has a name
     */
    public static KnowledgeGraph load(Home home, Function<Home, Map<String, Graph>> more,
                                      Consumer<TrilateralException> malformed) {
        long begun = System.nanoTime();
        GraphMem2Roaring union = new GraphMem2Roaring();
        DatasetGraph dataset = new DatasetGraphMapLink(union);
        DatasetInfo info = DatasetInfo.load(home);
        home.turtleFiles().parallelStream()
                .flatMap(file -> attempt(() -> new Part(home.graphName(file), content(home, file)), malformed).stream())
                .toList()
                .forEach(part -> add(dataset, union, part));
        attempt(() -> more.apply(home), malformed).orElse(Map.of())
                .forEach((name, graph) -> add(dataset, union, new Part(NodeFactory.createURI(GRAPHS + name), graph)));
        add(dataset, union, new Part(INFERRED, new Rules(home).apply(union, malformed)));
        return of(dataset, union, info, home.fingerprint(), begun);
    }

    private static KnowledgeGraph of(Snapshot.Content content) {
        long begun = System.nanoTime();
        GraphMem2Roaring union = new GraphMem2Roaring();
        DatasetGraph dataset = new DatasetGraphMapLink(union);
        content.graphs().forEach((name, graph) -> add(dataset, union, new Part(name, graph)));
        DatasetInfo info = DatasetInfo.of(content.graphs().get(NodeFactory.createURI(GRAPHS + "data/dataset")));
        return of(dataset, union, info, content.fingerprint(), begun);
    }

    private static KnowledgeGraph of(DatasetGraph dataset, GraphMem2Roaring union, DatasetInfo info,
                                     String fingerprint, long begun) {
        info.prefixes().forEach((prefix, namespace) -> dataset.prefixes().add(prefix, namespace));
        LOG.info("{} {}: {} triples in {} graphs, loaded in {} ms", info.title(), info.version(),
                union.size(), dataset.size(), (System.nanoTime() - begun) / 1_000_000);
        return new KnowledgeGraph(dataset, Optional.of(union), info, Version.fixed(fingerprint, union.size()),
                Set.of());
    }

    private Snapshot.Content content() {
        return read(data -> {
            Map<Node, Graph> graphs = new LinkedHashMap<>();
            data.listGraphNodes().forEachRemaining(name -> graphs.put(name, data.getGraph(name)));
            return new Snapshot.Content(fingerprint(), graphs);
        });
    }

    /**
     * A graph with the same data that also tells of itself: graphs that queries see, and that are no part of the data.
     * Only a graph in memory does; what is kept elsewhere stays as it is.
     *
     * @param making makes the graphs, by their names; none may be the name of a graph of the data
     */
    public KnowledgeGraph describedBy(Supplier<Map<Node, Graph>> making) {
        return union.isEmpty() ? this : read(data -> {
            Map<Node, Graph> graphs = making.get();
            GraphMem2Roaring all = union.get().copy();
            DatasetGraph described = new DatasetGraphMapLink(all);
            graphNames().forEach(name -> described.addGraph(name, data.getGraph(name)));
            graphs.forEach((name, graph) -> add(described, all, new Part(name, graph)));
            info.prefixes().forEach((prefix, namespace) -> described.prefixes().add(prefix, namespace));
            return new KnowledgeGraph(described, Optional.of(all), info, version, graphs.keySet());
        });
    }

    private static Graph content(Home home, Path file) {
        Graph graph = TurtleFile.read(file, home.relative(file));
        return home.relative(file).startsWith("data/") ? Skolemizer.skolemized(graph) : graph;
    }

    private static <T> Optional<T> attempt(Supplier<T> reading, Consumer<TrilateralException> malformed) {
        try {
            return Optional.of(reading.get());
        } catch (TrilateralException e) {
            malformed.accept(e);
            return Optional.empty();
        }
    }

    private static void add(DatasetGraph dataset, Graph union, Part part) {
        dataset.addGraph(part.name(), part.graph());
        part.graph().stream().forEach(union::add);
    }

    /** Runs a reader inside one read transaction; nothing of the dataset may leave it. */
    public <T> T read(Function<DatasetGraph, T> reader) {
        return Txn.calculateRead(dataset, () -> reader.apply(dataset));
    }

    /** The dataset, for a server that brings its own transactions. */
    public DatasetGraph dataset() {
        return dataset;
    }

    /** What the data set says of itself. */
    public DatasetInfo info() {
        return info;
    }

    /**
     * SHA-256 of the home folder's content, and of what else is kept: the version of everything that is answered from
     * it.
     */
    public String fingerprint() {
        return version.fingerprint();
    }

    /** How many triples the data hold, each counted once. */
    public long size() {
        return version.triples();
    }

    /** Short forms of IRIs and back. */
    public Names names() {
        return names;
    }

    /** What all things are called; empty as long as that is still being gathered. */
    public Optional<NameIndex> nameIndex() {
        return nameIndex.within(PATIENCE);
    }

    /** A value that is read from this graph once for each state of it, beside the work, when it is first wanted. */
    public <T> Kept<T> kept(Function<DatasetGraph, T> reader) {
        return new Kept<>(this::fingerprint, () -> read(reader), beside);
    }

    /** The named graphs, sorted by IRI. */
    public List<Node> graphNames() {
        return read(data -> {
            List<Node> list = new ArrayList<>();
            data.listGraphNodes().forEachRemaining(list::add);
            list.sort(Comparator.comparing(Node::toString));
            return List.copyOf(list);
        });
    }

    /** The named graphs of the data, without those that only tell of them; sorted by IRI. */
    public List<Node> dataGraphs() {
        return graphNames().stream().filter(name -> !descriptions.contains(name)).toList();
    }

    private record Part(Node name, Graph graph) {
    }
}
