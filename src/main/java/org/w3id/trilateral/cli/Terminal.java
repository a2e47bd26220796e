package org.w3id.trilateral.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a command reads from and speaks to.
 *
 * @param in          standard input
 * @param out         standard output, for data
 * @param err         standard error, for words
 * @param environment the variables of the process
 */
record Terminal(InputStream in, OutputStream out, PrintStream err, Map<String, String> environment) {
    /** The width of a text that is not fitted to anything. */
    static final int UNLIMITED = Integer.MAX_VALUE;
    private static final int NARROWEST = 20;

    Terminal {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(err, "err");
        environment = Map.copyOf(environment);
    }

    /** Columns to fit a text into; {@link #UNLIMITED} unless the variable {@code COLUMNS} says otherwise. */
    int width() {
        return Optional.ofNullable(environment.get("COLUMNS")).filter(text -> text.matches("[1-9]\\d{0,4}"))
                .map(text -> Math.max(NARROWEST, Integer.parseInt(text))).orElse(UNLIMITED);
    }

    /** Prints bytes on standard output. */
    void printBytes(byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prints text on standard output, in UTF-8. */
    void print(String text) {
        printBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One line of words on standard error. */
    void say(String words) {
        err.println(words);
    }
}
