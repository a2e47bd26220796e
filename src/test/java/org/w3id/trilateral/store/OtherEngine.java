package org.w3id.trilateral.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import org.w3id.trilateral.data.LiveGraph;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.publish.Description;

/** What holds of a graph that another engine keeps, whichever it is. */
abstract class OtherEngine {
    /** The graph, kept there. */
    abstract KnowledgeGraph kept();

    @TestFactory
    Stream<DynamicTest> everyPackagedQueryGivesTheSameRows() {
        return SameAnswers.in(this::kept);
    }

    @TestFactory
    Stream<DynamicTest> everyPackagedQueryGivesTheSameRowsForAnotherValue() {
        return SameAnswers.withValues(this::kept);
    }

    @Test
    void aDescriptionFromThereIsTheSame() {
        for (String name : List.of("japan", "camp-david-summit-2023", "tri:Summit")) {
            assertEquals(new Description(LiveGraph.GRAPH).of(LiveGraph.GRAPH.names().parse(name)),
                    new Description(kept()).of(kept().names().parse(name)));
        }
    }
}
