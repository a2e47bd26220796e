package org.w3id.trilateral.query;

import java.util.Objects;

/**
 * Says that the answer to a packaged query about a thing is a section of the page of that thing: of every thing that is
 * among the choices of a parameter.
 *
 * @param parameter the parameter whose value is the thing
 * @param heading   what the section is called, in English
 * @param place     sections stand in the order of these numbers
 * @param lanes     the column whose values are the lanes of the section's picture; empty for one lane
 */
public record PageSection(String parameter, String heading, int place, String lanes) {
    public PageSection {
        Objects.requireNonNull(parameter, "parameter");
        Objects.requireNonNull(heading, "heading");
        Objects.requireNonNull(lanes, "lanes");
    }
}
