package org.w3id.trilateral.query;

import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.syntax.ElementGroup;

/**
 * A query that was parsed once and is planned once, for any number of runs over one graph, also at the same time.
 */
public final class PreparedQuery {
    /** Functions with another value each time. */
    private static final Pattern CHANGING = Pattern.compile("(?i)\\b(now|rand|uuid|struuid|bnode)\\s*\\(");

    private final Query query;
    private final Set<Node> described;
    private final boolean describing;
    private final Answer.Form form;
    private final boolean changing;
    private volatile Op plan;
    private volatile boolean slow;

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
        this.describing = query.isDescribeType() && !query.hasDatasetDescription();
        this.described = describing ? Set.copyOf(query.getResultURIs()) : Set.of();
        this.query = describing ? asSelect(query) : query;
        this.form = query.isSelectType() ? Answer.Form.TABLE : query.isAskType() ? Answer.Form.BOOLEAN
                : Answer.Form.GRAPH;
        this.changing = CHANGING.matcher(text).find();
        this.query.ensureResultVars();
    }

    private static Query asSelect(Query describe) {
        Query select = describe.cloneQuery();
        select.setQuerySelectType();
        if (select.getQueryPattern() == null) {
            select.setQueryPattern(new ElementGroup());
        }
        if (select.getProjectVars().isEmpty()) {
            select.setQueryResultStar(true);
        }
        return select;
    }

    /** The parsed query, not to be changed; where it {@link #isDescribing()}, one that selects what it describes. */
    Query query() {
        return query;
    }

    /** Whether it asks for all that the default graph says of what it selects, and of what it names. */
    boolean isDescribing() {
        return describing;
    }

    /** What a describing query names. */
    Set<Node> described() {
        return described;
    }

    /** TABLE, GRAPH or BOOLEAN. */
    public Answer.Form form() {
        return form;
    }

    /** Whether it may have another answer each time, though the data stay the same. */
    public boolean isChanging() {
        return changing;
    }

    /** Whether it was not quick when it ran last. */
    boolean isSlow() {
        return slow;
    }

    /** Remembers how it ran. */
    void ran(boolean slowly) {
        slow = slowly;
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
