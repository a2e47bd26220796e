package org.w3id.trilateral.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexTextsTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "summit; summit", "^Camp David$; Camp David", "camp.*david; david", "colou?r; colo", "ab+cde; cde",
        "a|bc; a/bc",
        "go{2,3}gle; gle", "x*yz; yz", "[ck]orea; orea", "kor[^e]a; kor", "1\\.5; 1.5", "\\d+ days; ' days'",
        "a\\\\b; a\\b", "😀?smile; smile", "ab+?c; ab", "ab??c; a", "a.b|c; a/c"})
    void theLongestRunThatMustOccurIsFound(String pattern, String texts) {
        assertEquals(List.of(texts.split("/")), RegexTexts.of(pattern, ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "(a|b)c", "a?", ".*", "abc|", "abc|d*", "[a[b]]cd", "[]a]bc", "[a&&b]cd", "\\Qabc", "\\x41bc",
        "\\p{L}abc", "abc\\",
        "[abc", "a{bc", "a{2}"})
    void nothingIsKnownOfWhatIsNotPlain(String pattern) {
        assertEquals(List.of(), RegexTexts.of(pattern, ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"q; a.b", "iq; a.b", "i; a", "sm; a"})
    void flagsThatChangeNoCharacterAreUnderstood(String flags, String text) {
        assertEquals(List.of(text), RegexTexts.of("a.b", flags));
    }

    @ParameterizedTest
    @CsvSource({"x", "ix", "k"})
    void otherFlagsAreNot(String flags) {
        assertEquals(List.of(), RegexTexts.of("ab", flags));
    }
}
