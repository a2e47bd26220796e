package org.w3id.trilateral.graph;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/**
 * IRIs as people write them: {@code camp-david-summit-2023}, {@code tri:Summit}, {@code https://…} with or without
 * brackets.
 */
public final class Names {
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private final String base;
    private final Map<String, String> prefixes;

    Names(DatasetInfo info) {
        this.base = info.base();
        this.prefixes = info.prefixes();
    }

    /**
     * The IRI that a person means.
     *
     * @throws TrilateralException {@link Fault#BAD_PARAMETER} if the text is no name, prefixed name or absolute IRI
     */
    public Node parse(String text) {
        String name = text.startsWith("<") && text.endsWith(">") ? text.substring(1, text.length() - 1) : text;
        if (LOCAL.matcher(name).matches()) {
            return NodeFactory.createURI(base + name);
        }
        int colon = name.indexOf(':');
        if (colon >= 0 && prefixes.containsKey(name.substring(0, colon))) {
            return NodeFactory.createURI(prefixes.get(name.substring(0, colon)) + name.substring(colon + 1));
        }
        return absolute(name).map(NodeFactory::createURI).orElseThrow(() -> new TrilateralException(Fault.BAD_PARAMETER,
                "'" + text + "' is not a name (camp-david-summit-2023), a prefixed name (trid:japan) or an absolute IRI"));
    }

    /**
     * The shortest prefixed name, or the IRI itself where no prefix fits or the rest would not be a legal local name.
     */
    public String shorten(String iri) {
        return prefixes.entrySet().stream()
                .filter(e -> iri.startsWith(e.getValue())
                && LOCAL.matcher(iri.substring(e.getValue().length())).matches())
                .map(e -> e.getKey() + ":" + iri.substring(e.getValue().length()))
                .min(Comparator.comparingInt(String::length))
                .orElse(iri);
    }

    /** The part after the namespace of the things, for IRIs of this graph. */
    public Optional<String> local(String iri) {
        return iri.startsWith(base) ? Optional.of(iri.substring(base.length())) : Optional.empty();
    }

    /** An IRI with a scheme; it may have a fragment, which RFC 3986 does not count as absolute. */
    private static Optional<String> absolute(String text) {
        try {
            IRIx iri = IRIx.create(text);
            return !iri.isRelative() && text.chars().noneMatch(c -> c <= ' ' || "<>\"{}|\\^`".indexOf(c) >= 0)
                    ? Optional.of(text) : Optional.empty();
        } catch (IRIException e) {
            return Optional.empty();
        }
    }
}
