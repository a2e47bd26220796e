package org.w3id.trilateral.text;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.iterator.IteratorSlotted;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetable.NodeTableTRDF;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;

/**
 * A graph of a TDB2 database. The values of a property come in the order of their numbers, which is that of their
 * places in the file of terms, so that the file is read once and forward.
 *
 * @param database that of one transaction, or another for the same data
 * @param name     of the graph, as the database has it
 */
record DatabaseSource(DatasetGraphTDB database, Node name) implements Source {
    @Override
    public Iterator<Block> read(Node property) {
        NodeTable terms = table().getNodeTable();
        Iterator<Tuple<NodeId>> statements = find(Triple.create(Node.ANY, property, Node.ANY));
        Reader reader = new Reader(statements, terms);
        return new IteratorSlotted<>() {
            @Override
            protected Block moveToNext() {
                return reader.block();
            }

            @Override
            protected boolean hasMore() {
                return reader.hasMore();
            }

            @Override
            protected void closeIterator() {
                Iter.close(statements);
            }
        };
    }

    @Override
    public boolean hasFewer(Triple pattern, int than) {
        Iterator<Tuple<NodeId>> found = find(pattern);
        int count = 0;
        while (count < than && found.hasNext()) {
            found.next();
            count++;
        }
        Iter.close(found);
        return count < than;
    }

    private NodeTupleTable table() {
        return database.chooseNodeTupleTable(name);
    }

    private Iterator<Tuple<NodeId>> find(Triple pattern) {
        Node subject = anyIfVariable(pattern.getSubject());
        Node predicate = anyIfVariable(pattern.getPredicate());
        Node object = anyIfVariable(pattern.getObject());
        Iterator<Tuple<NodeId>> found = Quad.isDefaultGraph(name)
                ? table().findAsNodeIds(subject, predicate, object)
                : table().findAsNodeIds(Quad.isUnionGraph(name) ? Node.ANY : name, subject, predicate, object);
        return found == null ? Iter.nullIterator() : found;
    }

    private static Node anyIfVariable(Node term) {
        return term.isConcrete() ? term : Node.ANY;
    }

    /** Makes blocks. The same statement in several graphs comes several times in a row, and counts once. */
    private static final class Reader {
        private final Iterator<Tuple<NodeId>> statements;
        private final NodeTable terms;
        private final Function<NodeId, Optional<String>> texts;
        private Tuple<NodeId> next;
        private NodeId subject = NodeId.NodeDoesNotExist;
        private NodeId value = NodeId.NodeDoesNotExist;

        Reader(Iterator<Tuple<NodeId>> statements, NodeTable terms) {
            this.statements = statements;
            this.terms = terms;
            this.texts = terms.baseNodeTable() instanceof NodeTableTRDF file ? new TermFile(file.getData())::text
                    : number -> BlockTexts.text(terms.getNodeForNodeId(number));
            advance();
        }

        boolean hasMore() {
            return next != null;
        }

        private void advance() {
            next = null;
            while (next == null && statements.hasNext()) {
                Tuple<NodeId> statement = statements.next();
                next = subject(statement).equals(subject) && value(statement).equals(value) ? null : statement;
            }
        }

        Block block() {
            BlockTexts block = new BlockTexts();
            byte[] numbers = new byte[2 * NodeId.SIZE * Block.SIZE];
            while (block.size() < Block.SIZE && next != null) {
                int at = 2 * NodeId.SIZE * block.size();
                NodeId read = value(next);
                if (block.size() > 0 && read.equals(value)) {
                    block.repeat();
                } else {
                    block.add(texts.apply(read));
                }
                subject = subject(next);
                value = read;
                NodeIdFactory.set(subject, numbers, at);
                NodeIdFactory.set(value, numbers, at + NodeId.SIZE);
                advance();
            }
            return block.block(new NumberTerms(Arrays.copyOf(numbers, 2 * NodeId.SIZE * block.size()), terms));
        }

        private static NodeId subject(Tuple<NodeId> statement) {
            return statement.get(statement.len() - 3);
        }

        private static NodeId value(Tuple<NodeId> statement) {
            return statement.get(statement.len() - 1);
        }
    }
}
