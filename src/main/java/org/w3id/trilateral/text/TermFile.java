package org.w3id.trilateral.text;

import java.util.Optional;

import org.apache.jena.dboe.base.file.BinaryDataFile;
import org.apache.jena.riot.thrift.TRDF;
import org.apache.jena.riot.thrift.ThriftConvert;
import org.apache.jena.riot.thrift.wire.RDF_Term;
import org.apache.jena.tdb2.TDBException;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.thrift.TConfiguration;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TProtocol;
import org.apache.thrift.transport.TTransport;

/**
 * The file of a TDB2 database in which its terms lie, read through a window that moves forward. TDB2 itself asks the
 * system for each byte or two of it. For one thread.
 */
public final class TermFile extends TTransport {
    private static final int WINDOW = 1 << 16;
    /** Shorter than this, what is left of the window is read anew with what follows: most terms lie in one piece. */
    private static final int SHORT = 1 << 10;

    private final BinaryDataFile file;
    private final TProtocol protocol;
    private final byte[] window = new byte[WINDOW];
    private long start;
    private int length;
    private int at;

    /** The terms of a file, none of which is read yet. */
    public TermFile(BinaryDataFile file) {
        this.file = file;
        this.protocol = TRDF.protocol(this);
    }

    /** What {@code STR} gives of the term with a number, as {@link BlockTexts#text} tells. */
    Optional<String> text(NodeId number) {
        if (!number.isPtr()) {
            return BlockTexts.text(NodeId.extract(number));
        }
        RDF_Term term = at(number.getPtrLocation());
        return term.isSetLiteral() ? Optional.of(term.getLiteral().getLex()) : term.isSetIri()
                ? Optional.of(term.getIri().getIri()) : BlockTexts.text(ThriftConvert.convert(term));
    }

    /** The term at a place of the file, as it is written there. */
    public RDF_Term at(long place) {
        moveTo(place);
        RDF_Term term = new RDF_Term();
        try {
            term.read(protocol);
        } catch (TException e) {
            throw new TDBException("no term can be read at " + place, e);
        }
        return term;
    }

    private void moveTo(long place) {
        if (place < start || place >= start + length - SHORT) {
            fill(place);
        } else {
            at = (int) (place - start);
        }
    }

    private void fill(long place) {
        start = place;
        length = Math.max(0, file.read(place, window, 0, WINDOW));
        at = 0;
    }

    @Override
    public int read(byte[] into, int offset, int count) {
        if (at == length) {
            fill(start + length);
        }
        int read = Math.min(count, length - at);
        System.arraycopy(window, at, into, offset, read);
        at += read;
        return read;
    }

    @Override
    public byte[] getBuffer() {
        return window;
    }

    @Override
    public int getBufferPosition() {
        return at;
    }

    @Override
    public int getBytesRemainingInBuffer() {
        return length - at;
    }

    @Override
    public void consumeBuffer(int count) {
        at += count;
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void open() {
    }

    @Override
    public void close() {
    }

    @Override
    public void write(byte[] from, int offset, int count) {
        throw new UnsupportedOperationException("only read");
    }

    @Override
    public TConfiguration getConfiguration() {
        return TConfiguration.DEFAULT;
    }

    @Override
    public void updateKnownMessageSize(long size) {
    }

    @Override
    public void checkReadBytesAvailable(long count) {
    }
}
