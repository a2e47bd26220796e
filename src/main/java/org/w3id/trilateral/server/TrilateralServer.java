package org.w3id.trilateral.server;

import java.util.Objects;

import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.w3id.trilateral.http.Routes;
import org.w3id.trilateral.http.Site;
import org.w3id.trilateral.query.Lockdown;

/** The running service: embedded Fuseki, read-only, on one port. */
public final class TrilateralServer implements AutoCloseable {
    private final FusekiServer fuseki;

    private TrilateralServer(FusekiServer fuseki) {
        this.fuseki = fuseki;
    }

    /**
     * Starts and returns when requests are answered.
     *
     * @param port     0 for any free one
     * @param loopback whether only this machine may connect
     */
    public static TrilateralServer start(Site site, int port, boolean loopback) {
        Objects.requireNonNull(site, "site");
        Lockdown.apply();
        FusekiServer.Builder builder = FusekiServer.create().port(port).loopback(loopback);
        builder.add("/sparql", DataService.newBuilder(site.graph().dataset())
                .addEndpoint(Operation.Query).addEndpoint(Operation.Query, "sparql").build());
        Routes.of(site).forEach(builder::addServlet);
        return new TrilateralServer(builder.build().start());
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
