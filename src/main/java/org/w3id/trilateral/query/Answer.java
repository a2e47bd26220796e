package org.w3id.trilateral.query;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.engine.binding.Binding;

/** What a query returned: a value detached from the dataset, safe to keep after the transaction. */
public sealed interface Answer {
    /** The SPARQL result forms; an enum because Java 17 checks a switch over it for completeness. */
    enum Form { TABLE, GRAPH, BOOLEAN }

    /** Which of the three this is. */
    Form form();

    /** How many rows or triples it has; a yes or no is one. */
    int size();

    /**
     * Solutions of a SELECT, in its order.
     *
     * @param columns variable names without {@code ?}
     * @param rows    one binding a solution; a column may be unbound
     */
    record Table(List<String> columns, List<Binding> rows) implements Answer {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        @Override
        public Form form() {
            return Form.TABLE;
        }

        @Override
        public int size() {
            return rows.size();
        }
    }

    /**
     * Triples of a CONSTRUCT or DESCRIBE, sorted and without duplicates.
     *
     * @param triples  the triples
     * @param prefixes prefix to namespace, for writers
     */
    record Triples(List<Triple> triples, Map<String, String> prefixes) implements Answer {
        public Triples {
            triples = List.copyOf(triples);
            prefixes = Collections.unmodifiableMap(new TreeMap<>(prefixes));
        }

        /** Sorts triples by their N-Triples lines, so that the same set always leaves as the same bytes. */
        public static Triples of(Set<Triple> triples, Map<String, String> prefixes) {
            SortedMap<String, Triple> byLine = new TreeMap<>();
            triples.forEach(triple -> byLine.put(line(triple), triple));
            return new Triples(List.copyOf(byLine.values()), prefixes);
        }

        private static String line(Triple triple) {
            return NodeFmtLib.strNT(triple.getSubject()) + ' ' + NodeFmtLib.strNT(triple.getPredicate()) + ' '
                    + NodeFmtLib.strNT(triple.getObject());
        }

        @Override
        public Form form() {
            return Form.GRAPH;
        }

        @Override
        public int size() {
            return triples.size();
        }
    }

    /**
     * The answer to an ASK.
     *
     * @param value yes or no
     */
    record Truth(boolean value) implements Answer {
        @Override
        public Form form() {
            return Form.BOOLEAN;
        }

        @Override
        public int size() {
            return 1;
        }
    }
}
