package org.w3id.trilateral.text;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;

/** Texts of several scripts, and conditions on such texts. */
final class RandomTexts {
    private static final List<String> WORDS = List.of(
            "summit", "Summit", "SUMMIT", "Camp David", "İstanbul", "i̇stanbul",
            "ıssız", "ISSIZ", "Straße", "STRASSE", "ẞ", "ΟΔΟΣ", "οδός", "ὈΔΟΣ", "ᾳ", "ᾼ", "\u212Aelvin", "kelvin",
            "ſet", "SET",
            "ﬁn", "FIN", "ŉa", "Ǆ", "ǅ", "ǆ", "Å", "\u212B", "å", "한미일",
            "정상회의", "日米韓", "サミット", "😀", "😁!", "Ⅷ", "ⅷ", "𐐀", "𐐨",
            "a.b", "a+b", "(x)", "[y]", "1.50", "\\", "\"q\"", "'", "\n", "\u0345",
            "é", "e\u0301", "É", "и", "И", "Ϋ́", "j̇");
    private static final String SPECIAL = "\\.[]{}()*+?^$|";

    private static final int KNOWN_WORDS = 7;
    /** With what the text of a blank node begins. */
    private static final String BLANK = "_:";

    private final Random random;
    private final List<String> words;

    /** Of a few of the words, so that a text often occurs in another. */
    RandomTexts(Random random) {
        this.random = random;
        this.words = random.ints(KNOWN_WORDS, 0, WORDS.size()).mapToObj(WORDS::get).toList();
    }

    /** A few words. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.append(one(words)).append(random.nextInt(3) == 0 ? "" : " ");
        }
        return text.toString().strip();
    }

    /** A condition on a variable, in SPARQL. */
    String condition(String variable) {
        return switch (random.nextInt(12)) {
            case 0 -> "(" + condition(variable) + " || " + condition(variable) + ")";
            case 1 -> "(" + condition(variable) + " && " + condition(variable) + ")";
            case 2 -> "!" + condition(variable);
            case 3 -> "(" + haystack(variable) + " = " + quoted(needle()) + ")";
            case 4, 5, 6 -> "REGEX(" + haystack(variable) + ", " + quoted(regex()) + flags() + ")";
            default -> one(List.of("CONTAINS", "STRSTARTS", "STRENDS")) + "(" + haystack(variable) + ", "
                    + quoted(needle()) + (random.nextInt(8) == 0 ? "@en" : "") + ")";
        };
    }

    private String haystack(String variable) {
        return one(List.<String>of("%s", "STR(%s)", "LCASE(STR(%s))", "UCASE(%s)", "LCASE(%s)", "UCASE(STR(%s))",
                "LCASE(UCASE(STR(%s)))", "STR(UCASE(LCASE(%s)))")).formatted(variable);
    }

    private String flags() {
        return one(List.of("", "", ", \"i\"", ", \"i\"", ", \"si\"", ", \"q\"", ", \"iq\"", ", \"x\"", ", \"\""));
    }

    private String needle() {
        String text = random.nextInt(30) == 0 ? BLANK : random.nextInt(3) > 0 ? one(words) : text();
        int from = random.nextInt(3) > 0 ? 0 : random.nextInt(text.length() + 1);
        String part = text.substring(from, from + random.nextInt(text.length() - from + 1));
        return this.<IntFunction<String>>one(List.of(i -> part, i -> part.toLowerCase(Locale.ROOT),
                i -> part.toUpperCase(Locale.ROOT), i -> text)).apply(0);
    }

    private String regex() {
        StringBuilder pattern = new StringBuilder(random.nextInt(8) == 0 ? "^" : "");
        needle().codePoints().forEach(c -> {
            String escaped = SPECIAL.indexOf(c) < 0 ? Character.toString(c) : "\\" + (char) c;
            pattern.append(random.nextInt(9) > 0 ? escaped : one(List.of(".", ".*", escaped + "?", escaped + "+",
                    escaped + "*", "[" + escaped + "]", "[^x]", escaped + "|", "(" + escaped + ")", escaped + "{1}",
                    escaped + "{0,2}?", "\\w", "\\b", "\\s*", escaped + "+?", "(?i)" + escaped, "\\Q" + escaped)));
        });
        return pattern.append(random.nextInt(8) == 0 ? "$" : "").toString();
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> quoted.append(c == '\\' || c == '"' ? "\\" : "")
                .append(c == '\n' ? "\\n" : isAlone(c) ? "\uFFFD" : Character.toString(c)));
        return quoted.append('"').toString();
    }

    private static boolean isAlone(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
