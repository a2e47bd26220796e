package org.w3id.trilateral.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.w3id.trilateral.query.PackagedQuery;
import org.w3id.trilateral.query.QueryCatalogue;

/**
 * The first page.
 *
 * @param title   what it is called
 * @param about   what it is, in a sentence or two
 * @param origin  scheme, host and port of this service
 * @param counts  how many things of each main class; empty as long as they are being counted
 * @param triples statements in the graph
 * @param themes  tag to its questions
 * @param chronology the picture of it all, where there is one
 */
public record HomeView(Text title, Text about, String origin,
        Optional<List<Count>> counts, long triples, Map<String, List<PackagedQuery>> themes,
                       Optional<Picture> chronology) {
    public HomeView {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(origin, "origin");
        counts = counts.map(List::copyOf);
        Objects.requireNonNull(themes, "themes");
        Objects.requireNonNull(chronology, "chronology");
    }

    /** The questions under their first tags, tags in alphabetical order, untagged ones last. */
    static Map<String, List<PackagedQuery>> themes(QueryCatalogue catalogue, Language language) {
        Map<String, List<PackagedQuery>> tagged = new TreeMap<>();
        List<PackagedQuery> rest = new ArrayList<>();
        for (PackagedQuery query : catalogue.all()) {
            List<String> tags = query.header().tags();
            (tags.isEmpty() ? rest
                    : tagged.computeIfAbsent(Words.theme(language, tags.get(0)), tag -> new ArrayList<>())).add(query);
        }
        Map<String, List<PackagedQuery>> themes = new LinkedHashMap<>(tagged);
        if (!rest.isEmpty()) {
            themes.put(language.say("other-questions"), rest);
        }
        return themes;
    }
}
