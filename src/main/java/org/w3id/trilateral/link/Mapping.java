package org.w3id.trilateral.link;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.apache.jena.graph.Node;

/** One row of a table: its values by column, each read as a term; an empty cell is left out. */
record Mapping(Map<Slot, List<Node>> values) {
    static final String SSSOM = "https://w3id.org/sssom/";

    Mapping {
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    Node subject() {
        return values.get(Slot.SUBJECT_ID).get(0);
    }

    Node predicate() {
        return values.get(Slot.PREDICATE_ID).get(0);
    }

    Node object() {
        return values.get(Slot.OBJECT_ID).get(0);
    }

    /** Whether the row says that the link holds; "not", and "looked for and not found", are rows too. */
    boolean holds() {
        return !values.containsKey(Slot.PREDICATE_MODIFIER)
                && !object().hasURI(SSSOM + "NoTermFound") && !subject().hasURI(SSSOM + "NoTermFound");
    }
}
