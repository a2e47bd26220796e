package org.w3id.trilateral.page;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which part of an answer a page shows.
 *
 * @param number this page, from 1
 * @param size   rows on a page
 * @param total  rows of the whole answer
 */
public record Paging(int number, int size, int total) {
    /** How many pages there are; at least 1. */
    public int pages() {
        return Math.max(1, (total + size - 1) / size);
    }

    /** The first row of the page, from 0. */
    public int first() {
        return (number - 1) * size;
    }

    /** The last row of the page, from 1: as people count. */
    public int last() {
        return Math.min(total, number * size);
    }

    /** The numbers of all pages. */
    public List<Integer> numbers() {
        return IntStream.rangeClosed(1, pages()).boxed().toList();
    }
}
