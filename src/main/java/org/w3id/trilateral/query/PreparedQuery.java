package org.w3id.trilateral.query;

import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;

/**
 * A query that was parsed once and is planned once, for any number of runs over one graph, also at the same time.
 */
public final class PreparedQuery {
    /** Functions with another value each time. */
    private static final Pattern CHANGING = Pattern.compile("(?i)\\b(now|rand|uuid|struuid|bnode)\\s*\\(");

    private final Query query;
    private final Answer.Form form;
    private final boolean changing;
    private volatile Op plan;

    /** Takes a query that nobody changes from now on. */
    public PreparedQuery(Query query) {
        this(query, "");
    }

    /**
     * Takes a query that nobody changes from now on.
     *
     * @param text what it was read from
     */
    PreparedQuery(Query query, String text) {
        this.query = Objects.requireNonNull(query, "query");
        this.form = query.isSelectType() ? Answer.Form.TABLE : query.isAskType() ? Answer.Form.BOOLEAN : Answer.Form.GRAPH;
        this.changing = CHANGING.matcher(text).find();
        query.ensureResultVars();
    }

    /** The parsed query; not to be changed. */
    Query query() {
        return query;
    }

    /** TABLE, GRAPH or BOOLEAN. */
    public Answer.Form form() {
        return form;
    }

    /** Whether it may have another answer each time, though the data stay the same. */
    public boolean isChanging() {
        return changing;
    }

    /** Its algebra as it runs; made by the first who asks. */
    Op plan(Supplier<Op> planning) {
        Op known = plan;
        if (known == null) {
            known = planning.get();
            plan = known;
        }
        return known;
    }
}
