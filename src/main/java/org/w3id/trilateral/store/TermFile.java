package org.w3id.trilateral.store;

import org.apache.jena.dboe.base.file.BinaryDataFile;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.thrift.ThriftConvert;
import org.apache.jena.riot.thrift.wire.RDF_Term;
import org.apache.thrift.TException;
import org.apache.thrift.protocol.TCompactProtocol;
import org.apache.thrift.transport.TMemoryInputTransport;

/**
 * What the terms of a TDB2 database spell, read from its data file without making terms of them. It is read in blocks,
 * so that terms that lie one after another cost little. For one thread.
 */
final class TermFile {
    private static final int BLOCK = 1 << 16;

    private final BinaryDataFile file;
    private final TMemoryInputTransport input;
    private final TCompactProtocol protocol;
    private byte[] block = new byte[BLOCK];
    private long begin;
    private int filled;

    TermFile(BinaryDataFile file) {
        this.file = file;
        try {
            this.input = new TMemoryInputTransport();
            this.protocol = new TCompactProtocol(input);
        } catch (TException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The IRI or the lexical form at a place of the file; empty for a blank node. */
    String text(long place) {
        RDF_Term term = at(place);
        if (term.isSetIri()) {
            return term.getIri().getIri();
        }
        return term.isSetLiteral() ? term.getLiteral().getLex() : text(ThriftConvert.convert(term));
    }

    /** The IRI of the datatype of the literal at a place; empty for another term. */
    String datatype(long place) {
        RDF_Term term = at(place);
        if (term.isSetLiteral() && term.getLiteral().isSetDatatype()) {
            return term.getLiteral().getDatatype();
        }
        return term.isSetIri() ? "" : datatype(ThriftConvert.convert(term));
    }

    static String datatype(Node term) {
        return term.isLiteral() ? term.getLiteralDatatypeURI() : "";
    }

    static String text(Node term) {
        return term.isLiteral() ? term.getLiteralLexicalForm() : term.isURI() ? term.getURI() : "";
    }

    /** A term may reach over the end of what was read; then it is read from its beginning, as far as needed. */
    private RDF_Term at(long place) {
        boolean isFresh = place < begin || place >= begin + filled;
        if (isFresh) {
            fill(place);
        }
        while (true) {
            try {
                return decoded(place);
            } catch (TException | IndexOutOfBoundsException e) {
                if (isFresh && place + filled >= file.length()) {
                    throw new IllegalStateException("no term begins at " + place, e);
                }
                block = isFresh ? new byte[2 * block.length] : block;
                fill(place);
                isFresh = true;
            }
        }
    }

    private RDF_Term decoded(long place) throws TException {
        int offset = (int) (place - begin);
        input.reset(block, offset, filled - offset);
        protocol.reset();
        RDF_Term term = new RDF_Term();
        term.read(protocol);
        return term;
    }

    private void fill(long place) {
        begin = place;
        filled = Math.max(0, file.read(place, block, 0, (int) Math.min(block.length, file.length() - place)));
    }
}
