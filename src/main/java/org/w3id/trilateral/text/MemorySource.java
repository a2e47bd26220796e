package org.w3id.trilateral.text;

import java.util.Arrays;
import java.util.Iterator;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.iterator.IteratorSlotted;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2;

/** A graph in memory; the same as itself alone. */
record MemorySource(GraphMem2 graph) implements Source {
    @Override
    public Iterator<Block> read(Node property) {
        Iterator<Triple> triples = graph.find(Node.ANY, property, Node.ANY);
        return new IteratorSlotted<>() {
            @Override
            protected Block moveToNext() {
                return block(triples);
            }

            @Override
            protected boolean hasMore() {
                return triples.hasNext();
            }

            @Override
            protected void closeIterator() {
                Iter.close(triples);
            }
        };
    }

    private static Block block(Iterator<Triple> triples) {
        BlockTexts texts = new BlockTexts();
        Triple[] terms = new Triple[Block.SIZE];
        while (texts.size() < Block.SIZE && triples.hasNext()) {
            Triple triple = triples.next();
            terms[texts.size()] = triple;
            texts.add(BlockTexts.text(triple.getObject()));
        }
        return texts.block(new NodeTerms(Arrays.copyOf(terms, texts.size())));
    }

    @Override
    public boolean hasFewer(Triple pattern, int than) {
        Iterator<Triple> found = graph.find(pattern);
        int count = 0;
        while (count < than && found.hasNext()) {
            found.next();
            count++;
        }
        Iter.close(found);
        return count < than;
    }
}
