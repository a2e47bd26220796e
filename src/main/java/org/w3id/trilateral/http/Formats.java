package org.w3id.trilateral.http;

import java.util.List;
import java.util.Optional;

import org.w3id.trilateral.http.Accept.Offer;
import org.w3id.trilateral.query.Answer.Form;
import org.w3id.trilateral.result.ResultFormat;

/** The media types that callers mean a format by. */
final class Formats {
    private Formats() {
    }

    /** What an answer of that form can leave in, for a choice between these and something else. */
    static List<Offer<Optional<ResultFormat>>> offers(Form form) {
        return ResultFormat.of(form).stream().map(format -> new Offer<>(Optional.of(format), mediaTypes(format)))
                .toList();
    }

    /** The format's own type first, then the general one of its syntax. */
    private static List<String> mediaTypes(ResultFormat format) {
        return switch (format) {
            case JSON, JSONLD -> List.of(format.mediaType(), "application/json");
            case XML, RDFXML -> List.of(format.mediaType(), "application/xml");
            case CSV, TSV, XLSX, TURTLE, NTRIPLES, TRIG, NQUADS -> List.of(format.mediaType());
        };
    }
}
