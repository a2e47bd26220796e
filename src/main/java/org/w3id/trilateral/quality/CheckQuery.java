package org.w3id.trilateral.quality;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.Home;

/**
 * A query that must find nothing: {@code queries/checks/<rule>-violation.rq}, which selects {@code ?entity} and
 * {@code ?message}, and {@code ?graph} where the fault lies in another file than the description of the entity.
 *
 * @param rule     the fault it looks for, in kebab-case
 * @param severity warning where the comment at its top has the line {@code # severity: warning}
 * @param query    the query, over the union of all graphs and each of them
 */
record CheckQuery(String rule, Severity severity, Query query) {
    /** End of the file names. */
    static final String ENDING = "-violation.rq";

    private static final Pattern WARNING = Pattern.compile("(?m)^# severity: warning$");

    /**
     * Reads a check.
     *
     * @throws TrilateralException {@link Fault#MALFORMED_SOURCE} if it is no SELECT of an entity and a message
     */
    static CheckQuery read(Home home, Path file) {
        String name = home.relative(file);
        String text = Home.text(file);
        try {
            Query query = QueryFactory.create(text, Syntax.syntaxSPARQL_11);
            if (query.isSelectType() && Set.copyOf(query.getResultVars()).containsAll(Set.of("entity", "message"))) {
                String rule = file.getFileName().toString();
                return new CheckQuery(rule.substring(0, rule.length() - ENDING.length()),
                        WARNING.matcher(text).find() ? Severity.WARNING : Severity.VIOLATION, query);
            }
        } catch (QueryException e) {
            throw new TrilateralException(Fault.MALFORMED_SOURCE, name + ": " + e.getMessage(), e);
        }
        throw new TrilateralException(Fault.MALFORMED_SOURCE, name + ": a check must select ?entity and ?message");
    }

    /** What it finds. */
    List<Finding> apply(DatasetGraph data, Whereabouts whereabouts) {
        List<Finding> findings = new ArrayList<>();
        try (QueryExec execution = QueryExec.dataset(data).query(query).build()) {
            execution.select().forEachRemaining(row -> finding(row, whereabouts).ifPresent(findings::add));
        }
        return findings;
    }

    /** A row without an entity comes from an aggregate over nothing, and finds nothing. */
    private Optional<Finding> finding(Binding row, Whereabouts whereabouts) {
        Node entity = row.get("entity");
        Node message = row.get("message");
        if (entity == null) {
            return Optional.empty();
        }
        String file = row.get("graph") == null ? whereabouts.file(entity) : whereabouts.fileOf(row.get("graph"));
        String words = message == null ? "" : whereabouts.shortened(message.getLiteralLexicalForm());
        String part = whereabouts.part(entity);
        return Optional.of(new Finding(severity, file, whereabouts.name(entity), rule, words + part));
    }
}
