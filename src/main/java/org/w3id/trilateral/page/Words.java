package org.w3id.trilateral.page;

import java.util.Locale;

import org.w3id.trilateral.query.PackagedQuery;

/** Names of variables and tags as words. */
final class Words {
    private Words() {
    }

    /** The words of a language for a variable, else the variable's own. */
    static String of(Language language, String variable) {
        return language.find("name." + variable).orElseGet(() -> heading(variable));
    }

    /** A packaged query's question, in the language where there are words for it. */
    static Text question(Language language, PackagedQuery query) {
        return language.find("question." + query.id()).map(words -> new Text(words, language.tag()))
                .orElseGet(() -> new Text(query.header().question(), Language.ENGLISH.tag()));
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
