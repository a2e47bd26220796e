package org.w3id.trilateral.publish;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sorts lines by code point in flat memory: what does not fit is sorted in parts, which wait in a temporary file and
 * are merged while they are read. Bytes of UTF-8, compared unsigned, stand in the order of their code points. For one
 * thread.
 */
final class LineSorter implements Consumer<byte[]> {
    private static final long LEAST_BYTES = 4L << 20;
    private static final long MOST_BYTES = 64L << 20;
    private static final int SHARE = 16;
    /** What an array and its place in a list cost beside its bytes. */
    private static final int BYTES_BESIDE = 28;
    /** More parts than this are made one before they are read. */
    private static final int MOST_RUNS = 200;

    private final long room;
    private List<byte[]> held = new ArrayList<>();
    private long bytes;
    private Optional<RunFile> file = Optional.empty();
    private List<RunFile.Run> runs = new ArrayList<>();

    /** A sorter that takes a sixteenth of the heap, but 64 MB at most. */
    LineSorter() {
        this(Math.max(LEAST_BYTES, Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / SHARE)));
    }

    /** A sorter that holds so many bytes in memory. */
    LineSorter(long room) {
        this.room = room;
    }

    /** One more line. It must not be altered afterwards. */
    @Override
    public void accept(byte[] line) {
        held.add(line);
        bytes += line.length + BYTES_BESIDE;
        if (bytes > room) {
            putAway();
        }
    }

    private void putAway() {
        RunFile target = file.orElseGet(RunFile::temporary);
        file = Optional.of(target);
        held.sort(Arrays::compareUnsigned);
        runs.add(target.write(held.iterator()));
        held = new ArrayList<>();
        bytes = 0;
        if (runs.size() > MOST_RUNS) {
            runs = new ArrayList<>(List.of(target.write(new SortedLines(List.of(), file, runs).iterator())));
        }
    }

    /**
     * The lines, sorted; none may be added after this.
     *
     * @throws UncheckedIOException if the temporary file cannot be written
     */
    SortedLines sorted() {
        if (file.isPresent() && !held.isEmpty()) {
            putAway();
        }
        held.sort(Arrays::compareUnsigned);
        return new SortedLines(held, file, runs);
    }
}
