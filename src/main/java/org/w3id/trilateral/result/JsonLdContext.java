package org.w3id.trilateral.result;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;

import org.w3id.trilateral.graph.Terms;

/**
 * The short names that triples are written with in JSON-LD, and what kind of value stands under each: worked out from
 * the triples themselves, so that a document carries just the names it uses and is read without any other.
 *
 * <p>Terms of the ontology go by their local names, {@code rdfs:label} by {@code label}, all others by their prefixes.
 * A property whose values are all things, texts in languages, or literals of one datatype has them without further ado;
 * of any other property each value says what it is. Only what JSON-LD 1.0 can read too is used. For one thread.
 */
public final class JsonLdContext {
    /** Terms that are not written with a prefix, besides those of the ontology. */
    private static final Map<String, String> SHORT = Map.of(RDFS.label.getURI(), "label");
    private static final List<String> TAKEN = List.of("id", "type", "label");
    /** JSON-LD 1.1 takes no other namespace for a prefix in the short form. */
    private static final Pattern PREFIXABLE = Pattern.compile(".*[/#:?]");
    private static final Pattern BARE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    private final TreeMap<String, String> namespaces = new TreeMap<>();
    private final Map<String, Use> uses = new TreeMap<>();
    private final Map<Node, String> terms = new HashMap<>();
    private final Set<String> prefixes = new TreeSet<>();

    /** What the values of a property are. */
    enum Kind { THING, TAGGED, TYPED, MIXED }

    /**
     * How a property is used.
     *
     * @param kind     what all its values are
     * @param datatype IRI of the one datatype of typed values; else empty
     */
    record Use(Kind kind, String datatype) {
        private static final Use MIXED = new Use(Kind.MIXED, "");

        static Use of(Node value) {
            if (!value.isLiteral()) {
                return new Use(Kind.THING, "");
            }
            return value.getLiteralLanguage().isEmpty() ? new Use(Kind.TYPED, value.getLiteralDatatypeURI())
                    : new Use(Kind.TAGGED, "");
        }

        Use and(Use other) {
            return equals(other) ? this : MIXED;
        }
    }

    /** A context that knows no triples yet; {@code prefixes} by their names. */
    public JsonLdContext(Map<String, String> prefixes) {
        prefixes.forEach((prefix, namespace) -> {
            if (PREFIXABLE.matcher(namespace).matches() && !prefix.isEmpty()) {
                namespaces.put(namespace, prefix);
            }
        });
    }

    /** Takes note of a triple that is to be written. */
    public void add(Triple triple) {
        if (!isType(triple)) {
            uses.merge(triple.getPredicate().getURI(), Use.of(triple.getObject()), Use::and);
            name(triple.getPredicate());
        } else {
            name(triple.getObject());
        }
        compact(triple.getSubject());
        if (!triple.getObject().isLiteral()) {
            compact(triple.getObject());
        } else {
            shorten(triple.getObject().getLiteralDatatypeURI());
        }
    }

    /** Whether a triple says the class of a thing, so that it stands under {@code type}. */
    static boolean isType(Triple triple) {
        return triple.getPredicate().equals(RDF.type.asNode()) && !triple.getObject().isLiteral();
    }

    Use use(Node property) {
        return uses.getOrDefault(property.getURI(), Use.MIXED);
    }

    /** A property or class by its shortest name. */
    String name(Node term) {
        return term.isURI() ? terms.computeIfAbsent(term, node -> name(node.getURI())) : compact(term);
    }

    private String name(String iri) {
        String local = iri.startsWith(Terms.TRI) ? iri.substring(Terms.TRI.length()) : "";
        if (BARE.matcher(local).matches() && !TAKEN.contains(local) && !namespaces.containsValue(local)) {
            return local;
        }
        return Optional.ofNullable(SHORT.get(iri)).orElseGet(() -> shorten(iri));
    }

    /** A thing by its IRI, with a prefix where there is one, or by the label of its blank node. */
    String compact(Node thing) {
        return thing.isURI() ? shorten(thing.getURI()) : "_:" + SafeLabel.of(thing);
    }

    String shorten(String iri) {
        Map.Entry<String, String> near = namespaces.floorEntry(iri);
        while (near != null && !iri.startsWith(near.getKey())) {
            near = namespaces.lowerEntry(near.getKey());
        }
        if (near == null || iri.startsWith("//", near.getKey().length())) {
            return iri;
        }
        prefixes.add(near.getValue());
        return near.getValue() + ":" + iri.substring(near.getKey().length());
    }

    /** The value of {@code @context}, as JSON. */
    public String json() {
        Map<String, String> entries = new TreeMap<>();
        uses.forEach((property, use) -> coercion(use).ifPresent(how -> entries.put(name(property),
                "{\"@id\": " + JsonText.quoted(shorten(property)) + ", " + how + "}")));
        SHORT.forEach((iri, term) -> {
            if (uses.containsKey(iri)) {
                entries.putIfAbsent(term, JsonText.quoted(iri));
            }
        });
        StringBuilder json = new StringBuilder("{\n    \"@vocab\": ").append(JsonText.quoted(Terms.TRI))
                .append(",\n    \"id\": \"@id\",\n    \"type\": \"@type\"");
        Map<String, String> byPrefix = new TreeMap<>();
        namespaces.forEach((namespace, prefix) -> byPrefix.put(prefix, namespace));
        prefixes.forEach(prefix -> append(json, prefix, JsonText.quoted(byPrefix.get(prefix))));
        entries.forEach((term, value) -> append(json, term, value));
        return json.append("\n  }").toString();
    }

    private static void append(StringBuilder json, String term, String value) {
        json.append(",\n    ").append(JsonText.quoted(term)).append(": ").append(value);
    }

    private Optional<String> coercion(Use use) {
        return switch (use.kind()) {
            case THING -> Optional.of("\"@type\": \"@id\"");
            case TAGGED -> Optional.of("\"@container\": \"@language\"");
            case TYPED -> XSD.xstring.getURI().equals(use.datatype()) ? Optional.empty()
                    : Optional.of("\"@type\": " + JsonText.quoted(shorten(use.datatype())));
            case MIXED -> Optional.empty();
        };
    }
}
