package org.w3id.trilateral.link;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.apache.jena.graph.Node;

/** One row of a table: its values by column, each read as a term; an empty cell is left out. */
record Mapping(Map<Slot, List<Node>> values) {
    static final String SSSOM = "https://w3id.org/sssom/";
    /** The {@code object_type} of a row whose object is a text, in {@code object_label}, and no resource. */
    static final String LITERAL = "rdfs literal";

    Mapping {
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    Node subject() {
        return values.get(Slot.SUBJECT_ID).get(0);
    }

    Node predicate() {
        return values.get(Slot.PREDICATE_ID).get(0);
    }

    /** A resource, or the text of a row whose object is none. */
    Node object() {
        return values.get(hasLiteral() ? Slot.OBJECT_LABEL : Slot.OBJECT_ID).get(0);
    }

    boolean hasLiteral() {
        return hasLiteral(values);
    }

    static boolean hasLiteral(Map<Slot, List<Node>> values) {
        return values.containsKey(Slot.OBJECT_TYPE)
                && values.get(Slot.OBJECT_TYPE).get(0).getLiteralLexicalForm().equals(LITERAL);
    }

    /** Whether the row says that the link holds; "not", and "looked for and not found", are rows too. */
    boolean holds() {
        return !values.containsKey(Slot.PREDICATE_MODIFIER)
                && !object().hasURI(SSSOM + "NoTermFound") && !subject().hasURI(SSSOM + "NoTermFound");
    }
}
