package org.w3id.trilateral.page;

import java.util.List;
import java.util.Objects;

/**
 * What stands around a thing, in time and otherwise.
 *
 * @param day      its first day, {@code YYYY-MM-DD}; empty where it has none
 * @param before   the events just before it, where it is an event, the nearest last
 * @param after    the events just after it, where it is an event
 * @param contents address of what it attests, in its own order, where it is a source; else empty
 * @param pictures its life on a line and its links, where there is something to draw
 */
public record Around(String day, List<Ref> before, List<Ref> after, String contents, List<Picture> pictures) {
    public Around {
        Objects.requireNonNull(day, "day");
        before = List.copyOf(before);
        after = List.copyOf(after);
        Objects.requireNonNull(contents, "contents");
        pictures = List.copyOf(pictures);
    }
}
