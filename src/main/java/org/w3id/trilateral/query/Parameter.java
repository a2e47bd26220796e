package org.w3id.trilateral.query;

import java.util.Objects;
import java.util.Optional;

import org.apache.jena.graph.Node;

/**
 * A value a caller may set on a packaged query.
 *
 * @param name         SPARQL variable, CLI option and URL parameter alike; no leading {@code ?}
 * @param type         what text is read as
 * @param defaultValue the term written in the query file; empty for {@code UNDEF}, which leaves the variable free
 * @param description  one phrase with its unit, e.g. "longest gap, in whole days"
 * @param choices      IRI of the class or concept scheme that a form offers the members of, if any
 */
public record Parameter(String name, ParameterType type, Optional<Node> defaultValue, String description,
                        Optional<String> choices) {
    public Parameter {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(defaultValue, "defaultValue");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(choices, "choices");
    }
}
