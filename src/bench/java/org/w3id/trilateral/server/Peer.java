package org.w3id.trilateral.server;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A server that is measured, in a process of its own on this machine.
 *
 * @param name    how the table calls it
 * @param port    where it answers
 * @param process the process
 */
record Peer(String name, int port, Process process) implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
    private static final Pattern FAILURES = Pattern.compile("(?m)^.*(Non-2xx|Socket errors).*$");

    /** Starts a program of this class path, with a free port as its last argument, and waits until it answers. */
    static Peer start(String name, String main, String... arguments) throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(),
                "-XX:+UseParallelGC", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-cp", classPath(), main));
        command.addAll(List.of(arguments));
        command.add(String.valueOf(port));
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        Peer peer = new Peer(name, port, process);
        peer.await();
        return peer;
    }

    /** Also where Maven runs this in a class loader of its own. */
    private static String classPath() {
        if (!(Thread.currentThread().getContextClassLoader() instanceof URLClassLoader loader)) {
            return System.getProperty("java.class.path");
        }
        return Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void await() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (true) {
            try {
                CLIENT.send(HttpRequest.newBuilder(URI.create(address(""))).build(), BodyHandlers.discarding());
                return;
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() - begun > PATIENCE.toNanos()) {
                    throw new IOException(name + " did not start", e);
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }

    private String address(String path) {
        return "http://localhost:" + port + "/" + path;
    }

    /** The body of an answer. */
    byte[] get(String path, String accept) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = CLIENT.send(HttpRequest.newBuilder(URI.create(address(path)))
                .header("Accept", accept).build(),
                BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(name + " answers " + answer.statusCode() + " to " + path);
        }
        return answer.body();
    }

    /** Asks the same for some seconds, with some clients at once. */
    ServingBench.Round round(String path, String accept, int clients, int seconds) throws IOException,
            InterruptedException {
        get(path, accept);
        Duration before = processorTime();
        long requests = isInstalled("wrk") ? wrk(path, accept, clients, seconds) : own(path, accept, clients, seconds);
        Duration used = processorTime().minus(before);
        return new ServingBench.Round((double) requests / seconds, used.toNanos() / 1_000.0 / requests);
    }

    private Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    private static boolean isInstalled(String program) {
        return List.of(System.getenv("PATH").split(File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private long wrk(String path, String accept, int clients, int seconds) throws IOException, InterruptedException {
        Process wrk = new ProcessBuilder("wrk", "-t1", "-c" + clients, "-d" + seconds, "-H", "Accept: " + accept,
                address(path))
                .redirectErrorStream(true).start();
        String said = new String(wrk.getInputStream().readAllBytes());
        wrk.waitFor();
        Matcher requests = REQUESTS.matcher(said);
        Matcher failures = FAILURES.matcher(said);
        if (!requests.find() || failures.find()) {
            throw new IOException("wrk on " + name + ": " + said);
        }
        return Long.parseLong(requests.group(1));
    }

    private long own(String path, String accept, int clients, int seconds) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address(path))).header("Accept", accept).build();
        AtomicLong requests = new AtomicLong();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Thread thread = new Thread(() -> {
                try {
                    while (System.nanoTime() < end && CLIENT.send(request, BodyHandlers.discarding())
                            .statusCode() == 200) {
                        requests.incrementAndGet();
                    }
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(name + " fails", e);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return requests.get();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
