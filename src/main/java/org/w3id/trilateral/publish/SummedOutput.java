package org.w3id.trilateral.publish;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** Counts what is written on its way and takes its SHA-256. For one thread. */
final class SummedOutput extends FilterOutputStream {
    private final MessageDigest digest;
    private long bytes;

    SummedOutput(OutputStream out) {
        super(Objects.requireNonNull(out, "out"));
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What has been written so far; asked for once. */
    Checksum checksum() {
        return new Checksum(bytes, HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int from, int length) throws IOException {
        out.write(buffer, from, length);
        digest.update(buffer, from, length);
        bytes += length;
    }
}
