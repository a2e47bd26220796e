package org.w3id.trilateral.page;

import java.util.List;
import java.util.Objects;

import org.w3id.trilateral.graph.DatasetInfo;
import org.w3id.trilateral.query.PackagedQuery;

/**
 * What surrounds every page.
 *
 * @param title      of the page
 * @param info       the data set
 * @param digest     the first letters of the content's fingerprint
 * @param alternates the same in other formats, for programs
 * @param visit      who reads it
 * @param jsonLd     what the page tells of, for programs that read the page; empty for nothing
 */
public record Frame(String title, DatasetInfo info, String digest, List<Alternate> alternates, Visit visit,
        String jsonLd) {
    public Frame {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(info, "info");
        Objects.requireNonNull(digest, "digest");
        alternates = List.copyOf(alternates);
        Objects.requireNonNull(visit, "visit");
        Objects.requireNonNull(jsonLd, "jsonLd");
    }

    /** The same around a page that carries data. */
    Frame with(String data) {
        return new Frame(title, info, digest, alternates, visit, data);
    }

    /** The data so written that no text in them can end the element they stand in. */
    public String embedded() {
        return jsonLd.replace("<", "\\u003c");
    }

    /** The language it is read in. */
    public Language language() {
        return visit.language();
    }

    /** Words of the interface, values in their places. */
    public String say(String key, Object... values) {
        return visit.language().say(key, values);
    }

    /** Words of the interface for a number, which is the first of the values. */
    public String count(String key, int number, Object... more) {
        return visit.language().count(key, number, more);
    }

    /** A packaged query's question, in the language of the page where there are words for it. */
    public Text question(PackagedQuery query) {
        return Words.question(visit.language(), query);
    }

    /** A packaged query's title, in the language of the page where there are words for it. */
    public Text summary(PackagedQuery query) {
        return Words.summary(visit.language(), query);
    }

    /** How a packaged query's answer is to be read, in the language of the page where there are words for it. */
    public Text description(PackagedQuery query) {
        return Words.description(visit.language(), query);
    }

    /** The language of words that are not in that of the page; null, so that nothing is written, for those that are. */
    public String foreign(Text text) {
        return text.language().isEmpty() || text.language().equals(visit.language().tag()) ? null : text.language();
    }

    /** The short name of the site: the data set's title up to a colon. */
    public String brand() {
        int colon = info.title().indexOf(':');
        return colon < 0 ? info.title() : info.title().substring(0, colon);
    }

    /**
     * The page's content in another format.
     *
     * @param href      its address
     * @param mediaType its media type
     * @param name      the format in short: {@code csv}
     */
    public record Alternate(String href, String mediaType, String name) {
    }
}
