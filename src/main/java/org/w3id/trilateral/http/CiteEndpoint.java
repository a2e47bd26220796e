package org.w3id.trilateral.http;

import java.util.Arrays;
import java.util.List;

import org.w3id.trilateral.http.Accept.Offer;
import org.w3id.trilateral.publish.Citation;

/** A citation in the form that is asked for: by {@code format=}, else by what is accepted. */
final class CiteEndpoint {
    static final String FORMAT = "format";
    /** The last part of the address of a citation. */
    static final String CITE = "/cite";

    private CiteEndpoint() {
    }

    /** The citation; {@code call} may have parameters of its own besides {@code format}. */
    static Reply reply(Call call, Citation citation) {
        String asked = call.values().getOrDefault(FORMAT, "");
        Citation.Format format = asked.isBlank() ? call.accept().bestOrRefuse(offers()) : Citation.Format.of(asked);
        return Reply.ok(format.contentType(), citation.render(format))
                .with(LinkField.NAME, new LinkField().add("describes", citation.url()).toString());
    }

    private static List<Offer<Citation.Format>> offers() {
        return Arrays.stream(Citation.Format.values())
                .map(format -> format == Citation.Format.CSL ? Offer.of(format, format.mediaType(), "application/json")
                        : Offer.of(format, format.mediaType())).toList();
    }
}
