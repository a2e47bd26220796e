package org.w3id.trilateral.graph;

import org.apache.jena.sparql.core.DatasetGraph;

import org.w3id.trilateral.temporal.KeptRows;
import org.w3id.trilateral.temporal.TemporalJoins;
import org.w3id.trilateral.text.KeptTexts;
import org.w3id.trilateral.text.TextFilters;

/** What makes queries over a dataset fast beyond what ARQ does, each with its share of the memory. */
final class Extensions {
    /** What part of the memory may be taken by rows that are kept for later joins: one of so many. */
    private static final int MEMORY_PER_ROWS = 8;
    /** The same, by texts that are kept for later filters. */
    private static final int MEMORY_PER_TEXTS = 12;

    private Extensions() {
    }

    static void register(DatasetGraph dataset, Version version) {
        long memory = Runtime.getRuntime().maxMemory();
        TemporalJoins.register(dataset, new KeptRows(dataset, memory / MEMORY_PER_ROWS, version::fingerprint));
        TextFilters.register(dataset, new KeptTexts(memory / MEMORY_PER_TEXTS, version::fingerprint));
    }
}
