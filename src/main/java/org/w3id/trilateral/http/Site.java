package org.w3id.trilateral.http;

import java.util.Objects;

import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.publish.Releases;
import org.w3id.trilateral.query.Limits;
import org.w3id.trilateral.query.QueryCatalogue;

/**
 * What every page and endpoint answers from.
 *
 * @param graph     the graph
 * @param catalogue its packaged queries
 * @param limits    how far a query may go
 * @param address   where callers find it
 * @param releases  earlier versions that stay addressable
 */
public record Site(KnowledgeGraph graph, QueryCatalogue catalogue, Limits limits, Address address, Releases releases) {
    public Site {
        Objects.requireNonNull(graph, "graph");
        Objects.requireNonNull(catalogue, "catalogue");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(releases, "releases");
    }

    /** A site without a public URL and without earlier releases. */
    public Site(KnowledgeGraph graph, QueryCatalogue catalogue, Limits limits) {
        this(graph, catalogue, limits, Address.asAsked(), Releases.none());
    }
}
