package org.w3id.trilateral.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;

/**
 * The triples of a dataset's union as numbers that stand for terms: for what goes through very many of them and wants
 * few of their terms. A number stands for its term as long as the data stay the same. All is to be used inside a read
 * transaction of the dataset.
 */
public interface Columns {
    /** What a number is that stands for no term. */
    long NONE = Long.MIN_VALUE;

    /** The columns of a dataset: its own where it has such, else what a look-up in its default graph gives. */
    static Columns of(DatasetGraph data) {
        DatasetGraph inner = data;
        while (inner instanceof DatasetGraphWrapper wrapper && !(inner instanceof Source)) {
            inner = wrapper.getWrapped();
        }
        return inner instanceof Source source ? source.columns() : new PlainColumns(data);
    }

    /** A dataset that can give its triples as numbers faster than as terms. */
    interface Source {
        /** Its columns. */
        Columns columns();
    }

    /** Takes two numbers. */
    interface Pairs {
        /** The next two. */
        void accept(long first, long second);
    }

    /** Takes texts. */
    interface Texts {
        /**
         * The next one.
         *
         * @param place which of the numbers it is, from zero
         * @param text  an IRI or the lexical form of a literal; empty for a blank node
         */
        void accept(int place, String text);
    }

    /** By what triples are sorted. */
    enum Order {
        /** Subject, property, object. */
        SUBJECT,
        /** Property, object, subject. */
        PROPERTY,
        /** Object, subject, property. */
        OBJECT
    }

    /** Takes triples. */
    interface Triples {
        /** The next one. */
        void accept(long subject, long property, long object);
    }

    /** All triples, each once; those with the same first terms come together. */
    void all(Order order, Triples triples);

    /** How many triples have a property. */
    long count(Node property);

    /** How many triples have a property and an object. */
    long count(Node property, Node object);

    /** The triples of a property, each once, as subject and object; those with the same object come together. */
    void pairs(Node property, Pairs pairs);

    /** The subjects that have an object by a property, each once, in ascending order. */
    long[] subjects(Node property, Node object);

    /**
     * Of some subjects those whose values of a property come first: where these are dates, the earliest; then those
     * without a value.
     *
     * @param among in ascending order
     */
    long[] first(Node property, long[] among, int most);

    /** The stated triples that have an object, as property and subject; those with the same subject come together. */
    void incoming(Node object, Pairs pairs);

    /** What numbers spell; quickest where these ascend. */
    void texts(long[] numbers, Texts texts);

    /** IRIs of the datatypes of literals, empty for other terms; quickest where the numbers ascend. */
    void datatypes(long[] numbers, Texts texts);

    /** The term that a number stands for. */
    Node term(long number);

    /** The number of a term; {@link #NONE} where it is known that no triple has it. */
    long number(Node term);
}
