package org.w3id.trilateral.http;

import java.util.List;

import org.w3id.trilateral.result.ResultFormat;

/** The media types that callers mean a format by. */
final class Formats {
    private Formats() {
    }

    /** The format's own type first, then the general one of its syntax. */
    static List<String> mediaTypes(ResultFormat format) {
        return switch (format) {
            case JSON, JSONLD -> List.of(format.mediaType(), "application/json");
            case XML, RDFXML -> List.of(format.mediaType(), "application/xml");
            case CSV, TSV, TURTLE, NTRIPLES, TRIG, NQUADS -> List.of(format.mediaType());
        };
    }
}
