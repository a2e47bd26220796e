package org.w3id.trilateral.page;

import java.util.Locale;

/** Names of variables and tags as words. */
final class Words {
    private Words() {
    }

    /** The words of a language for a variable, else the variable's own. */
    static String of(Language language, String variable) {
        return language.find("name." + variable).orElseGet(() -> heading(variable));
    }

    /** {@code gapDays} gives "Gap days". */
    static String heading(String variable) {
        String words = variable.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").replace('-', ' ').replace('_', ' ').strip();
        return words.isEmpty() ? variable : capital(words.toLowerCase(Locale.ROOT));
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
