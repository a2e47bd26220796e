package org.w3id.trilateral.load;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A stream in pieces of about a megabyte that end where lines end, read and unpacked ahead by a thread of its own. */
final class Chunks implements AutoCloseable {
    private static final int SIZE = 1 << 20;
    private static final int AHEAD = 8;
    private static final Chunk LAST = new Chunk(new byte[0], 0);

    private final BlockingQueue<Chunk> ready = new ArrayBlockingQueue<>(AHEAD);
    private final ExecutorService reader = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "load-reader");
        thread.setDaemon(true);
        return thread;
    });
    private final Future<?> reading;

    /** Whole lines: the first {@code length} bytes. */
    record Chunk(byte[] bytes, int length) {
    }

    Chunks(InputStream in) {
        reading = reader.submit(() -> {
            try {
                read(in);
            } finally {
                ready.put(LAST);
            }
            return null;
        });
    }

    private void read(InputStream in) throws IOException, InterruptedException {
        byte[] buffer = new byte[SIZE];
        int filled = 0;
        while (true) {
            int more = in.readNBytes(buffer, filled, buffer.length - filled);
            filled += more;
            if (filled < buffer.length) {
                ready.put(new Chunk(buffer, filled));
                return;
            }
            int whole = lastBreak(buffer) + 1;
            byte[] next = new byte[whole == 0 ? Math.multiplyExact(buffer.length, 2) : Math
                    .max(SIZE, 2 * (filled - whole))];
            System.arraycopy(buffer, whole, next, 0, filled - whole);
            if (whole > 0) {
                ready.put(new Chunk(buffer, whole));
            }
            filled -= whole;
            buffer = next;
        }
    }

    private static int lastBreak(byte[] buffer) {
        int at = buffer.length - 1;
        while (at >= 0 && buffer[at] != '\n') {
            at--;
        }
        return at;
    }

    /** The next piece; empty after the last one. */
    Optional<Chunk> next() throws IOException {
        try {
            Chunk chunk = ready.take();
            if (chunk != LAST) {
                return Optional.of(chunk);
            }
            reading.get();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
