package org.w3id.trilateral.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.transaction.txn.ComponentId;
import org.apache.jena.dboe.transaction.txn.journal.Journal;
import org.apache.jena.dboe.transaction.txn.journal.JournalEntryType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal, written by TDB2 itself, cut at every byte. */
class JournalTailTest {
    private static final int COMMIT = 12 + ComponentId.SIZE;
    private static final int REDO = COMMIT + 24;

    @TempDir
    private Path folder;
    private Path file;
    private byte[] whole;

    @BeforeEach
    void writeTwoTransactions() throws IOException {
        Journal journal = Journal.create(Location.create(folder));
        ComponentId component = ComponentId.create(null, new byte[ComponentId.SIZE]);
        for (byte i = 0; i < 2; i++) {
            byte[] data = new byte[24];
            Arrays.fill(data, i);
            journal.write(JournalEntryType.REDO, component, ByteBuffer.wrap(data));
            journal.write(JournalEntryType.COMMIT, component, null);
        }
        journal.close();
        file = folder.resolve("journal.jrnl");
        whole = Files.readAllBytes(file);
        assertEquals(2 * (REDO + COMMIT), whole.length);
    }

    @Test
    void whereverItIsTornWhatWasCommittedStaysAndTheRestGoes() throws IOException {
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            JournalTail.cut(file);

            int commits = length / (REDO + COMMIT);
            assertEquals(commits * (REDO + COMMIT), Files.size(file), "torn at byte " + length);
        }
    }

    @Test
    void anEntryWhoseSumDoesNotFitIsTheEnd() throws IOException {
        whole[REDO + COMMIT + COMMIT + 12] ^= 1;
        Files.write(file, whole);

        JournalTail.cut(file);

        assertEquals(REDO + COMMIT, Files.size(file));
    }
}
