package org.w3id.trilateral.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SortedLinesTest {
    private static final int LINES = 20_000;

    /** Room for all, for some hundred parts, and for so few lines that parts must be made one before they are read. */
    @TestFactory
    Stream<DynamicTest> linesComeInTheOrderOfTheirCodePointsWhateverRoomThereIs() {
        List<String> lines = lines();
        return Stream.of(100_000_000L, 100_000L, 4_000L, 1L)
                .map(room -> DynamicTest.dynamicTest("room for " + room, () -> {
            LineSorter sorter = new LineSorter(room);
            lines.subList(0, room == 1 ? 500 : LINES).forEach(line -> sorter.accept(line.getBytes(UTF_8)));
            try (SortedLines sorted = sorter.sorted()) {
                assertEquals(room > 10_000_000, sorted.isHeld());
                List<String> first = read(sorted);
                assertEquals(room == 1 ? sorted(lines.subList(0, 500)) : sorted(lines), first);
                assertEquals(first, read(sorted));
            }
        }));
    }

    @Test
    void aLineLongerThanAnyBufferIsKeptWhole() {
        LineSorter sorter = new LineSorter(1);
        String large = "a".repeat(3_000_000);
        sorter.accept(large.getBytes(UTF_8));
        sorter.accept("b".getBytes(UTF_8));

        try (SortedLines sorted = sorter.sorted()) {
            assertEquals(List.of(large, "b"), read(sorted));
        }
    }

    @Test
    void theBytesAreThoseOfTheLines() throws IOException {
        LineSorter sorter = new LineSorter(50);
        Stream.of("two\n", "one\n", "three\n", "one\n").forEach(line -> sorter.accept(line.getBytes(UTF_8)));

        try (SortedLines sorted = sorter.sorted()) {
            assertArrayEquals("one\nthree\ntwo\n".getBytes(UTF_8), SortedLines.bytes(sorted.iterator()).readAllBytes());
        }
    }

    @Test
    void nothingSortedIsNothing() {
        try (SortedLines sorted = new LineSorter(1).sorted()) {
            assertFalse(sorted.iterator().hasNext());
            assertTrue(sorted.isHeld());
        }
    }

    /** Among them characters beyond the first plane, which Java's own order puts before some that they come after. */
    private static List<String> lines() {
        Random random = new Random(7);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            StringBuilder line = new StringBuilder("<https://example.org/");
            for (int length = random.nextInt(12); length >= 0; length--) {
                line.appendCodePoint(random.nextBoolean() ? 'a' + random.nextInt(4) : random.nextBoolean() ? 0xFF21
                        : 0x1F600);
            }
            lines.add(line.append(">\n").toString());
        }
        return lines;
    }

    private static List<String> sorted(List<String> lines) {
        TreeSet<String> sorted = new TreeSet<>(SortedLinesTest::compare);
        sorted.addAll(lines);
        return List.copyOf(sorted);
    }

    private static int compare(String one, String other) {
        return Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
    }

    private static List<String> read(SortedLines sorted) {
        List<String> lines = new ArrayList<>();
        sorted.forEach(line -> lines.add(new String(line, UTF_8)));
        return lines;
    }
}
