package org.w3id.trilateral.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class FoldingTest {
    private static final List<Locale> LOCALES = List.of(Locale.ROOT, Locale.forLanguageTag("tr"),
            Locale.forLanguageTag("az"), Locale.GERMAN);

    @Test
    void aCharacterIsFoldedLikeItsLowerAndUpperCaseInEveryLanguage() {
        List<String> wrong = new ArrayList<>();
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT).mapToObj(Character::toString).forEach(text -> {
            String folded = Folding.folded(text);
            for (Locale locale : LOCALES) {
                if (!Folding.folded(text.toLowerCase(locale)).equals(folded)
                        || !Folding.folded(text.toUpperCase(locale)).equals(folded)) {
                    wrong.add(locale + " " + text);
                }
            }
        });

        assertEquals(List.of(), wrong);
    }

    /** The rule of {@link java.util.regex.Pattern#UNICODE_CASE}. */
    @Test
    void aCharacterIsFoldedLikeAllThatMatchItInAnyCase() {
        List<String> wrong = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> !Folding.folded(Character.toString(c)).equals(
                        Folding.folded(Character.toString(Character.toLowerCase(Character.toUpperCase(c))))))
                .mapToObj(Character::toString).toList();

        assertEquals(List.of(), wrong);
    }

    @Test
    void aTextIsFoldedCharacterByCharacterWhateverStandsAround() {
        assertEquals(Folding.folded("οδος"), Folding.folded("ΟΔΟΣ".toLowerCase(Locale.ROOT)));
        assertEquals(Folding.folded("ΟΔΟΣ") + Folding.folded("ΟΔΟΣ"), Folding.folded("οδοςΟΔΟΣ"));
        assertEquals(Folding.folded("strasse"), Folding.folded("Straße"));
        assertEquals(Folding.folded("istanbul"), Folding.folded("İstanbul"));
        assertEquals(Folding.folded("elvin"), Folding.folded("\u212Aelvin").substring(1));
    }
}
