package org.w3id.trilateral.server;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler.RetainedContentLoaderFactory;
import org.eclipse.jetty.server.handler.gzip.GzipHandler;

import org.w3id.trilateral.http.Routes;
import org.w3id.trilateral.http.Site;
import org.w3id.trilateral.publish.DataHash;
import org.w3id.trilateral.publish.Descriptions;
import org.w3id.trilateral.publish.Downloads;
import org.w3id.trilateral.query.Lanes;
import org.w3id.trilateral.query.Lockdown;
import org.w3id.trilateral.query.QueryDesk;

/** The running service: embedded Fuseki, read-only, on one port. */
public final class TrilateralServer implements AutoCloseable {
    /** Processing time that one client of a public service may use, in seconds a minute: one processor all the time. */
    public static final double SECONDS_A_MINUTE = 60;

    private static final int LEAST_THREADS = 8;
    private static final int MOST_THREADS = 200;
    private static final int MOST_CONNECTIONS = 4_000;
    private static final int BUFFER_BYTES = 32 * 1024;
    private static final int LEAST_GZIP_BYTES = 1_024;
    private static final int MOST_FORM_KEYS = 100;
    private static final long IDLE_MILLIS = 15_000;
    private static final long LEAST_REQUEST_RATE = 200;
    private static final long LEAST_RESPONSE_RATE = 2_000;

    private final FusekiServer fuseki;

    private TrilateralServer(FusekiServer fuseki) {
        this.fuseki = fuseki;
    }

    /**
     * As {@link #start(Site, int, boolean, double)}, with {@value #SECONDS_A_MINUTE} seconds where other machines may
     * connect.
     */
    public static TrilateralServer start(Site site, int port, boolean loopback) {
        return start(site, port, loopback, loopback ? 0 : SECONDS_A_MINUTE);
    }

    /**
     * Starts and returns when requests are answered. SPARQL sees, besides the data, graphs that tell of them; these are
     * made meanwhile, and the first query waits for them.
     *
     * @param port           0 for any free one
     * @param loopback       whether only this machine may connect
     * @param secondsAMinute processing time that one client may use, in seconds a minute; 0 for any
     */
    public static TrilateralServer start(Site site, int port, boolean loopback, double secondsAMinute) {
        Objects.requireNonNull(site, "site");
        Lockdown.apply();
        Descriptions descriptions =
                new Descriptions(site.graph(), site.catalogue(), new Downloads(site.graph()), site.releases());
        CompletableFuture<Integer> bound = new CompletableFuture<>();
        DescribedGraph described = new DescribedGraph(() ->
                site.graph().describedBy(() -> descriptions.graphs(site.address().known(bound.join()))));
        DataHash hash = new DataHash(site.graph());
        FusekiServer.Builder builder = FusekiServer.create().port(port).loopback(loopback)
                .numServerThreads(LEAST_THREADS, MOST_THREADS).fusekiModules(FusekiModules.empty());
        Lanes lanes = new Lanes(site.limits().time().toMillis());
        Routes.of(site, new QueryDesk(site.graph(), site.limits(), lanes), hash, descriptions)
                .forEach(builder::addServlet);
        builder.addServlet("/health", new HealthServlet(site.graph(), hash));
        Outbox outbox = new Outbox();
        builder.registerOperation(Operation.GSP_R, new GraphStore(site, lanes, outbox));
        builder.add(GraphStoreFilter.PATH,
                DataService.newBuilder(site.graph().dataset()).addEndpoint(Operation.GSP_R).build());
        builder.addFilter("/*", new PagePolicy());
        builder.addFilter(GraphStoreFilter.PATH + "/*", new GraphStoreFilter(site.graph()));
        builder.addServlet("/sparql", new SparqlServlet(site, described, lanes, outbox));
        FusekiServer fuseki = builder.build();
        harden(fuseki.getJettyServer(), site.graph()::fingerprint, secondsAMinute);
        fuseki.start();
        bound.complete(fuseki.getPort());
        return new TrilateralServer(fuseki);
    }

    private static void harden(Server jetty, Supplier<String> version, double secondsAMinute) {
        for (Connector connector : jetty.getConnectors()) {
            ((ServerConnector) connector).setIdleTimeout(IDLE_MILLIS);
            for (ConnectionFactory factory : connector.getConnectionFactories()) {
                if (factory instanceof HttpConnectionFactory http) {
                    limit(http.getHttpConfiguration());
                }
            }
        }
        ServletContextHandler context = jetty.getDescendant(ServletContextHandler.class);
        context.setMaxFormContentSize(SparqlCall.MOST_BYTES);
        context.setMaxFormKeys(MOST_FORM_KEYS);
        ProblemPages problems = new ProblemPages();
        context.setErrorHandler(problems);
        jetty.setErrorHandler(problems);
        Gate gate = new Gate();
        gate.setHandler(new EagerContentHandler(compressed(secondsAMinute > 0
                ? new Allowances(jetty.getHandler(), secondsAMinute) : jetty.getHandler()),
                new RetainedContentLoaderFactory(SparqlCall.MOST_BYTES, -1, true)));
        ReadyAnswers ready = new ReadyAnswers(version);
        ready.setHandler(gate);
        jetty.setHandler(ready);
        jetty.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, jetty));
    }

    /** Stock Fuseki gives each response a buffer of 5 MB and each request one of 512 KB. */
    private static void limit(HttpConfiguration http) {
        http.setOutputBufferSize(BUFFER_BYTES);
        http.setRequestHeaderSize(BUFFER_BYTES);
        http.setMinRequestDataRate(LEAST_REQUEST_RATE);
        http.setMinResponseDataRate(LEAST_RESPONSE_RATE);
        http.setIdleTimeout(IDLE_MILLIS);
        http.setSendServerVersion(false);
    }

    private static GzipHandler compressed(Handler next) {
        GzipHandler gzip = new GzipHandler();
        gzip.setMinGzipSize(LEAST_GZIP_BYTES);
        gzip.setIncludedMethods("GET", "POST");
        gzip.setExcludedMimeTypes("image/png", "image/jpeg", "image/gif", "font/woff2", "application/zip",
                "application/gzip", "application/zstd",
                "application/x-gzip", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        gzip.setHandler(next);
        return gzip;
    }

    /** The port that requests are answered on. */
    public int port() {
        return fuseki.getPort();
    }

    /** Waits until the server is stopped. */
    public void join() {
        fuseki.join();
    }

    @Override
    public void close() {
        fuseki.stop();
    }
}
