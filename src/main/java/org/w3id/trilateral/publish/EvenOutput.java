package org.w3id.trilateral.publish;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Hands on what is written in pieces of one size, and flushes nothing before the end: a compressor that is given the
 * same content in the same pieces gives the same bytes. For one thread.
 */
final class EvenOutput extends FilterOutputStream {
    private final byte[] piece = new byte[1 << 16];
    private int filled;

    EvenOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int from, int length) throws IOException {
        int done = 0;
        while (done < length) {
            int part = Math.min(length - done, piece.length - filled);
            System.arraycopy(buffer, from + done, piece, filled, part);
            done += part;
            filled += part;
            if (filled == piece.length) {
                empty();
            }
        }
    }

    private void empty() throws IOException {
        out.write(piece, 0, filled);
        filled = 0;
    }

    @Override
    public void flush() {
        // what is compressed must not depend on when somebody flushed
    }

    @Override
    public void close() throws IOException {
        empty();
        out.close();
    }
}
