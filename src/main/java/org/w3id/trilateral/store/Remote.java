package org.w3id.trilateral.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/**
 * A SPARQL service that keeps a graph, and how that one is asked. Safe for any number of threads.
 *
 * @param service the service
 * @param scope   the graphs that make the data
 * @param most    how many rows it sends at most; {@link #UNLIMITED} where no limit was met
 */
record Remote(SparqlService service, Scope scope, long most) {
    /** More rows than any answer has. */
    static final long UNLIMITED = Long.MAX_VALUE - 1;
    /** Longest wait for an answer that nobody set a limit for. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    Remote {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(scope, "scope");
    }

    /** The solutions of a query, as they arrive. */
    Solutions stream(Query query, Duration time) {
        boolean isShort = query.hasLimit() && query.getLimit() <= most;
        Scope seen = query.hasDatasetDescription() ? Scope.OWN : scope;
        return service.ask(Dialect.text(query), seen, isShort ? Long.MAX_VALUE : most, time);
    }

    /** All solutions of a query. */
    List<Binding> all(String query) {
        List<Binding> rows = new ArrayList<>();
        try (Solutions solutions = service.ask(query, scope, most, PATIENCE)) {
            solutions.forEachRemaining(rows::add);
        }
        return rows;
    }

    /** The answer to an ASK. */
    boolean holds(String ask) {
        return !all(ask).isEmpty();
    }

    /** The one number that a query gives as {@code ?n}. */
    long number(String query) {
        List<Binding> rows = all(query);
        Node number = rows.size() == 1 ? rows.get(0).get("n") : null;
        if (number == null || !number.isLiteral() || !number.getLiteralLexicalForm().matches("\\d{1,18}")) {
            throw new TrilateralException(Fault.UNAVAILABLE, "the SPARQL service " + service.endpoint()
                    + " does not count: asked '" + query + "', it answers " + rows);
        }
        return Long.parseLong(number.getLiteralLexicalForm());
    }
}
