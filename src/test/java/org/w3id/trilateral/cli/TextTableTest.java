package org.w3id.trilateral.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTableTest {
    private static final TextTable TABLE = new TextTable(List.of("event", "place", "days"), List.of(
            List.of("캠프 데이비드 정상회의", "キャンプ・デービッド", "37"),
            List.of("A trilateral meeting with a name that goes on for rather long, and then on and on, and does not end here", "", "1")), TextTable.FEW);

    @Test
    void columnsStandUnderEachOtherInAnyScript() {
        TextTable table = new TextTable(List.of("a", "b"), List.of(List.of("日本", "1"), List.of("Japan", "2")),
                TextTable.FEW);

        assertEquals("a      b\n─────  ─\n日本   1\nJapan  2\n", table.fitted(Terminal.UNLIMITED));
    }

    @ParameterizedTest
    @ValueSource(ints = {31, 40, 60, 80, 100})
    void noLineIsWiderThanTheTerminal(int width) {
        assertTrue(TABLE.fitted(width).lines().allMatch(line -> DisplayWidth.of(line) <= width), TABLE.fitted(width));
    }

    @Test
    void aCellThatIsTooLongGoesOverThreeLinesAndEndsInAnEllipsis() {
        TextTable table = new TextTable(List.of("a"), List.of(List.of("one two three four five six seven eight")),
                TextTable.FEW);

        assertEquals("a\n──────────\none two\nthree four\nfive six …\n", table.fitted(10));
    }

    @Test
    void whereNoTableFitsEachRowIsABlock() {
        assertTrue(TABLE.fitted(24).startsWith("event  캠프 데이비드\n       정상회의\nplace  "), TABLE.fitted(24));
        assertTrue(TABLE.fitted(24).lines().allMatch(line -> DisplayWidth.of(line) <= 24), TABLE.fitted(24));
    }

    @ParameterizedTest
    @CsvSource({"Japan, 5", "日本, 4", "윤석열, 6", "キャンプ・デービッド, 20", "e\u0301, 1", "ｶﾅ, 2", "－, 2"})
    void aWidthIsCountedInColumns(String text, int width) {
        assertEquals(width, DisplayWidth.of(text));
    }
}
