package org.w3id.trilateral.http;

import java.util.ArrayList;
import java.util.List;

/**
 * The value of a {@code Link} field (<a href="https://www.rfc-editor.org/rfc/rfc8288">RFC 8288</a>), collected link by
 * link; the relations are those of <a href="https://signposting.org/FAIR/">FAIR Signposting</a>. For one thread.
 */
final class LinkField {
    static final String NAME = "Link";

    private final List<String> links = new ArrayList<>();

    /** One more link. */
    LinkField add(String relation, String target) {
        links.add("<" + target + ">; rel=\"" + relation + "\"");
        return this;
    }

    /** One more link to something of that media type. */
    LinkField add(String relation, String target, String mediaType) {
        links.add("<" + target + ">; rel=\"" + relation + "\"; type=\"" + mediaType + "\"");
        return this;
    }

    /** One more link to the same in another language. */
    LinkField addLanguage(String target, String language) {
        links.add("<" + target + ">; rel=\"alternate\"; type=\"text/html\"; hreflang=\"" + language + "\"");
        return this;
    }

    @Override
    public String toString() {
        return String.join(", ", links);
    }
}
