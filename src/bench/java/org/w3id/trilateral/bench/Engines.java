package org.w3id.trilateral.bench;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Starts the engines on the same data, each in a process of its own. */
final class Engines {
    private static final String GRAPH = "https://w3id.org/trilateral/graph/generated";
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Asking PROBING = new Asking(Duration.ofSeconds(20), Duration.ZERO);
    private static final Question PROBE = Question.all().get(8);

    private final Path work;
    private final Path data;
    private final String heap;
    private final Map<String, Starter> starters = new LinkedHashMap<>();

    /** Starts one engine. */
    interface Starter {
        Engine start() throws IOException, InterruptedException;
    }

    /**
     * Engines over a file.
     *
     * @param work an empty folder for stores
     * @param data N-Triples
     * @param heap size of the heap of those in Java: {@code 6g}
     */
    Engines(Path work, Path data, String heap) {
        this.work = work.toAbsolutePath();
        this.data = data;
        this.heap = heap;
        starters.put("trilateral-mem", this::trilateralInMemory);
        starters.put("trilateral-tdb2", this::trilateralInFolder);
        starters.put("fuseki-mem", () -> java("fuseki-mem", "/ds/sparql", FusekiPeer.class.getName(), "mem",
                data.toString()));
        starters.put("fuseki-tdb2", this::fusekiOverTdb2);
        starters.put("rdf4j-mem", () -> java("rdf4j-mem", "/", Rdf4jPeer.class.getName(), data.toString()));
        starters.put("virtuoso", this::virtuoso);
    }

    /** The names of all engines that are installed. */
    static List<String> available() {
        List<String> names = new ArrayList<>(List.of("trilateral-mem", "trilateral-tdb2", "fuseki-mem", "fuseki-tdb2",
                "rdf4j-mem"));
        if (installed("virtuoso-t").isPresent() && installed("isql-vt").isPresent()) {
            names.add("virtuoso");
        }
        return names;
    }

    /** A program on the path. */
    static Optional<Path> installed(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable).findFirst();
    }

    /** Starts an engine and waits until it answers. */
    Engine start(String name) throws IOException, InterruptedException {
        return starters.get(name).start();
    }

    private Engine trilateralInMemory() throws IOException, InterruptedException {
        Path home = Folders.home(work.resolve("home-mem"), Optional.of(data));
        return jar("trilateral-mem", "serve", "--home", home.toString());
    }

    private Engine trilateralInFolder() throws IOException, InterruptedException {
        Path home = Folders.home(work.resolve("home"), Optional.empty());
        Path store = work.resolve("trilateral-store");
        long begun = System.nanoTime();
        if (!Files.exists(store)) {
            run(trilateral("load", data.toString(), "--home", home.toString(), "--store", store.toString()));
        }
        Engine engine = jar("trilateral-tdb2", "serve", "--home", home.toString(), "--store", store.toString());
        return new Engine(engine.name(), engine.endpoint(), engine.process(), (System.nanoTime() - begun) / 1e9);
    }

    private Engine fusekiOverTdb2() throws IOException, InterruptedException {
        Path database = work.resolve("fuseki-tdb2");
        long begun = System.nanoTime();
        if (!Files.exists(database)) {
            run(tdbloader(database));
        }
        Engine engine = java("fuseki-tdb2", "/ds/sparql", FusekiPeer.class.getName(), "tdb2", database.toString());
        return new Engine(engine.name(), engine.endpoint(), engine.process(), (System.nanoTime() - begun) / 1e9);
    }

    /** The command that loads with TDB2's own parallel loader. */
    List<String> tdbloader(Path database) {
        return List.of(Folders.java(), "-cp", System.getProperty("java.class.path"), "tdb2.tdbloader",
                "--loader=parallel",
                "--loc", database.toString(), data.toString());
    }

    /** A command of this program, as the launcher would run it, but without its archive of classes. */
    List<String> trilateral(String... words) {
        List<String> command = new ArrayList<>(List.of(Folders.java(), "-Xmx" + heap, "-XX:+UseParallelGC", "-jar",
                Folders.JAR));
        command.addAll(List.of(words));
        return command;
    }

    private Engine jar(String name, String... words) throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>(trilateral(words));
        command.addAll(List.of("--port", String.valueOf(port)));
        return await(name, URI.create("http://localhost:" + port + "/sparql"), command);
    }

    private Engine java(String name, String path, String main, String... words) throws IOException,
            InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(Folders.java(), "-Xmx" + heap, "-XX:+UseParallelGC",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(words));
        command.add(String.valueOf(port));
        return await(name, URI.create("http://localhost:" + port + path), command);
    }

    private Engine virtuoso() throws IOException, InterruptedException {
        int http = freePort();
        int sql = freePort();
        Path folder = Files.createDirectories(work.resolve("virtuoso"));
        Path input = Files.createDirectories(folder.resolve("in"));
        Path ini = Folders.virtuoso(folder, http, sql);
        long begun = System.nanoTime();
        Process process = new ProcessBuilder("virtuoso-t", "+configfile", ini.toString(), "+foreground", "+wait")
                .directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(folder.resolve("log.txt").toFile()).start();
        String load = "ld_dir('" + input + "', '*.nt', '" + GRAPH + "'); rdf_loader_run(); checkpoint;";
        if (!Files.exists(input.resolve("data.nt"))) {
            Files.createSymbolicLink(input.resolve("data.nt"), data.toAbsolutePath());
        }
        while (run0(List.of("isql-vt", "localhost:" + sql, "dba", "dba", "exec=" + load)) != 0) {
            TimeUnit.MILLISECONDS.sleep(500);
            if (!process.isAlive() || System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IOException("virtuoso did not start");
            }
        }
        URI endpoint = URI.create("http://localhost:" + http + "/sparql?default-graph-uri="
                + URLEncoder.encode(GRAPH, StandardCharsets.UTF_8));
        return answering("virtuoso", endpoint, process, begun);
    }

    private Engine await(String name, URI endpoint, List<String> command) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(work.resolve(name + ".log").toFile()).start();
        return answering(name, endpoint, process, begun);
    }

    private Engine answering(String name, URI endpoint, Process process, long begun) throws IOException,
            InterruptedException {
        Engine engine = new Engine(name, endpoint, process, 0);
        while (true) {
            try {
                if (Asking.content(PROBING.ask(engine, PROBE.text())).rows() > 0) {
                    return new Engine(name, endpoint, process, (System.nanoTime() - begun) / 1e9);
                }
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() - begun > PATIENCE.toNanos()) {
                    engine.close();
                    throw new IOException(name + " did not start; see " + work, e);
                }
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    /** Runs a command to its end; its words go to a file beside the stores. */
    void run(List<String> command) throws IOException, InterruptedException {
        if (run0(command) != 0) {
            throw new IOException("failed: " + String.join(" ", command));
        }
    }

    private int run0(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(work.resolve("commands.log").toFile())).start()
                        .waitFor();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
