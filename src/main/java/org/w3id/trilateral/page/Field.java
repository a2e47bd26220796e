package org.w3id.trilateral.page;

import java.util.List;
import java.util.Objects;

/**
 * One input of a form.
 *
 * @param kind        which control it is
 * @param name        name of the parameter
 * @param label       the name as words: {@code withinDays} gives "Within days"
 * @param description what it means, with its unit
 * @param value       what it is filled with
 * @param choices     what is offered; empty for free input
 */
public record Field(Kind kind, String name, String label, String description, String value, List<Choice> choices) {
    /** The controls. */
    public enum Kind { NUMBER, DATE, TEXT, SELECT, SUGGEST }

    public Field {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(value, "value");
        choices = List.copyOf(choices);
    }

    /** Id of the control in the page. */
    public String id() {
        return "parameter-" + name;
    }

    /**
     * One of the values on offer.
     *
     * @param value what is sent
     * @param text  what is read
     */
    public record Choice(String value, Text text) {
    }
}
