package org.w3id.trilateral.ingest;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a name, without case, accents, marks and initials, so that spellings of it can be compared. */
final class NameWords {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private NameWords() {
    }

    /** The words, in order, each once. */
    static Set<String> of(String name) {
        Set<String> words = new LinkedHashSet<>();
        Arrays.stream(folded(name).split(" ")).filter(word -> word.length() > 1).forEach(words::add);
        return words;
    }

    /** The name in lower case without accents, its words parted by single blanks, with a blank before and after. */
    static String folded(String name) {
        String plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        return " " + NO_LETTERS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip() + " ";
    }
}
