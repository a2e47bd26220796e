package org.w3id.trilateral.page;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The terms of the ontology.
 *
 * @param classes    classes, by label
 * @param properties properties, by label
 */
public record OntologyView(List<Term> classes, List<Term> properties) {
    public OntologyView {
        classes = List.copyOf(classes);
        properties = List.copyOf(properties);
    }

    /**
     * A class or property.
     *
     * @param id          local name, and the anchor in the page
     * @param labels      what it is called, English first
     * @param definitions what it means
     * @param lines       how it stands to other terms, examples, notes
     * @param uses        how many things are of the class, or statements by the property
     * @param example     one of these things; of a property, one that it is said of
     */
    public record Term(String id, List<Text> labels, List<Text> definitions, List<Value.Line> lines,
                       int uses, Optional<Ref> example) {
        public Term {
            Objects.requireNonNull(id, "id");
            labels = List.copyOf(labels);
            definitions = List.copyOf(definitions);
            lines = List.copyOf(lines);
            Objects.requireNonNull(example, "example");
        }
    }
}
