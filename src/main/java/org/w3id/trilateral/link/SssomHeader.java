package org.w3id.trilateral.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import org.w3id.trilateral.fault.Suggestion;

/**
 * What a table says of itself above its rows; entries that we have no use for are let stand.
 *
 * @param set      IRI of the mapping set
 * @param licence  IRI of its licence
 * @param title    its title, if it has one
 * @param prefixes prefix to namespace: its own {@code curie_map} and those that SSSOM builds in
 */
record SssomHeader(String set, String licence, Optional<String> title, Map<String, String> prefixes) {
    private static final Map<String, String> BUILT_IN = Map.of(
            "owl", "http://www.w3.org/2002/07/owl#", "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "rdfs", "http://www.w3.org/2000/01/rdf-schema#", "semapv", "https://w3id.org/semapv/vocab/",
            "skos", "http://www.w3.org/2004/02/skos/core#", "sssom", Mapping.SSSOM,
            "xsd", "http://www.w3.org/2001/XMLSchema#", "linkml", "https://w3id.org/linkml/");

    SssomHeader {
        Objects.requireNonNull(set, "set");
        Objects.requireNonNull(licence, "licence");
        Objects.requireNonNull(title, "title");
        prefixes = Map.copyOf(prefixes);
    }

    static SssomHeader parse(String file, List<String> block) {
        if (block.isEmpty()) {
            throw SssomFile.malformed(file, 1, "no header: its first lines must be '#key: value'");
        }
        Map<?, ?> map = yaml(file, block);
        Map<String, String> prefixes = new HashMap<>(BUILT_IN);
        if (!(map.get("curie_map") instanceof Map<?, ?> own)) {
            throw SssomFile.malformed(file, 1, "the header needs a 'curie_map' of prefixes and namespaces");
        }
        own.forEach((prefix, namespace) -> prefixes.put(String.valueOf(prefix), String.valueOf(namespace)));
        return new SssomHeader(iri(file, map, "mapping_set_id"), iri(file, map, "license"),
                Optional.ofNullable(map.get("mapping_set_title")).map(String::valueOf), prefixes);
    }

    private static Map<?, ?> yaml(String file, List<String> block) {
        String text = block.stream().map(line -> line.substring(1)).collect(Collectors.joining("\n"));
        try {
            if (new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(text) instanceof Map<?, ?> map) {
                return map;
            }
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw SssomFile.malformed(file, line, "the header is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw SssomFile.malformed(file, 1, "the header is not YAML: " + e.getMessage());
        }
        throw SssomFile.malformed(file, 1, "the header must be 'key: value' lines");
    }

    private static String iri(String file, Map<?, ?> map, String key) {
        if (map.get(key) instanceof String text && text.matches("[a-z][a-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+")) {
            return text;
        }
        throw SssomFile.malformed(file, 1, "the header needs '" + key + "', an absolute IRI");
    }

    /** The IRI that a CURIE stands for; its prefix must be declared. */
    Node expand(String curie, String file, int line) {
        int colon = curie.indexOf(':');
        if (colon < 1 || curie.chars().anyMatch(c -> c <= ' ' || "<>\"{}|\\^`".indexOf(c) >= 0)) {
            throw SssomFile.malformed(file, line, "'" + curie + "' is not of the form prefix:name");
        }
        String prefix = curie.substring(0, colon);
        if (!prefixes.containsKey(prefix)) {
            throw SssomFile.malformed(file, line, "the prefix of '" + curie + "' is not in the curie_map."
                    + Suggestion.sentence(prefix, prefixes.keySet()));
        }
        return NodeFactory.createURI(prefixes.get(prefix) + curie.substring(colon + 1));
    }
}
