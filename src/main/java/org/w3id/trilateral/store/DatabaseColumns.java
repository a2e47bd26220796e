package org.w3id.trilateral.store;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.apache.jena.atlas.lib.Bytes;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.index.RangeIndex;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.thrift.ThriftConvert;
import org.apache.jena.riot.thrift.wire.RDF_Term;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.nodetable.NodeTableTRDF;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.apache.jena.tdb2.sys.TDBInternal;

import org.w3id.trilateral.graph.Columns;
import org.w3id.trilateral.text.TermFile;
import org.w3id.trilateral.graph.KnowledgeGraph;

/**
 * The quads of a TDB2 database as the numbers by which it knows its terms, read from its indexes alone. A number that
 * is not negative is the place of a term in the data file; a negative one holds its term in itself.
 */
final class DatabaseColumns implements Columns {
    private static final int WIDTH = 4;

    private final DatasetGraph database;

    DatabaseColumns(DatasetGraph database) {
        this.database = database;
    }

    @Override
    public void all(Order order, Triples triples) {
        switch (order) {
            case SUBJECT -> triples("SPOG", key -> triples.accept(key[0], key[1], key[2]));
            case PROPERTY -> triples("POSG", key -> triples.accept(key[2], key[0], key[1]));
            case OBJECT -> triples("OSPG", key -> triples.accept(key[1], key[2], key[0]));
        }
    }

    @Override
    public long count(Node property) {
        return triples("POSG", key -> { }, number(property));
    }

    @Override
    public long count(Node property, Node object) {
        return triples("POSG", key -> { }, number(property), number(object));
    }

    @Override
    public void pairs(Node property, Pairs pairs) {
        triples("POSG", key -> pairs.accept(key[2], key[1]), number(property));
    }

    @Override
    public long[] subjects(Node property, Node object) {
        Numbers found = new Numbers();
        triples("POSG", key -> found.add(key[2]), number(property), number(object));
        return found.toArray();
    }

    /** Dates lie in the index in their order. */
    @Override
    public long[] first(Node property, long[] among, int most) {
        Set<Long> first = new LinkedHashSet<>();
        scan("POSG", key -> {
            if (Arrays.binarySearch(among, key[2]) >= 0) {
                first.add(key[2]);
            }
            return first.size() < most;
        }, number(property));
        for (int i = 0; i < among.length && first.size() < most; i++) {
            first.add(among[i]);
        }
        return first.stream().mapToLong(Long::longValue).toArray();
    }

    /** A triple that lies in the graph of what follows by rule is not taken as stated, whatever other graph has it. */
    @Override
    public void incoming(Node object, Pairs pairs) {
        long inferred = number(KnowledgeGraph.INFERRED);
        long[] last = new long[WIDTH];
        boolean[] isStated = {false};
        scan("OSPG", key -> {
            if (key[1] != last[1] || key[2] != last[2]) {
                tell(last, isStated[0], pairs);
                System.arraycopy(key, 0, last, 0, WIDTH);
                isStated[0] = true;
            }
            isStated[0] &= key[3] != inferred;
            return true;
        }, number(object));
        tell(last, isStated[0], pairs);
    }

    private static void tell(long[] key, boolean isStated, Pairs pairs) {
        if (isStated) {
            pairs.accept(key[2], key[1]);
        }
    }

    @Override
    public void texts(long[] numbers, Texts texts) {
        TermFile file = file();
        for (int i = 0; i < numbers.length; i++) {
            texts.accept(i, numbers[i] < 0 ? text(term(numbers[i])) : text(file.at(numbers[i])));
        }
    }

    @Override
    public void datatypes(long[] numbers, Texts texts) {
        TermFile file = file();
        for (int i = 0; i < numbers.length; i++) {
            texts.accept(i, numbers[i] < 0 ? datatype(term(numbers[i])) : datatype(file.at(numbers[i])));
        }
    }

    private static String text(RDF_Term term) {
        return term.isSetIri() ? term.getIri().getIri() : term.isSetLiteral() ? term.getLiteral().getLex()
                : text(ThriftConvert.convert(term));
    }

    private static String text(Node term) {
        return term.isLiteral() ? term.getLiteralLexicalForm() : term.isURI() ? term.getURI() : "";
    }

    private static String datatype(RDF_Term term) {
        return term.isSetIri() ? "" : term.isSetLiteral() && term.getLiteral().isSetDatatype()
                ? term.getLiteral().getDatatype() : datatype(ThriftConvert.convert(term));
    }

    private static String datatype(Node term) {
        return term.isLiteral() ? term.getLiteralDatatypeURI() : "";
    }

    private TermFile file() {
        NodeTableTRDF table = (NodeTableTRDF) TDBInternal.getDatasetGraphTDB(database).getQuadTable()
                .getNodeTupleTable().getNodeTable().baseNodeTable();
        return new TermFile(table.getData());
    }

    @Override
    public Node term(long number) {
        byte[] bytes = new byte[NodeId.SIZE];
        Bytes.setLong(number, bytes);
        return TDBInternal.getNode(database, NodeIdFactory.get(bytes));
    }

    @Override
    public long number(Node term) {
        NodeId id = TDBInternal.getNodeId(database, term);
        if (id == null || NodeId.isDoesNotExist(id)) {
            return NONE;
        }
        byte[] bytes = new byte[NodeId.SIZE];
        NodeIdFactory.set(id, bytes);
        return Bytes.getLong(bytes);
    }

    /** The keys of an index of which the graph comes last, each triple once; returns how many there are. */
    private long triples(String index, Consumer<long[]> keys, long... prefix) {
        long[] last = new long[WIDTH];
        long[] count = {0};
        scan(index, key -> {
            if (count[0] == 0 || Arrays.mismatch(key, last) < WIDTH - 1) {
                System.arraycopy(key, 0, last, 0, WIDTH);
                count[0]++;
                keys.accept(key);
            }
            return true;
        }, prefix);
        return count[0];
    }

    /** The keys of an index that begin so, in its order, as long as they are wanted; all in the same array. */
    private void scan(String name, Predicate<long[]> keys, long... prefix) {
        if (Arrays.stream(prefix).anyMatch(number -> number == NONE)) {
            return;
        }
        RangeIndex index = ((TupleIndexRecord) TDBInternal.findIndex(database, name).baseTupleIndex()).getRangeIndex();
        long[] key = new long[WIDTH];
        Iterator<long[]> found = index.iterator(bound(prefix, 0), bound(prefix, 1), (block, place, bytes, records) -> {
            int at = place * records.recordLength();
            if (bytes != null) {
                block.get(at, bytes);
            }
            for (int i = 0; i < WIDTH; i++) {
                key[i] = block.getLong(at + i * NodeId.SIZE);
            }
            return key;
        });
        while (found.hasNext() && keys.test(found.next())) {
            continue;
        }
    }

    /** No bound where nothing is given. */
    private static Record bound(long[] prefix, int added) {
        if (prefix.length == 0) {
            return null;
        }
        byte[] key = new byte[WIDTH * NodeId.SIZE];
        for (int i = 0; i < prefix.length; i++) {
            Bytes.setLong(i == prefix.length - 1 ? prefix[i] + added : prefix[i], key, i * NodeId.SIZE);
        }
        return new Record(key, null);
    }

    /** Numbers that come one by one. */
    private static final class Numbers {
        private long[] all = new long[1 << 10];
        private int size;

        void add(long number) {
            if (size == all.length) {
                all = Arrays.copyOf(all, 2 * size);
            }
            all[size++] = number;
        }

        long[] toArray() {
            return Arrays.copyOf(all, size);
        }
    }
}
