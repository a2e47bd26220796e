package org.w3id.trilateral.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/**
 * Single triple patterns as SPARQL. Where a service cuts its answers, a longer one is read in pages, and counted.
 * Safe for any number of threads.
 */
final class PatternReader {
    /** Counted by graph, for some engines need minutes to tell the graphs apart otherwise. */
    static final String GRAPHS = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g";

    private static final String BLANK = " FILTER (isBlank(?s) || isBlank(?o)) ";

    private final Remote remote;

    PatternReader(Remote remote) {
        this.remote = remote;
    }

    /** The named graphs, in no order. */
    Set<Node> graphs() {
        Stream<Node> names = remote.scope().equals(Scope.OWN)
                ? remote.all(GRAPHS).stream().map(row -> row.get("g"))
                : remote.scope().namedGraphs().stream().map(NodeFactory::createURI);
        return names.collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * All triples of a graph that match.
     *
     * @param graph   {@link Quad#defaultGraphIRI} or the name of a graph
     * @param pattern without blank nodes; {@link Node#ANY} matches all
     */
    List<Triple> read(Node graph, Triple pattern) {
        if (pattern.isConcrete()) {
            return remote.holds("ASK " + group(graph, pattern, "")) ? List.of(pattern) : List.of();
        }
        return rows(graph, pattern).stream().map(row -> triple(pattern, row)).toList();
    }

    /** All rows; in pages where there is a limit to one answer, known or met just now. */
    private List<Binding> rows(Node graph, Triple pattern) {
        String group = group(graph, pattern, "");
        if (remote.most() < Remote.UNLIMITED) {
            long count = number(graph, pattern);
            if (count >= remote.most()) {
                return pages(group, count, remote.most() - 1);
            }
        }
        List<Binding> rows = remote.all("SELECT * WHERE " + group);
        long count = Remote.isSuspicious(rows.size()) ? number(graph, pattern) : rows.size();
        return count == rows.size() ? rows : pages(group, count, rows.size() - 1L);
    }

    /** How many triples match. */
    long number(Node graph, Triple pattern) {
        return remote.number("SELECT (COUNT(*) AS ?n) WHERE " + group(graph, pattern, ""));
    }

    /** All quads that mention a blank node, which is the same one throughout the list. */
    List<Quad> blanks() {
        Triple all = Triple.create(Node.ANY, Node.ANY, Node.ANY);
        boolean isNamed = !graphs().isEmpty();
        String group = isNamed ? "{ GRAPH ?g { ?s ?p ?o } " + BLANK + "}" : group(Quad.defaultGraphIRI, all, BLANK);
        return remote.all("SELECT * WHERE " + group).stream()
                .map(row -> Quad.create(isNamed ? row.get("g") : Quad.defaultGraphIRI, triple(all, row))).toList();
    }

    /** A page is a part of what a sub-select has put into order: some services sort only so much at the top. */
    private List<Binding> pages(String group, long count, long size) {
        List<Binding> rows = new ArrayList<>();
        for (long offset = 0; offset < count; offset += size) {
            rows.addAll(page("SELECT * WHERE { { SELECT * WHERE " + group + " ORDER BY " + variables(group)
                    + " } } LIMIT " + size + " OFFSET " + offset));
        }
        if (rows.size() != count || Set.copyOf(rows).size() != count) {
            throw remote.service().failure("gives " + rows.size() + " rows in pages, and counts " + count
                    + "; raise the limit of " + size + " rows that it has");
        }
        return rows;
    }

    /** A page, asked for again if the service breaks down over it: Virtuoso does so now and then while it sorts. */
    private List<Binding> page(String query) {
        try {
            return remote.all(query);
        } catch (TrilateralException e) {
            if (e.fault() != Fault.UNAVAILABLE) {
                throw e;
            }
            return remote.all(query);
        }
    }

    private static String variables(String group) {
        return Stream.of("?s", "?p", "?o").filter(group::contains).collect(Collectors.joining(" "));
    }

    private static String group(Node graph, Triple pattern, String filter) {
        String triple = text(pattern.getSubject(), "?s") + ' ' + text(pattern.getPredicate(), "?p") + ' '
                + text(pattern.getObject(), "?o");
        return Quad.isDefaultGraph(graph) ? "{ " + triple + filter + " }"
                : "{ GRAPH " + NodeFmtLib.strNT(graph) + " { " + triple + filter + " } }";
    }

    private static String text(Node node, String variable) {
        return node.isConcrete() ? NodeFmtLib.strNT(node) : variable;
    }

    private static Triple triple(Triple pattern, Binding row) {
        return Triple.create(value(pattern.getSubject(), "s", row), value(pattern.getPredicate(), "p", row),
                value(pattern.getObject(), "o", row));
    }

    private static Node value(Node node, String variable, Binding row) {
        return node.isConcrete() ? node : row.get(variable);
    }
}
