package org.w3id.trilateral.page;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The terms of the ontology.
 *
 * @param hierarchy  the widest classes, with the more special ones below them
 * @param classes    classes, by label
 * @param properties properties, by label
 */
public record OntologyView(List<Branch> hierarchy, List<Term> classes, List<Term> properties) {
    public OntologyView {
        hierarchy = List.copyOf(hierarchy);
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
     * @param uses        how many things are of the class, or statements by the property; empty as long as that is
     *                    not counted
     * @param example     one of these things; of a property, one that it is said of
     */
    public record Term(String id, List<Text> labels, List<Text> definitions, List<Value.Line> lines,
                       OptionalInt uses, Optional<Ref> example) {
        public Term {
            Objects.requireNonNull(id, "id");
            labels = List.copyOf(labels);
            definitions = List.copyOf(definitions);
            lines = List.copyOf(lines);
            Objects.requireNonNull(uses, "uses");
            Objects.requireNonNull(example, "example");
        }
    }

    /**
     * A class and what is more special.
     *
     * @param type     the class
     * @param things   how many things are of it; empty as long as that is not counted
     * @param narrower the classes below it
     */
    public record Branch(Ref type, OptionalInt things, List<Branch> narrower) {
        public Branch {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(things, "things");
            narrower = List.copyOf(narrower);
        }
    }
}
