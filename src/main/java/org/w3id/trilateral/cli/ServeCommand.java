package org.w3id.trilateral.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.http.Address;
import org.w3id.trilateral.http.Site;
import org.w3id.trilateral.publish.Releases;
import org.w3id.trilateral.query.Limits;
import org.w3id.trilateral.query.QueryCatalogue;
import org.w3id.trilateral.server.TrilateralServer;

/** Runs the server until it is stopped. */
@Command(name = "serve", description = "Run the web server: pages, packaged questions, SPARQL and downloads.",
        footer = {"", "Examples:", "  trilateral serve", "  trilateral serve --port 8080 --home ~/my-graph"})
final class ServeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final HomeOption home;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "3030",
            description = "Port to answer on; 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--public-url", paramLabel = "URL",
            description = "Where others find the server, when a proxy stands before it:"
            + " https://example.org/trilateral. The names of things stay as they are.")
    private Optional<String> publicUrl = Optional.empty();

    @Option(names = "--releases", paramLabel = "DIR",
            description = "Folder of earlier releases, to stay addressable at /releases.")
    private Optional<Path> releases = Optional.empty();

    @Option(names = "--public", description = "Answer other machines too, not only this one.")
    private boolean open;

    @Option(names = "--budget", paramLabel = "SECONDS",
            description = "Processing time that one client may use each minute; who"
            + " uses more is told to wait (429). 0 for any (default: 60 with --public, else 0).")
    private Optional<Double> budget = Optional.empty();

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
        this.home = new HomeOption(terminal);
    }

    @Override
    public Integer call() {
        Address address = publicUrl.map(Address::of).orElseGet(Address::asAsked);
        Releases earlier = releases.map(Releases::in).orElseGet(Releases::none);
        double secondsAMinute = secondsAMinute();
        refuseTakenPort();
        Home folder = home.home();
        KnowledgeGraph graph = home.graph(folder);
        Site site = new Site(graph, QueryCatalogue.load(folder, graph.info()), Limits.SERVICE, address, earlier);
        try (TrilateralServer server = TrilateralServer.start(site, port, !open, secondsAMinute)) {
            terminal.say("Trilateral is ready at " + address.known(server.port()) + "/");
            server.join();
        }
        return 0;
    }

    private double secondsAMinute() {
        double seconds = budget.orElse(open ? TrilateralServer.SECONDS_A_MINUTE : 0);
        if (!(seconds >= 0)) {
            throw new TrilateralException(Fault.BAD_OPTION,
                    "'" + seconds + "' is no budget: --budget takes seconds, or 0 for any");
        }
        return seconds;
    }

    /** Tries the port before the graph is loaded, so that the commonest mistake is told at once. */
    private void refuseTakenPort() {
        if (port < 0 || port > 65_535) {
            throw new TrilateralException(Fault.BAD_OPTION, "'" + port + "' is no port: --port takes 0 to 65535");
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(open ? new InetSocketAddress(port)
                    : new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new TrilateralException(Fault.BAD_OPTION, "port " + port + " cannot be used (" + e.getMessage()
                    + "); stop the program that holds it, or choose another with --port", e);
        }
    }
}
