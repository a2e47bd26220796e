package org.w3id.trilateral.store;

import java.util.List;

/**
 * The graphs of a SPARQL service that a query sees (<a href="https://www.w3.org/TR/sparql11-protocol/#dataset">SPARQL
 * 1.1 Protocol, 2.1.4</a>).
 *
 * @param defaultGraphs those that make the default graph; with no named ones either, the service's own
 * @param namedGraphs   the named ones
 */
record Scope(List<String> defaultGraphs, List<String> namedGraphs) {
    /** What the service shows by itself. */
    static final Scope OWN = new Scope(List.of(), List.of());

    Scope {
        defaultGraphs = List.copyOf(defaultGraphs);
        namedGraphs = List.copyOf(namedGraphs);
    }
}
