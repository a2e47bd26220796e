package org.w3id.trilateral.graph;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/** The rules of {@code ontology/rules}: CONSTRUCT queries that say what follows from what is stated. */
public final class Rules {
    private final Home home;

    /** The rules of a home folder. */
    public Rules(Home home) {
        this.home = home;
    }

    /**
     * Runs each rule once, in the order of the file names, over the union and adds what is new to it.
     *
     * @param union     all that is stated; grows by what follows
     * @param malformed told of each rule that is not right; where it returns, that rule is left out
     * @return what follows and was not stated
     */
    Graph apply(Graph union, Consumer<TrilateralException> malformed) {
        Graph inferred = GraphFactory.createDefaultGraph();
        for (Path rule : files()) {
            for (Triple triple : conclusions(rule, union, malformed)) {
                if (!union.contains(triple)) {
                    union.add(triple);
                    inferred.add(triple);
                }
            }
        }
        return inferred;
    }

    /** The files of the rules, in the order in which they are to be run. */
    public List<Path> files() {
        return home.files("ontology/rules", ".rq");
    }

    private List<Triple> conclusions(Path rule, Graph union, Consumer<TrilateralException> malformed) {
        try {
            return conclusions(rule, union);
        } catch (TrilateralException e) {
            malformed.accept(e);
            return List.of();
        }
    }

    /**
     * What follows by one rule, whether it is stated or not.
     *
     * @throws TrilateralException {@link Fault#MALFORMED_SOURCE} if the rule is not right
     */
    public List<Triple> conclusions(Path rule, Graph union) {
        try (QueryExec execution = QueryExec.graph(union).query(parse(rule)).build()) {
            return execution.construct().find().toList();
        }
    }

    private Query parse(Path file) {
        try {
            Query query = QueryFactory.create(Home.text(file), Syntax.syntaxSPARQL_11);
            if (query.isConstructType()) {
                return query;
            }
        } catch (QueryParseException e) {
            throw new TrilateralException(Fault.MALFORMED_SOURCE, home.relative(file) + ": " + e.getMessage(), e);
        }
        throw new TrilateralException(Fault.MALFORMED_SOURCE,
                home.relative(file) + ": a rule must be a CONSTRUCT query");
    }
}
