package org.w3id.trilateral.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;

import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;

/** Another process that uses a store, to be killed. */
final class StoreProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    private StoreProcess(Process process) {
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream()));
    }

    static StoreProcess start(String verb, Path store, Path home) {
        try {
            return new StoreProcess(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java")
                    .toString(),
                    "-Xmx512m", "-cp", System.getProperty("java.class.path"), StoreProcess.class.getName(), verb,
                    store.toString(), home.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what it says until that is what was waited for; gives all of it. */
    List<String> until(Predicate<String> awaited) {
        List<String> lines = new ArrayList<>();
        try {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
                if (awaited.test(line)) {
                    break;
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it and gives what it had still said. */
    List<String> kill() {
        try {
            process.toHandle().destroyForcibly();
            process.waitFor(1, TimeUnit.MINUTES);
            return until(line -> false);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** {@code open}: opens and waits; {@code write}: opens and commits one quad after another, telling of each. */
    public static void main(String[] args) throws IOException {
        Home home = new Home(Path.of(args[2]));
        KnowledgeGraph graph = new Store(home, () -> {
            System.out.println("filling");
            return KnowledgeGraph.load(home);
        }).open(args[1]);
        System.out.println("open");
        if (args[0].equals("write")) {
            write(graph.dataset());
        }
        System.in.read();
    }

    private static void write(DatasetGraph data) {
        for (int i = 0; i < 1_000_000; i++) {
            Quad quad = quad(i);
            Txn.executeWrite(data, () -> data.add(quad));
            System.out.println(i);
        }
    }

    static Quad quad(int number) {
        return Quad.create(NodeFactory.createURI(KnowledgeGraph.GRAPHS + "written"),
                NodeFactory.createURI("https://example.org/" + number),
                        NodeFactory.createURI("https://example.org/text"),
                NodeFactory.createLiteralString("number " + number + " " + Map.of(number, "x".repeat(number % 500))));
    }
}
