package org.w3id.trilateral.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;

/**
 * A SPARQL service that keeps a graph, and how that one is asked. Safe for any number of threads.
 *
 * @param service the service
 * @param scope   the graphs that make the data
 * @param most    how many rows it sends at most; {@link #UNLIMITED} where no limit was met
 * @param dialect how queries are worded for it
 */
record Remote(SparqlService service, Scope scope, long most, Dialect dialect) {
    /** More rows than any answer has. */
    static final long UNLIMITED = Long.MAX_VALUE - 1;
    private static final int LEAST_LIMIT = 1_000;
    /** Longest wait for an answer that nobody set a limit for. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    Remote {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(dialect, "dialect");
    }

    /** The solutions of a query, as they arrive. */
    Solutions stream(Query query, Duration time) {
        boolean isShort = query.hasLimit() && query.getLimit() <= most;
        Scope seen = query.hasDatasetDescription() ? Scope.OWN : scope;
        return service.ask(dialect.text(query), seen, isShort ? Long.MAX_VALUE : most,
                rows -> !isSuspicious(rows) || rows == counted(query, seen, time), time);
    }

    /** Whether a number of rows looks like a limit: limits are round, for people or for machines. */
    static boolean isSuspicious(long rows) {
        return rows >= LEAST_LIMIT && (rows % LEAST_LIMIT == 0 || Long.bitCount(rows) == 1);
    }

    private long counted(Query query, Scope seen, Duration time) {
        try (Solutions solutions = service.ask(dialect.counting(query), seen, UNLIMITED, rows -> true, time)) {
            return number(solutions.next());
        }
    }

    /** All solutions of a query. */
    List<Binding> all(String query) {
        List<Binding> rows = new ArrayList<>();
        try (Solutions solutions = service.ask(query, scope, most, any -> true, PATIENCE)) {
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
        return number(rows.isEmpty() ? BindingFactory.binding() : rows.get(0));
    }

    private long number(Binding row) {
        Node number = row.get("n");
        if (number == null || !number.isLiteral() || !number.getLiteralLexicalForm().matches("\\d{1,18}")) {
            throw service.failure("does not count: it answers " + row + " where a number was asked for");
        }
        return Long.parseLong(number.getLiteralLexicalForm());
    }
}
