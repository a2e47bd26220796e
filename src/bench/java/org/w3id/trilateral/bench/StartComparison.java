package org.w3id.trilateral.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * From the start of the process to the first answer, on the graph as it is shipped: the launcher against {@code java
 * -jar}.
 */
final class StartComparison {
    private static final int RUNS = 3;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private StartComparison() {
    }

    static void run(Report report, Path work) throws IOException, InterruptedException {
        report.heading("Start to first answer on the shipped graph, " + RUNS + " runs in turns");
        List<Double> plain = new ArrayList<>();
        List<Double> launched = new ArrayList<>();
        List<Double> hello = new ArrayList<>();
        Path log = work.resolve("start.log");
        start(List.of("./trilateral", "serve"), log);
        for (int i = 0; i < RUNS; i++) {
            plain.add(start(List.of(Folders.java(), "-jar", Folders.JAR, "serve", "--home", "."), log));
            launched.add(start(List.of("./trilateral", "serve"), log));
            hello.add(hello());
        }
        report.head(List.of("start", "median s", "least s"));
        report.row(List.of("java -jar", median(plain), shown(Collections.min(plain))));
        report.row(List.of("./trilateral serve", median(launched), shown(Collections.min(launched))));
        report.row(List.of("java, a class that says a word", median(hello), shown(Collections.min(hello))));
        report.line(String.format(Locale.ROOT, "%nLauncher in units of java -jar: %.2f by medians, %.2f by the least.",
                middle(launched) / middle(plain), Collections.min(launched) / Collections.min(plain)));
    }

    private static double start(List<String> words, Path log) throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        List<String> command = new ArrayList<>(words);
        command.addAll(List.of("--port", String.valueOf(port)));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/queries/summits.csv"))
                .build();
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
        try {
            while (process.isAlive()) {
                try {
                    if (CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200) {
                        return (System.nanoTime() - begun) / 1e9;
                    }
                } catch (IOException e) {
                    TimeUnit.MILLISECONDS.sleep(10);
                }
            }
            throw new IOException("did not start; see " + log);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static double hello() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        new ProcessBuilder(Folders.java(), "-cp", "target/test-classes", Hello.class.getName()).start().waitFor();
        return (System.nanoTime() - begun) / 1e9;
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static String median(List<Double> values) {
        return shown(middle(values));
    }

    private static String shown(double seconds) {
        return String.format(Locale.ROOT, "%.2f", seconds);
    }

    /** As little as a Java program can be. */
    static final class Hello {
        private Hello() {
        }

        /** Says a word. */
        public static void main(String[] args) {
            System.out.println("hello");
        }
    }
}
