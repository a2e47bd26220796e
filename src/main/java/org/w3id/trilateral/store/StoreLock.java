package org.w3id.trilateral.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/** The right of one process to open a store. The system takes it back when the process ends, however it ends. */
final class StoreLock implements AutoCloseable {
    /** The file that is locked; it holds the number of the process. */
    static final String NAME = "trilateral-store.lock";
    /** Far behind the number, so that others can read that while it is locked. */
    private static final long PLACE = 1L << 40;

    private final FileChannel channel;
    private final boolean isMine;

    private StoreLock(FileChannel channel, boolean isMine) {
        this.channel = channel;
        this.isMine = isMine;
    }

    /**
     * Takes the lock of a folder. Where this process has it already, that is told by {@link #isMine()}.
     *
     * @throws TrilateralException {@link Fault#BAD_OPTION} if another process has it
     */
    static StoreLock take(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(PLACE, 1, false);
            if (lock == null) {
                channel.close();
                throw new TrilateralException(Fault.BAD_OPTION, "the store '" + folder
                        + "' is open in another process (number "
                        + Files.readString(file).strip()
                                + "); one process opens a store at a time. Stop it, or ask it over HTTP:"
                        + " --store http://localhost:3030/sparql");
            }
            channel.truncate(0).write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n")
                    .getBytes(StandardCharsets.US_ASCII)));
            return new StoreLock(channel, true);
        } catch (OverlappingFileLockException e) {
            channel.close();
            return new StoreLock(channel, false);
        }
    }

    /** Whether this is the one that holds the lock, and not a second user of the same process. */
    boolean isMine() {
        return isMine;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
