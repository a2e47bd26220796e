package org.w3id.trilateral.store;

import java.net.URI;
import java.util.List;

import org.apache.jena.riot.out.NodeFmtLib;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.DatasetInfo;
import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;

/**
 * Opens a graph that a SPARQL service keeps, and sees to it at once that answers from there can be trusted: that the
 * default graph gives each statement once, and at how many rows answers are cut.
 */
final class RemoteStore {
    private static final String UNION = NodeFmtLib.strNT(KnowledgeGraph.UNION);
    /**
     * A service that gives fewer rows, of as many, has a limit; a higher one shows when an answer is met that is as
     * long.
     */
    private static final int TRIED = 10_001;
    private static final String HELP =
            " Upload what 'trilateral export --union' writes, which has a graph for this, or see"
            + " the page on stores";

    private RemoteStore() {
    }

    /**
     * The graph that a service keeps.
     *
     * @param address its SPARQL endpoint
     * @param home    where its queries, its title and prefixes are
     */
    static KnowledgeGraph open(URI address, Home home) {
        SparqlService service = new SparqlService(address);
        Dialect dialect = dialect(service);
        Remote whole = new Remote(service, Scope.OWN, Remote.UNLIMITED, dialect);
        Remote scoped = new Remote(service, scope(whole), Remote.UNLIMITED, dialect);
        refuseEmpty(scoped);
        refuseRepeating(scoped);
        Remote remote = new Remote(service, scoped.scope(), most(scoped), dialect);
        DatasetInfo info = DatasetInfo.load(home);
        RemoteVersion version = new RemoteVersion(remote, home.fingerprint());
        return KnowledgeGraph.over(new RemoteDataset(remote, version, info.prefixes()), info, version);
    }

    private static Dialect dialect(SparqlService service) {
        try (Solutions first = service.ask("ASK { ?s ?p ?o }", Scope.OWN, Remote.UNLIMITED, any -> true,
                Remote.PATIENCE)) {
            return Dialect.of(first.software());
        }
    }

    /** With a graph of the union, that and the graphs beside it; else what the service shows by itself. */
    private static Scope scope(Remote whole) {
        if (!whole.holds("ASK { GRAPH " + UNION + " { ?s ?p ?o } }")) {
            return Scope.OWN;
        }
        List<String> named = whole.all(PatternReader.GRAPHS).stream()
                .map(row -> row.get("g").toString())
                .filter(name -> name.startsWith(KnowledgeGraph.GRAPHS) && !name.equals(KnowledgeGraph.UNION.getURI()))
                        .toList();
        return new Scope(List.of(KnowledgeGraph.UNION.getURI()), named);
    }

    private static void refuseEmpty(Remote remote) {
        if (!remote.holds("ASK { ?s ?p ?o }")) {
            throw new TrilateralException(Fault.BAD_OPTION, "the default graph of " + remote.service().endpoint()
                    + " is empty, and questions are asked of it." + HELP);
        }
    }

    private static void refuseRepeating(Remote remote) {
        if (!remote.scope().equals(Scope.OWN)) {
            return;
        }
        long all = remote.number("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }");
        long distinct = remote.number(
                "SELECT (COUNT(*) AS ?n) WHERE { { SELECT DISTINCT ?s ?p ?o WHERE { ?s ?p ?o } } }");
        if (all != distinct) {
            throw new TrilateralException(Fault.BAD_OPTION, "the default graph of " + remote.service().endpoint()
                    + " gives "
                    + (all - distinct) + " of its " + distinct + " statements again, once for each graph they are in;"
                    + " every count would be wrong." + HELP);
        }
    }

    private static long most(Remote remote) {
        String text = "SELECT (1 AS ?one) WHERE { ?s ?p ?o } LIMIT " + TRIED;
        int rows = 0;
        try (Solutions trial = remote.service().ask(text, remote.scope(), Long.MAX_VALUE, any -> true,
                Remote.PATIENCE)) {
            for (; trial.hasNext(); rows++) {
                trial.next();
            }
        }
        long expected = rows == TRIED ? TRIED : Math.min(TRIED,
                remote.number("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"));
        return rows < expected ? rows : Remote.UNLIMITED;
    }
}
