package org.w3id.trilateral.store;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.Version;

/**
 * The state of the data in a SPARQL service: how often each property is used, and the version that the data set gives
 * itself. Another program may change them, so it is asked again, beside the work, when the last answer is older than a
 * minute.
 */
final class RemoteVersion implements Version {
    private static final long AGE = Duration.ofMinutes(1).toNanos();
    private static final Logger LOG = LoggerFactory.getLogger(RemoteVersion.class);

    private final Remote remote;
    private final String home;
    private final AtomicBoolean isAsking = new AtomicBoolean();
    private volatile State state;

    private record State(String fingerprint, long triples, LookUps lookUps, long asked) {
    }

    /** @param home fingerprint of the home folder, whose queries are asked */
    RemoteVersion(Remote remote, String home) {
        this.remote = remote;
        this.home = home;
        this.state = ask();
    }

    @Override
    public String fingerprint() {
        return current().fingerprint();
    }

    @Override
    public long triples() {
        return current().triples();
    }

    /** Look-ups in the present state. */
    LookUps lookUps() {
        return current().lookUps();
    }

    private State current() {
        State known = state;
        if (System.nanoTime() - known.asked() > AGE && isAsking.compareAndSet(false, true)) {
            CompletableFuture.runAsync(this::renew);
        }
        return known;
    }

    private void renew() {
        try {
            State now = ask();
            boolean isSame = now.fingerprint().equals(state.fingerprint());
            state = isSame ? new State(now.fingerprint(), now.triples(), state.lookUps(), now.asked()) : now;
        } catch (TrilateralException e) {
            LOG.warn("whether the data have changed is not known: {}", e.getMessage());
        } finally {
            isAsking.set(false);
        }
    }

    private State ask() {
        StringBuilder text = new StringBuilder();
        long[] triples = {0};
        remote.all("SELECT ?p (COUNT(*) AS ?n) WHERE { ?s ?p ?o } GROUP BY ?p").stream()
                .sorted((a, b) -> a.get("p").getURI().compareTo(b.get("p").getURI())).forEach(row -> {
                    triples[0] += Long.parseLong(row.get("n").getLiteralLexicalForm());
                    text.append(row.get("p").getURI()).append(' ').append(row.get("n").getLiteralLexicalForm())
                            .append('\n');
                });
        remote.all("SELECT DISTINCT ?v WHERE { ?d a <http://rdfs.org/ns/void#Dataset> ; ?p ?v FILTER (?p IN"
                + " (<http://purl.org/dc/terms/modified>, <http://www.w3.org/2002/07/owl#versionInfo>)) }").stream()
                .map(row -> row.get("v").toString()).sorted().forEach(text::append);
        return new State(Fingerprints.of(home, remote.service().endpoint().toString(), text.toString()), triples[0],
                new LookUps(remote), System.nanoTime());
    }
}
