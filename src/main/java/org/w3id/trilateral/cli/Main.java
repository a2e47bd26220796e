package org.w3id.trilateral.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The program {@code trilateral}. */
public final class Main {
    private Main() {
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        List<String> words = Arrays.asList(args);
        if (!words.contains("serve") && !words.contains("-v") && !words.contains("--verbose")) {
            System.setProperty("org.slf4j.simpleLogger.log.org.w3id.trilateral", "warn");
        }
        BufferedOutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(new Terminal(System.in, out, err, System.getenv()), args));
    }

    /** Runs one command and returns its exit code: 0 done, 1 our fault or the data's, 2 the caller's. */
    static int run(Terminal terminal, String... args) {
        Failures failures = new Failures(terminal, List.of(args));
        return failures.guard(() -> CommandTree.of(terminal, List.of(args), failures).execute(args));
    }
}
