package org.w3id.trilateral.store;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.Adler32;

import org.apache.jena.dboe.transaction.txn.ComponentId;

/**
 * The end of a TDB2 journal. A program that is killed while it writes leaves half an entry there, and TDB2 would not
 * open the database again. What stands after the last whole {@code COMMIT} was never told to anybody to be kept, so it
 * is cut off.
 *
 * <p>An entry is: length of the data (4 bytes; -1 for none), Adler-32 of the entry with zero in this place (4), type
 * (4), component ({@link ComponentId#SIZE}), data.
 */
final class JournalTail {
    private static final int HEADER = 12 + ComponentId.SIZE;
    private static final int LENGTH_AT = 0;
    private static final int SUM_AT = 4;
    private static final int TYPE_AT = 8;
    private static final int COMMIT = 3;

    private JournalTail() {
    }

    /** Cuts the journal after its last whole commit, and gives how many bytes were cut off. */
    static long cut(Path journal) throws IOException {
        long size = Files.size(journal);
        long whole = lengthToLastCommit(journal);
        if (whole < size) {
            try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.WRITE)) {
                channel.truncate(whole).force(true);
            }
        }
        return size - whole;
    }

    private static long lengthToLastCommit(Path journal) throws IOException {
        long left = Files.size(journal);
        long read = 0;
        long committed = 0;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(journal)))) {
            while (left >= HEADER) {
                ByteBuffer header = ByteBuffer.wrap(in.readNBytes(HEADER));
                int length = Math.max(0, header.getInt(LENGTH_AT));
                left -= HEADER + (long) length;
                if (left < 0 || header.getInt(SUM_AT) != sum(header, in.readNBytes(length))) {
                    break;
                }
                read += HEADER + (long) length;
                committed = header.getInt(TYPE_AT) == COMMIT ? read : committed;
            }
        }
        return committed;
    }

    private static int sum(ByteBuffer header, byte[] data) {
        Adler32 sum = new Adler32();
        sum.update(header.array(), 0, SUM_AT);
        sum.update(new byte[TYPE_AT - SUM_AT]);
        sum.update(header.array(), TYPE_AT, HEADER - TYPE_AT);
        sum.update(data);
        return (int) sum.getValue();
    }
}
