package org.w3id.trilateral.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A SPARQL service that runs in a process of its own.
 *
 * @param name     how tables call it
 * @param endpoint where it answers; a question mark within it begins fixed parameters
 * @param process  the process
 * @param ready    seconds from the beginning of loading until it answered
 */
record Engine(String name, URI endpoint, Process process, double ready) implements AutoCloseable {
    private static final int PAGE_KIB = 4;

    /** Processor time so far, of all its threads. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Mebibytes of memory that are not swapped out or never touched. */
    long residentMebibytes() {
        try {
            List<String> fields = List.of(Files.readString(Path.of("/proc/" + process.pid() + "/statm")).split(" "));
            return Long.parseLong(fields.get(1)) * PAGE_KIB / 1024;
        } catch (IOException e) {
            return -1;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
