package org.w3id.trilateral.page;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a thing is called.
 *
 * @param byLanguage what a language is called to its names
 * @param byUser     names that somebody uses, each with who does
 */
public record NamesView(Map<String, List<Text>> byLanguage, List<Used> byUser) {
    public NamesView {
        Objects.requireNonNull(byLanguage, "byLanguage");
        byUser = List.copyOf(byUser);
    }

    /**
     * A name that somebody uses.
     *
     * @param forms its words in each language
     * @param users who uses it
     * @param name  the name as a thing of its own, with its sources
     */
    public record Used(List<Text> forms, List<Ref> users, Ref name) {
        public Used {
            forms = List.copyOf(forms);
            users = List.copyOf(users);
            Objects.requireNonNull(name, "name");
        }
    }
}
