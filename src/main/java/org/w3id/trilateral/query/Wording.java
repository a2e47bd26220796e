package org.w3id.trilateral.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a packaged query says of itself in one language; what is not translated is empty.
 *
 * @param summary     a noun phrase, the title
 * @param question    the scholar's question it answers
 * @param description how to read the answer, what it leaves out
 * @param heading     what the answer is called as a section of the pages of things; empty where it is none
 * @param params      parameter name to what it means
 */
public record Wording(String summary, String question, String description, String heading, Map<String, String> params) {
    /** Nothing translated. */
    static final Wording NONE = new Wording("", "", "", "", Map.of());

    public Wording {
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(heading, "heading");
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }

    /** What a header says, in the language of headers. */
    static Wording of(QueryHeader header) {
        Map<String, String> notes = new LinkedHashMap<>();
        header.params().forEach((name, note) -> notes.put(name, note.description()));
        return new Wording(header.summary(), header.question(), header.description(),
                header.page().map(PageSection::heading).orElse(""), notes);
    }
}
