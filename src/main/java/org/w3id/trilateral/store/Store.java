package org.w3id.trilateral.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import org.apache.jena.dboe.base.file.AlreadyLocked;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.DatasetInfo;
import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.graph.Version;
import org.w3id.trilateral.store.StoreContent.Kind;

/** Opens a graph where {@code --store} says that it is kept. */
public final class Store {
    /** The name of the store that is no place: the memory of the program. */
    public static final String MEMORY = "mem";

    private static final Logger LOG = LoggerFactory.getLogger(Store.class);

    private final Home home;
    private final Supplier<KnowledgeGraph> inMemory;

    /**
     * Stores of a home folder.
     *
     * @param inMemory reads the home folder
     */
    public Store(Home home, Supplier<KnowledgeGraph> inMemory) {
        this.home = Objects.requireNonNull(home, "home");
        this.inMemory = Objects.requireNonNull(inMemory, "inMemory");
    }

    /**
     * The graph that is kept there.
     *
     * @param place {@link #MEMORY}, a folder, or the http(s) URL of a SPARQL endpoint
     * @throws TrilateralException {@link Fault#BAD_OPTION} if it cannot be opened
     */
    public KnowledgeGraph open(String place) {
        if (place.equals(MEMORY)) {
            return inMemory.get();
        }
        return place.matches("https?://.*") ? RemoteStore.open(address(place), home) : inFolder(Path.of(place));
    }

    private static URI address(String place) {
        try {
            return new URI(place).parseServerAuthority();
        } catch (URISyntaxException e) {
            throw new TrilateralException(Fault.BAD_OPTION, "'" + place + "' is no URL of a SPARQL endpoint: "
                    + e.getMessage(), e);
        }
    }

    private KnowledgeGraph inFolder(Path folder) {
        StoreDirectory directory = StoreDirectory.open(folder);
        try {
            return kept(directory, folder);
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private KnowledgeGraph kept(StoreDirectory directory, Path folder) {
        String fingerprint = home.fingerprint();
        StoreContent content = directory.content()
                .filter(found -> found.kind() == Kind.LOADED || found.fingerprint().equals(fingerprint))
                .orElseGet(() -> filled(directory, fingerprint));
        if (content.kind() == Kind.LOADED && !content.home().isEmpty() && !content.home().equals(fingerprint)) {
            LOG.warn("{} holds an older state of the home folder beside what was loaded; load again to renew it",
                    folder);
        }
        try {
            return graph(directory.dataset(), content);
        } catch (AlreadyLocked e) {
            throw new TrilateralException(Fault.BAD_OPTION, "the database in '" + folder
                    + "' is open in another program: " + e.getMessage(), e);
        } catch (JenaException e) {
            if (content.kind() == Kind.LOADED) {
                throw new TrilateralException(Fault.MALFORMED_SOURCE, "the store '" + folder + "' is damaged ("
                        + e.getMessage()
                        + "); load its files again", e);
            }
            LOG.warn("{} is damaged ({}) and is filled again", folder, e.toString());
            return graph(directory.dataset(), filled(directory, fingerprint));
        }
    }

    private KnowledgeGraph graph(DatasetGraph dataset, StoreContent content) {
        DatasetInfo info = DatasetInfo.load(home);
        String fingerprint = content.kind() == Kind.HOME ? content.fingerprint()
                : Fingerprints.of(home.fingerprint(), content.fingerprint());
        return KnowledgeGraph.over(dataset, info, Version.fixed(fingerprint, content.triples()));
    }

    /** Fills it under the fingerprint of before the files were read: one that changes meanwhile is seen next time. */
    private StoreContent filled(StoreDirectory directory, String fingerprint) {
        KnowledgeGraph graph = inMemory.get();
        StoreContent content = new StoreContent(Kind.HOME, fingerprint, fingerprint, graph.size(), List.of());
        directory.fill(database -> {
            copy(graph, database);
            return content;
        });
        return content;
    }

    private static void copy(KnowledgeGraph graph, DatasetGraph database) {
        DataLoader loader = LoaderFactory.phasedLoader(database, (format, arguments) -> { });
        loader.startBulk();
        StreamRDF stream = loader.stream();
        graph.read(data -> {
            for (Node name : graph.graphNames()) {
                data.getGraph(name).find().forEach(triple -> stream.quad(Quad.create(name, triple)));
            }
            return null;
        });
        loader.finishBulk();
        Map<String, String> prefixes = graph.info().prefixes();
        Txn.executeWrite(database, () -> prefixes.forEach(database.prefixes()::add));
    }
}
