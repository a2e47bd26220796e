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
 * @param hint        how to write a value where it is to be written and not chosen; may be empty
 * @param value       what it is filled with
 * @param choices     what is offered; empty for free input
 * @param group       IRI of the class or scheme whose members are suggested while one types; may be empty
 * @param error       what is wrong with the value; may be empty
 * @param near        what may have been meant instead; may be empty
 */
public record Field(Kind kind, String name, String label, Text description, String hint, String value,
        List<Choice> choices,
                    String group, String error, List<Ref> near) {
    /** The controls. */
    public enum Kind { NUMBER, DATE, TEXT, SELECT, SUGGEST }

    public Field {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(hint, "hint");
        Objects.requireNonNull(value, "value");
        choices = List.copyOf(choices);
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(error, "error");
        near = List.copyOf(near);
    }

    /** The same with a value that cannot be, why, and what may have been meant. */
    Field refused(String why, List<Ref> meant) {
        return new Field(kind, name, label, description, hint, value, choices, group, why, meant);
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
