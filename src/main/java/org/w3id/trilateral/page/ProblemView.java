package org.w3id.trilateral.page;

import java.util.List;
import java.util.Objects;

import org.w3id.trilateral.graph.Names;

/**
 * What went wrong with a request.
 *
 * @param status  HTTP status
 * @param kind    the kind of problem, as in {@code unknown-query}; empty where the status says all
 * @param title   the kind in a few words
 * @param about   the kind in a sentence, in the language of the page; empty for none
 * @param detail  what went wrong this time, in English
 * @param allowed what would have been accepted, with its address where it has one; may be empty
 */
public record ProblemView(int status, String kind, Text title, String about, String detail, List<Ref> allowed) {
    /** More than this are no help to a reader. */
    private static final int MOST_ALLOWED = 40;

    public ProblemView {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(detail, "detail");
        allowed = List.copyOf(allowed);
    }

    /** In the words of a language; title and detail are in English. */
    static ProblemView of(int status, String kind, String title, String detail, List<String> allowed,
            Language language) {
        String key = "fault." + kind;
        return new ProblemView(status, kind,
                language.find(key).map(words -> new Text(words, language.tag()))
                .orElseGet(() -> new Text(title, Language.ENGLISH.tag())),
                language.find(key + ".about").orElse(""), detail,
                allowed.stream().limit(MOST_ALLOWED).map(name -> new Ref(Text.plain(name), address(kind, name), ""))
                .toList());
    }

    /** The same with things under the names that readers know. */
    ProblemView named(Labels labels, Names names) {
        return new ProblemView(status, kind, title, about, detail,
                allowed.stream().map(ref -> ref.href().startsWith("/id/")
                ? new Ref(labels.text(names.parse(ref.text().words())), ref.href(), "") : ref).toList());
    }

    private static String address(String kind, String name) {
        if (name.startsWith("/")) {
            return name;
        }
        return switch (kind) {
            case "unknown-query" -> "/queries/" + name;
            case "unknown-resource", "withdrawn" -> name.matches("[A-Za-z0-9][A-Za-z0-9._-]*") ? "/id/" + name : "";
            default -> "";
        };
    }
}
