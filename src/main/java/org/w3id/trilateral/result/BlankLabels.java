package org.w3id.trilateral.result;

import java.util.HashMap;
import java.util.Map;

import org.apache.jena.graph.Node;

/** Labels for the blank nodes of one answer, in the order of their appearance: {@code b0}, {@code b1}. */
final class BlankLabels {
    private final Map<Node, String> labels = new HashMap<>();

    String of(Node blank) {
        return labels.computeIfAbsent(blank, none -> "b" + labels.size());
    }
}
