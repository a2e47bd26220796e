package org.w3id.trilateral.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

import com.google.gson.JsonParseException;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.QueryExecResult;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/** The solutions that a SPARQL service sends, while they arrive. When the last has been read, the answer was whole. */
final class Solutions implements Iterator<Binding>, AutoCloseable {
    private static final String MOST_ROWS = "X-SPARQL-MaxRows";

    private final SparqlService service;
    private final InputStream body;
    private final long begun = System.nanoTime();
    private final long deadline;
    private final String software;
    private final long most;
    private final LongPredicate isWhole;
    private final CompletableFuture<Void> watch;
    private final Iterator<Binding> rows;
    private long count;
    private boolean isEnded;

    /**
     * Solutions of a response.
     *
     * @param most     an answer with as many is held to be cut off; the service may name a lower number itself
     * @param isWhole  asked at the end whether so many are all of them
     * @param deadline by {@link System#nanoTime()}; past it, reading ends with a failure
     */
    Solutions(SparqlService service, HttpResponse<InputStream> response, long most, LongPredicate isWhole,
              long deadline) {
        this.service = service;
        this.body = response.body();
        this.deadline = deadline;
        this.isWhole = isWhole;
        this.most = most == Long.MAX_VALUE ? most : Math.min(most, response.headers().firstValue(MOST_ROWS)
                .filter(text -> text.matches("\\d{1,18}")).map(Long::parseLong).orElse(most));
        this.software = response.headers().firstValue("Server").orElse("");
        this.watch = CompletableFuture.runAsync(this::close,
                CompletableFuture.delayedExecutor(Math.max(0, deadline - begun), TimeUnit.NANOSECONDS));
        this.rows = reading(this::read);
    }

    private Iterator<Binding> read() {
        QueryExecResult result = RowSetReader.createReader(ResultSetLang.RS_JSON).readAny(body, ARQ.getContext());
        if (result.isBoolean()) {
            return result.booleanResult() ? List.of(BindingFactory.binding()).iterator() : Collections.emptyIterator();
        }
        return result.rowSet();
    }

    @Override
    public boolean hasNext() {
        boolean more = !isEnded && reading(rows::hasNext);
        if (!more) {
            close();
            if (!isEnded && (count >= most || !isWhole.test(count))) {
                throw new TrilateralException(Fault.TOO_LARGE, "the SPARQL service " + service.endpoint()
                        + " cuts answers at "
                        + count + " rows, and this one has as many; narrow the query, or raise that limit there");
            }
            isEnded = true;
        }
        return more;
    }

    @Override
    public Binding next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        count++;
        return reading(rows::next);
    }

    /** What the program that sends them calls itself; empty where it does not say. */
    String software() {
        return software;
    }

    /** Whatever goes wrong while reading means that the answer is not whole. */
    private <T> T reading(Supplier<T> step) {
        try {
            return step.get();
        } catch (JenaException | RuntimeIOException | UncheckedIOException | JsonParseException
                 | IllegalStateException e) {
            close();
            if (System.nanoTime() >= deadline) {
                throw service.late(Duration.ofNanos(deadline - begun), e);
            }
            throw new TrilateralException(Fault.UNAVAILABLE, "the answer of the SPARQL service " + service.endpoint()
                    + " broke off or is not readable after " + count + " rows (" + SparqlService.words(e) + ")", e);
        }
    }

    @Override
    public void close() {
        watch.cancel(false);
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
