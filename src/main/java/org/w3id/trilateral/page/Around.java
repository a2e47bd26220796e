package org.w3id.trilateral.page;

import java.util.List;
import java.util.Objects;

/**
 * What stands around a thing, in time and otherwise.
 *
 * @param day      its first day, {@code YYYY-MM-DD}; empty where it has none
 * @param before   the events just before it, where it is an event, the nearest last
 * @param after    the events just after it, where it is an event
 * @param pictures its life on a line and its links, where there is something to draw
 */
public record Around(String day, List<Ref> before, List<Ref> after, List<Picture> pictures) {
    public Around {
        Objects.requireNonNull(day, "day");
        before = List.copyOf(before);
        after = List.copyOf(after);
        pictures = List.copyOf(pictures);
    }
}
