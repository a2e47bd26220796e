package org.w3id.trilateral.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.http.Accept;
import org.w3id.trilateral.http.Accept.Offer;
import org.w3id.trilateral.query.Answer.Form;
import org.w3id.trilateral.result.ResultFormat;

/** Which format an answer leaves in: by a hint that is known and fits, else by what is accepted. */
final class Representation {
    /**
     * Other names that clients use for our formats; SPARQLWrapper sends {@code rdf+xml}, with a plus that reads as a
     * blank.
     */
    private static final Map<String, ResultFormat> NAMES = Map.ofEntries(
            Map.entry("turtle", ResultFormat.TURTLE), Map.entry("n3", ResultFormat.TURTLE),
            Map.entry("ntriples", ResultFormat.NTRIPLES), Map.entry("n-triples", ResultFormat.NTRIPLES),
            Map.entry("json-ld", ResultFormat.JSONLD), Map.entry("json ld", ResultFormat.JSONLD),
            Map.entry("json+ld", ResultFormat.JSONLD), Map.entry("rdfxml", ResultFormat.RDFXML),
            Map.entry("rdf xml", ResultFormat.RDFXML), Map.entry("rdf+xml", ResultFormat.RDFXML),
            Map.entry("rdf/xml", ResultFormat.RDFXML), Map.entry("nquads", ResultFormat.NQUADS),
            Map.entry("n-quads", ResultFormat.NQUADS));
    /** Names that mean one thing for a table and another for a graph. */
    private static final Map<String, ResultFormat> GRAPH_NAMES =
            Map.of("json", ResultFormat.JSONLD, "xml", ResultFormat.RDFXML);
    private static final Map<ResultFormat, List<String>> ALIASES = Map.of(
            ResultFormat.JSON, List.of("application/json"),
            ResultFormat.XML, List.of("application/xml", "text/xml"),
            ResultFormat.RDFXML, List.of("application/xml", "text/xml"),
            ResultFormat.JSONLD, List.of("application/json"),
            ResultFormat.TURTLE, List.of("application/x-turtle", "text/n3"),
            ResultFormat.NTRIPLES, List.of("text/plain"),
            ResultFormat.TRIG, List.of("application/x-trig"));

    /** What is offered for each form of answer. */
    private static final Map<Form, List<Offer<ResultFormat>>> OFFERS = Arrays.stream(Form.values())
            .collect(Collectors.toUnmodifiableMap(form -> form, Representation::offered));

    private Representation() {
    }

    /**
     * The format for an answer of that form.
     *
     * @throws TrilateralException {@link org.w3id.trilateral.fault.Fault#NOT_ACCEPTABLE} with the media types there are
     */
    static ResultFormat choose(Form form, List<String> hints, Accept accept) {
        return hints.stream().map(hint -> named(hint, form)).flatMap(Optional::stream).findFirst()
                .orElseGet(() -> accept.bestOrRefuse(OFFERS.get(form)));
    }

    /** Whether the caller would rather have a page than RDF, as a browser would. */
    static boolean isPageWanted(List<String> hints, Accept accept) {
        List<Offer<Boolean>> offers = new ArrayList<>(OFFERS.get(Form.GRAPH).stream()
                .map(offer -> new Offer<>(false, offer.types())).toList());
        offers.add(Offer.of(true, "text/html"));
        return hints.isEmpty() && accept.best(offers).orElse(false);
    }

    private static Optional<ResultFormat> named(String hint, Form form) {
        String name = hint.toLowerCase(Locale.ROOT).strip();
        List<ResultFormat> fitting = ResultFormat.of(form);
        return fitting.stream().filter(format -> format.extension().equals(name)
                        || format.mediaType().equals(name) || format.mediaType().equals(name.replace(' ', '+'))
                        || NAMES.get(name) == format || form == Form.GRAPH && GRAPH_NAMES.get(name) == format)
                .findFirst();
    }

    private static List<Offer<ResultFormat>> offered(Form form) {
        return ResultFormat.of(form).stream().map(format -> {
            List<String> types = new ArrayList<>(List.of(format.mediaType()));
            types.addAll(ALIASES.getOrDefault(format, List.of()));
            return new Offer<>(format, types);
        }).toList();
    }
}
