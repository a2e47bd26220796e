package org.w3id.trilateral.page;

import java.util.List;
import java.util.Objects;

/**
 * What one source says of a thing, passage by passage.
 *
 * @param source the source
 * @param list   its passages
 */
public record Passages(Ref source, List<Passage> list) {
    public Passages {
        Objects.requireNonNull(source, "source");
        list = List.copyOf(list);
    }

    /**
     * A passage.
     *
     * @param number  by which statements refer to it
     * @param locator its place in the source
     * @param notes   what else is said of it: what it vouches for, its first words, who claims
     */
    public record Passage(int number, String locator, List<Value.Line> notes) {
        public Passage {
            Objects.requireNonNull(locator, "locator");
            notes = List.copyOf(notes);
        }
    }
}
