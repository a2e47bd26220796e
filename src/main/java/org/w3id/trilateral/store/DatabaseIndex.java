package org.w3id.trilateral.store;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.Bytes;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.index.RangeIndex;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.store.GraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.NodeIdType;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.apache.jena.tdb2.store.value.DateTimeNode;
import org.apache.jena.tdb2.store.value.IntegerNode;

import org.w3id.trilateral.graph.Watch;
import org.w3id.trilateral.temporal.PropertyIndex;

/**
 * The statements of a property in a TDB2 database, from the index that has them in the order of their objects. Whole
 * numbers and dates stand in the index itself, so that those in a gap are passed over without a look.
 */
final class DatabaseIndex implements PropertyIndex {
    /** Objects as the index has them, unsigned. */
    private record Gone(long from, long to) {
        private static Gone of(Gap gap) {
            return new Gone(raw(gap.kind(), gap.from()), raw(gap.kind(), gap.to()));
        }

        private static long raw(Kind kind, long value) {
            byte[] bytes = new byte[NodeId.SIZE];
            NodeIdFactory.set(switch (kind) {
                case INTEGER -> NodeIdFactory.createValue(NodeIdType.XSD_INTEGER, IntegerNode.pack56(value));
                case DAY -> NodeIdFactory.createValue(NodeIdType.XSD_DATE,
                        DateTimeNode.packDate(LocalDate.ofEpochDay(value).toString()));
            }, bytes);
            return Bytes.getLong(bytes);
        }
    }

    /**
     * Where the statements are.
     *
     * @param index  in the order of its terms: first some that are known, then objects, then subjects
     * @param prefix those known
     * @param nodes  tells the terms
     */
    private record Place(RangeIndex index, List<NodeId> prefix, NodeTable nodes) {
        private static Optional<Place> of(Statements statements) {
            if (!(DatabasePatterns.database(statements.graph()) instanceof GraphTDB graph)) {
                return Optional.empty();
            }
            Node name = graph.getGraphName();
            boolean named = !Quad.isDefaultGraph(name) && !Quad.isUnionGraph(name);
            NodeTable nodes = graph.getNodeTupleTable().getNodeTable();
            NodeId property = nodes.getNodeIdForNode(statements.property());
            List<NodeId> prefix = named ? List.of(nodes.getNodeIdForNode(name), property) : List.of(property);
            String order = Quad.isDefaultGraph(name) ? "POS" : named ? "GPOS" : "POSG";
            return Optional.ofNullable(graph.getNodeTupleTable().getTupleTable().selectIndex(order,
                    TupleIndexRecord.class)).map(found -> new Place(found.getRangeIndex(), prefix, nodes));
        }

        /** The entries but those of gaps, each pair of object and subject once. */
        private Iterator<byte[]> entries(List<Gap> gaps) {
            if (prefix.stream().anyMatch(NodeId::isDoesNotExist)) {
                return Iter.nullIterator();
            }
            List<Gone> gone = gaps.stream().flatMap(gap -> halves(gap).stream()).map(Gone::of)
                    .sorted((a, b) -> Long.compareUnsigned(a.from(), b.from())).toList();
            Iterator<byte[]> all = Iter.nullIterator();
            Record next = first();
            for (Gone gap : gone) {
                all = Iter.concat(all, keys(next, at(gap.from())));
                next = at(gap.to() + 1);
            }
            return distinct(Iter.concat(all, keys(next, end())));
        }

        private Iterator<byte[]> keys(Record from, Record to) {
            return Iter.map(index.iterator(from, to), Record::getKey);
        }

        /** The same statement in several graphs stands there one after another. */
        private Iterator<byte[]> distinct(Iterator<byte[]> keys) {
            int from = prefix.size() * NodeId.SIZE;
            int to = from + 2 * NodeId.SIZE;
            byte[][] before = new byte[1][];
            return Iter.filter(keys, key -> {
                boolean other = before[0] == null || !Arrays.equals(before[0], from, to, key, from, to);
                before[0] = key;
                return other;
            });
        }

        private Record first() {
            Record record = index.getRecordFactory().createKeyOnly();
            for (int i = 0; i < prefix.size(); i++) {
                NodeIdFactory.set(prefix.get(i), record.getKey(), i * NodeId.SIZE);
            }
            return record;
        }

        private Record at(long object) {
            Record record = first();
            Bytes.setLong(object, record.getKey(), prefix.size() * NodeId.SIZE);
            return record;
        }

        private Record end() {
            Record record = first();
            int last = prefix.size() - 1;
            NodeIdFactory.setNext(prefix.get(last), record.getKey(), last * NodeId.SIZE);
            return record;
        }

        private Node subject(byte[] key) {
            return nodes.getNodeForNodeId(NodeIdFactory.get(key, (prefix.size() + 1) * NodeId.SIZE));
        }
    }

    /** Numbers below zero stand behind the others. */
    private static List<Gap> halves(Gap gap) {
        return gap.kind() == Kind.DAY || gap.from() >= 0 || gap.to() < 0 ? List.of(gap)
                : List.of(new Gap(gap.kind(), 0, gap.to()), new Gap(gap.kind(), gap.from(), -1));
    }

    @Override
    public OptionalLong count(Context execution, Statements of, List<Gap> gaps, long limit) {
        Optional<Place> place = Place.of(of);
        if (place.isEmpty()) {
            return OptionalLong.empty();
        }
        Runnable onStep = Watch.onStep(execution);
        long count = 0;
        for (Iterator<byte[]> entries = place.get().entries(gaps); count < limit && entries.hasNext(); entries.next()) {
            onStep.run();
            count++;
        }
        return OptionalLong.of(count);
    }

    @Override
    public Optional<Iterator<Node>> subjects(Context execution, Statements of, List<Gap> gaps) {
        Runnable onStep = Watch.onStep(execution);
        return Place.of(of).map(place -> Iter.map(place.entries(gaps), key -> {
            onStep.run();
            return place.subject(key);
        }));
    }
}
