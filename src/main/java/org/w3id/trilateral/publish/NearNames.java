package org.w3id.trilateral.publish;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.Suggestion;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.Names;

/** "Did you mean" for things: the nearest by name or by label. */
final class NearNames {
    private final Names names;
    private final Graph union;

    NearNames(Names names, Graph union) {
        this.names = names;
        this.union = union;
    }

    /** The failure for an IRI that the graph says nothing of; names the nearest that it knows, if there is one. */
    TrilateralException unknown(Node entity) {
        String given = names.local(entity.getURI()).orElseGet(() -> names.shorten(entity.getURI()));
        Optional<String> near = nearest(given);
        return new TrilateralException(Fault.UNKNOWN_RESOURCE, "the graph says nothing of '" + given + "'."
                + near.map(name -> " Did you mean '" + name + "'?").orElse(""), near.stream().toList());
    }

    private Optional<String> nearest(String given) {
        Map<String, String> candidates = new TreeMap<>();
        union.find(Node.ANY, RDFS.label.asNode(), Node.ANY).forEach(t -> {
            if (t.getSubject().isURI() && !t.getSubject().getURI().contains("--")) {
                String name = name(t.getSubject().getURI());
                candidates.put(name, name);
                candidates.putIfAbsent(hyphenated(t.getObject().getLiteralLexicalForm()), name);
            }
        });
        return Suggestion.nearest(hyphenated(given), List.copyOf(candidates.keySet())).map(candidates::get);
    }

    private String name(String iri) {
        return names.local(iri).orElseGet(() -> names.shorten(iri));
    }

    private static String hyphenated(String label) {
        return label.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s,.]+", "-");
    }
}
