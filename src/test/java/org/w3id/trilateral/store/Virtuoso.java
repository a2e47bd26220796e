package org.w3id.trilateral.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A Virtuoso of our own, as Debian packs it, with its files in a temporary folder. */
final class Virtuoso implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/virtuoso-t");
    private static final Path CLIENT = Path.of("/usr/bin/isql-vt");
    private static final Duration START = Duration.ofMinutes(2);

    private final Path folder;
    private final int http;
    private final int sql;
    private final Process process;

    private Virtuoso(Path folder, int http, int sql) throws IOException {
        this.folder = folder;
        this.http = http;
        this.sql = sql;
        Path settings = Files.writeString(folder.resolve("virtuoso.ini"), settings(folder, http, sql));
        this.process = new ProcessBuilder(PROGRAM.toString(), "+foreground", "+wait", "-c", settings.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(folder.resolve("out.log").toFile()).start();
    }

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM) && Files.isExecutable(CLIENT);
    }

    /** Starts one that cuts answers at 10,000 rows, as the package does by default, and gives it these quads. */
    static Virtuoso start(Path folder, byte[] quads) throws IOException, InterruptedException {
        Virtuoso virtuoso = new Virtuoso(folder, freePort(), freePort());
        try {
            virtuoso.load(Files.write(folder.resolve("upload.nq"), quads));
            return virtuoso;
        } catch (IllegalStateException e) {
            virtuoso.close();
            throw e;
        }
    }

    private void load(Path file) throws IOException, InterruptedException {
        await();
        run("DB.DBA.TTLP (file_to_string_output ('" + file
                + "'), '', 'https://example.org/upload', 512);\ncheckpoint;");
    }

    private void await() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (!isListening()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("Virtuoso does not start: "
                        + Files.readString(folder.resolve("out.log")));
            }
            process.waitFor(200, TimeUnit.MILLISECONDS);
        }
    }

    private boolean isListening() {
        try (Socket one = new Socket(InetAddress.getLoopbackAddress(),
                http); Socket other = new Socket(InetAddress.getLoopbackAddress(), sql)) {
            return one.isConnected() && other.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private void run(String statements) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("load.sql"), statements + "\n");
        Process client = new ProcessBuilder(CLIENT.toString(), String.valueOf(sql), "dba", "dba", script.toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("load.log").toFile()).start();
        if (!client.waitFor(5, TimeUnit.MINUTES) || Files.readString(folder.resolve("load.log"))
                .contains("*** Error")) {
            throw new IllegalStateException(Files.readString(folder.resolve("load.log")));
        }
    }

    String address() {
        return "http://localhost:" + http + "/sparql";
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String settings(Path folder, int http, int sql) {
        return """
                [Database]
                DatabaseFile = FOLDER/v.db
                ErrorLogFile = FOLDER/v.log
                LockFile = FOLDER/v.lck
                TransactionFile = FOLDER/v.trx
                xa_persistent_file = FOLDER/v.pxa
                [TempDatabase]
                DatabaseFile = FOLDER/temp.db
                TransactionFile = FOLDER/temp.trx
                [Parameters]
                ServerPort = @SQL@
                DisableUnixSocket = 1
                CheckpointInterval = 0
                NumberOfBuffers = 20000
                MaxDirtyBuffers = 15000
                CaseMode = 2
                DirsAllowed = FOLDER
                [HTTPServer]
                ServerPort = @HTTP@
                ServerRoot = FOLDER
                ServerThreads = 10
                [SPARQL]
                ResultSetMaxRows = 10000
                """.replace("FOLDER", folder.toString()).replace("@SQL@", String.valueOf(sql))
                .replace("@HTTP@", String.valueOf(http));
    }

    @Override
    public void close() {
        process.toHandle().destroyForcibly();
    }
}
