package org.w3id.trilateral.page;

import java.util.List;
import java.util.Objects;

import org.w3id.trilateral.graph.DatasetInfo;

/**
 * What surrounds every page.
 *
 * @param title      of the page
 * @param info       the data set
 * @param digest     the first letters of the content's fingerprint
 * @param alternates the same in other formats, for programs
 */
public record Frame(String title, DatasetInfo info, String digest, List<Alternate> alternates) {
    public Frame {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(info, "info");
        Objects.requireNonNull(digest, "digest");
        alternates = List.copyOf(alternates);
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
