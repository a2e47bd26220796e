package org.w3id.trilateral.publish;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Lines in the order of their code points, each once; may be gone through any number of times, by any number of
 * threads.
 */
final class SortedLines implements Iterable<byte[]>, AutoCloseable {
    private final List<byte[]> held;
    private final Optional<RunFile> file;
    private final List<RunFile.Run> runs;

    /** @param held the sorted lines, where there is no file; {@code runs} are the sorted parts of the file */
    SortedLines(List<byte[]> held, Optional<RunFile> file, List<RunFile.Run> runs) {
        this.held = held;
        this.file = file;
        this.runs = List.copyOf(runs);
    }

    /** Whether nothing waits in a file. */
    boolean isHeld() {
        return file.isEmpty();
    }

    @Override
    public Iterator<byte[]> iterator() {
        return new Distinct(file.map(runFile -> merged(runFile, runs)).orElseGet(held::iterator));
    }

    /** The lines one behind the other. */
    static InputStream bytes(Iterator<byte[]> lines) {
        return new Bytes(lines);
    }

    private static Iterator<byte[]> merged(RunFile file, List<RunFile.Run> runs) {
        return runs.size() == 1 ? file.read(runs.get(0)) : new Merge(runs.stream().map(file::read).toList());
    }

    @Override
    public void close() {
        file.ifPresent(RunFile::close);
    }

    /** Several sorted sequences as one. */
    private static final class Merge implements Iterator<byte[]> {
        private final PriorityQueue<Head> heads =
                new PriorityQueue<>(Comparator.comparing(Head::line, Arrays::compareUnsigned));

        private record Head(byte[] line, Iterator<byte[]> rest) {
        }

        Merge(List<Iterator<byte[]>> sequences) {
            sequences.forEach(this::advance);
        }

        private void advance(Iterator<byte[]> sequence) {
            if (sequence.hasNext()) {
                heads.add(new Head(sequence.next(), sequence));
            }
        }

        @Override
        public boolean hasNext() {
            return !heads.isEmpty();
        }

        @Override
        public byte[] next() {
            Head first = heads.remove();
            advance(first.rest());
            return first.line();
        }
    }

    /** A sorted sequence, each line once. */
    static final class Distinct implements Iterator<byte[]> {
        private final Iterator<byte[]> lines;
        private byte[] next = {};

        Distinct(Iterator<byte[]> lines) {
            this.lines = lines;
            advance();
        }

        private void advance() {
            byte[] last = next;
            next = null;
            while (next == null && lines.hasNext()) {
                byte[] line = lines.next();
                next = Arrays.equals(line, last) ? null : line;
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public byte[] next() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            byte[] line = next;
            advance();
            return line;
        }
    }

    private static final class Bytes extends InputStream {
        private final Iterator<byte[]> lines;
        private byte[] line = {};
        private int position;

        Bytes(Iterator<byte[]> lines) {
            this.lines = lines;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int copied = 0;
            while (copied < length) {
                if (position == line.length) {
                    if (!lines.hasNext()) {
                        break;
                    }
                    line = lines.next();
                    position = 0;
                }
                int part = Math.min(length - copied, line.length - position);
                System.arraycopy(line, position, target, offset + copied, part);
                position += part;
                copied += part;
            }
            return copied == 0 && length > 0 ? -1 : copied;
        }
    }
}
