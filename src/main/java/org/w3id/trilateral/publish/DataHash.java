package org.w3id.trilateral.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;

import org.w3id.trilateral.graph.KnowledgeGraph;

/**
 * SHA-256 of the data in canonical form (<a href="https://www.w3.org/TR/rdf-canon/">RDFC-1.0</a>): the same on every
 * machine and for every program that holds the same statements in the same named graphs. It is that of the file
 * {@code dataset.nq}, and of a graph without blank nodes that of its N-Quads lines in the order of their code points;
 * it is counted in flat memory when first asked for. Safe for any number of threads.
 */
public final class DataHash {
    private static final int SHORT = 12;
    /** So many triples are sorted in a few seconds. */
    private static final long FEW = 1_000_000;

    private final KnowledgeGraph graph;
    private final Statements statements;
    private volatile String known = "";

    /** The hash of a graph. */
    public DataHash(KnowledgeGraph graph) {
        this.graph = Objects.requireNonNull(graph, "graph");
        this.statements = new Statements(graph);
    }

    /** The hash where it is soon counted; empty for a graph of more than a million triples. */
    public Optional<String> soon() {
        return graph.size() > FEW ? Optional.empty() : Optional.of(hex());
    }

    /** 64 lower-case hexadecimal digits. */
    public synchronized String hex() {
        if (known.isEmpty()) {
            try (SortedLines lines = statements.all(Progress.unheard());
                    SummedOutput sum = new SummedOutput(OutputStream.nullOutputStream())) {
                SortedLines.bytes(lines.iterator()).transferTo(sum);
                known = sum.checksum().sha256();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return known;
    }

    /**
     * What the state of the data is called: the hash or, of more than a million triples, the fingerprint of what was
     * loaded.
     */
    public String state() {
        return soon().orElseGet(graph::fingerprint);
    }

    /** The first digits of the state, enough to tell versions of one data set apart. */
    public String brief() {
        return state().substring(0, SHORT);
    }
}
