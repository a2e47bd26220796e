package org.w3id.trilateral.text;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.apache.jena.atlas.iterator.Iter;

import org.w3id.trilateral.text.KeptTexts.Key;

/**
 * The blocks of a property while they are read for the first time. Once all are, they are kept; if they are too many,
 * nobody tries again.
 */
final class Reading implements Iterator<Block>, AutoCloseable {
    private final KeptTexts kept;
    private final Key key;
    private final Iterator<Block> blocks;
    private final List<Block> read = new ArrayList<>();
    private long bytes;
    private Block peeked;
    private boolean ended;

    /**
     * Reads.
     *
     * @param key was begun
     */
    Reading(KeptTexts kept, Key key) {
        this.kept = kept;
        this.key = key;
        this.blocks = key.source().read(key.property());
    }

    /** The block that comes next. */
    Block peek() {
        peeked = next();
        return peeked;
    }

    @Override
    public boolean hasNext() {
        boolean more = peeked != null || blocks.hasNext();
        if (!more && !ended) {
            ended = true;
            kept.end(key, new Column(read), bytes);
        }
        return more;
    }

    @Override
    public Block next() {
        if (peeked != null) {
            Block block = peeked;
            peeked = null;
            return block;
        }
        return read();
    }

    private Block read() {
        Block block = blocks.next();
        bytes += block.bytes();
        if (bytes > kept.most()) {
            read.clear();
            ended = true;
        }
        if (!ended) {
            read.add(block);
        }
        return block;
    }

    @Override
    public void close() {
        Iter.close(blocks);
        if (!ended) {
            ended = true;
            kept.end(key);
        }
    }
}
