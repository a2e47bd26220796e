package org.w3id.trilateral.query;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.apache.jena.query.Query;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/** The queries of a service by their texts, so that one which is asked again is neither parsed nor planned again. */
public final class PreparedQueries {
    private static final long MOST_BYTES = 16L << 20;
    /** About how much a query takes, parsed and planned, beside its text. */
    private static final int BYTES_BESIDE = 4 << 10;
    private static final int BYTES_PER_CHAR = 64;

    private final Map<String, String> prefixes;
    private final Cache<Asked, PreparedQuery> queries = Caffeine.newBuilder().maximumWeight(MOST_BYTES)
            .weigher((Asked asked, PreparedQuery query) -> BYTES_BESIDE + BYTES_PER_CHAR * asked.text().length())
                    .build();

    /**
     * None so far.
     *
     * @param prefixes prefix to namespace, for texts that leave their declarations out
     */
    public PreparedQueries(Map<String, String> prefixes) {
        this.prefixes = Map.copyOf(prefixes);
    }

    /**
     * The query of a text. What the protocol names goes before what the query names
     * (<a href="https://www.w3.org/TR/sparql11-protocol/#dataset">SPARQL 1.1 Protocol, 2.1.4</a>).
     *
     * @param defaultGraphs graphs that take the place of the default graph
     * @param namedGraphs   graphs that take the place of the named graphs; if both are empty, the query's own stay
     * @throws TrilateralException {@link Fault#BAD_QUERY} or {@link Fault#TOO_LARGE}
     */
    public PreparedQuery get(String text, List<String> defaultGraphs, List<String> namedGraphs) {
        Asked asked = new Asked(text, defaultGraphs, namedGraphs);
        PreparedQuery known = queries.getIfPresent(asked);
        if (known != null) {
            return known;
        }
        PreparedQuery prepared = prepare(asked);
        queries.put(asked, prepared);
        return prepared;
    }

    private PreparedQuery prepare(Asked asked) {
        Query query = SparqlText.parse(asked.text(), prefixes);
        if (!asked.defaultGraphs().isEmpty() || !asked.namedGraphs().isEmpty()) {
            query.getGraphURIs().clear();
            query.getNamedGraphURIs().clear();
            asked.defaultGraphs().forEach(query::addGraphURI);
            asked.namedGraphs().forEach(query::addNamedGraphURI);
        }
        return new PreparedQuery(query, asked.text());
    }

    private record Asked(String text, List<String> defaultGraphs, List<String> namedGraphs) {
        Asked {
            Objects.requireNonNull(text, "text");
            defaultGraphs = List.copyOf(defaultGraphs);
            namedGraphs = List.copyOf(namedGraphs);
        }
    }
}
