package org.w3id.trilateral.publish;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Sorted lines in a temporary file that is gone when it is closed, or when the program ends. Each line stands behind
 * its length. One thread writes; any number read.
 */
final class RunFile implements AutoCloseable {
    private static final int WRITTEN_AT_ONCE = 1 << 20;
    private static final int READ_AT_ONCE = 1 << 16;

    private final FileChannel channel;
    private long end;

    /** A part of the file, from one byte to before another. */
    record Run(long from, long to) {
    }

    private RunFile(FileChannel channel) {
        this.channel = channel;
    }

    /** A new file in the folder for temporary files. */
    static RunFile temporary() {
        try {
            return new RunFile(FileChannel.open(Files.createTempFile("trilateral", ".sorted"), StandardOpenOption.READ,
                    StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Appends sorted lines. */
    Run write(Iterator<byte[]> lines) {
        long from = end;
        ByteBuffer buffer = ByteBuffer.allocate(WRITTEN_AT_ONCE);
        while (lines.hasNext()) {
            byte[] line = lines.next();
            if (buffer.remaining() < Integer.BYTES + line.length) {
                flush(buffer);
            }
            if (buffer.capacity() < Integer.BYTES + line.length) {
                buffer = ByteBuffer.allocate(Integer.BYTES + line.length);
            }
            buffer.putInt(line.length).put(line);
        }
        flush(buffer);
        return new Run(from, end);
    }

    private void flush(ByteBuffer buffer) {
        try {
            buffer.flip();
            while (buffer.hasRemaining()) {
                end += channel.write(buffer, end);
            }
            buffer.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a part, in their order. */
    Iterator<byte[]> read(Run run) {
        return new Lines(run);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Lines implements Iterator<byte[]> {
        private final long to;
        private ByteBuffer buffer = ByteBuffer.allocate(READ_AT_ONCE).limit(0);
        private long position;

        Lines(Run run) {
            this.position = run.from();
            this.to = run.to();
        }

        @Override
        public boolean hasNext() {
            return buffer.hasRemaining() || position < to;
        }

        @Override
        public byte[] next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            need(Integer.BYTES);
            byte[] line = new byte[buffer.getInt()];
            need(line.length);
            buffer.get(line);
            return line;
        }

        private void need(int bytes) {
            if (buffer.remaining() >= bytes) {
                return;
            }
            ByteBuffer larger = buffer.capacity() >= bytes ? buffer.compact() : ByteBuffer.allocate(bytes).put(buffer);
            larger.limit((int) Math.min(larger.capacity(), larger.position() + to - position));
            try {
                while (larger.position() < bytes) {
                    int read = channel.read(larger, position);
                    if (read < 0) {
                        throw new EOFException("the temporary file of sorted lines was cut short");
                    }
                    position += read;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            buffer = larger.flip();
        }
    }
}
