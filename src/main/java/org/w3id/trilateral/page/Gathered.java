package org.w3id.trilateral.page;

import java.time.Duration;
import java.util.Optional;

import org.w3id.trilateral.graph.Columns;
import org.w3id.trilateral.graph.Kept;
import org.w3id.trilateral.graph.KnowledgeGraph;

/**
 * What pages tell that is gathered from all of the data, once for each state of them, beside the work. Safe for any
 * number of threads.
 */
public final class Gathered {
    private final KnowledgeGraph graph;
    private final Kept<Census> census;
    private final Kept<EventDays> eventDays;
    private final Kept<TermUses> termUses;

    /** The parts, each gathered by itself. */
    public enum Part {
        /** What all things are called. */
        NAMES,
        /** How many things there are of each kind. */
        COUNTS,
        /** On which days how many events began. */
        DAYS,
        /** How often the terms of the ontology are used. */
        USES
    }

    Gathered(KnowledgeGraph graph) {
        this.graph = graph;
        this.census = graph.kept(Census::new);
        this.eventDays = graph.kept(EventDays::new);
        this.termUses = graph.kept(data -> new TermUses(data, graph.names()));
    }

    /**
     * Whether a part is there; waits a moment for it. A page that is made before goes without, and is not to be kept.
     */
    public boolean has(Part part) {
        return switch (part) {
            case NAMES -> graph.nameIndex().isPresent();
            case COUNTS -> census.within(KnowledgeGraph.PATIENCE).isPresent();
            case DAYS -> eventDays.within(KnowledgeGraph.PATIENCE).isPresent();
            case USES -> termUses.within(KnowledgeGraph.PATIENCE).isPresent();
        };
    }

    /** Begins with all parts, where the data can be gone through quickly; else each waits until it is asked for. */
    public void begin() {
        if (graph.dataset() instanceof Columns.Source) {
            for (Part part : Part.values()) {
                has(part);
            }
        }
    }

    Optional<Census> census() {
        return census.within(Duration.ZERO);
    }

    Optional<EventDays> eventDays() {
        return eventDays.within(Duration.ZERO);
    }

    Optional<TermUses> termUses() {
        return termUses.within(Duration.ZERO);
    }
}
