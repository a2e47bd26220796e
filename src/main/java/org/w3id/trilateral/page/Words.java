package org.w3id.trilateral.page;

import java.util.Locale;
import java.util.function.Function;

import org.w3id.trilateral.query.PackagedQuery;
import org.w3id.trilateral.query.Wording;

/** Names of variables and tags as words. */
final class Words {
    private Words() {
    }

    /** The words of a language for a variable, else the variable's own. */
    static String of(Language language, String variable) {
        return language.find("name." + variable).orElseGet(() -> heading(variable));
    }

    /** The words of a language for a tag of packaged queries, else the tag's own. */
    static String theme(Language language, String tag) {
        String name = tag.replace(' ', '-');
        return language.find("theme." + name).orElseGet(() -> of(language, name));
    }

    /** A packaged query's question, in the language where there are words for it, else in English. */
    static Text question(Language language, PackagedQuery query) {
        return translated(language, query, Wording::question);
    }

    /** A packaged query's title, in the language where there are words for it, else in English. */
    static Text summary(Language language, PackagedQuery query) {
        return translated(language, query, Wording::summary);
    }

    /** How a packaged query's answer is to be read; empty words where its header does not say. */
    static Text description(Language language, PackagedQuery query) {
        return translated(language, query, Wording::description);
    }

    /** What a parameter of a packaged query means. */
    static Text note(Language language, PackagedQuery query, String parameter) {
        return translated(language, query, wording -> wording.params().getOrDefault(parameter, ""));
    }

    private static Text translated(Language language, PackagedQuery query, Function<Wording, String> part) {
        String words = part.apply(query.wording(language.tag()));
        return words.isEmpty() ? new Text(part.apply(query.wording(Language.ENGLISH.tag())), Language.ENGLISH.tag())
                : new Text(words, language.tag());
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
