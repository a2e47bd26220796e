package org.w3id.trilateral.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

import org.w3id.trilateral.graph.Names;

/**
 * Things by a part of a label in any language, as {@link Spelling} holds spellings to be the same.
 */
final class Hits {
    private final Graph union;
    private final Names names;
    private final Labels labels;

    Hits(Graph union, Names names, Language language) {
        this.union = union;
        this.names = names;
        this.labels = new Labels(union, names, language.tag());
    }

    /** Things with such a label, the shortest matching label first; a note gives it where it is not the English one. */
    List<Ref> of(String given) {
        String wanted = Spelling.folded(given);
        Map<Node, Text> best = new LinkedHashMap<>();
        for (Node property : List.of(RDFS.label.asNode(), SKOS.altLabel.asNode())) {
            union.find(Node.ANY, property, Node.ANY).forEach(triple -> {
                if (isThing(triple.getSubject(), names) && isMatch(triple, wanted)) {
                    best.merge(triple.getSubject(), labels.text(triple.getObject()), Hits::shorter);
                }
            });
        }
        List<Map.Entry<Node, Text>> hits = new ArrayList<>(best.entrySet());
        hits.sort(Comparator.comparingInt((Map.Entry<Node, Text> hit) -> hit.getValue().words().length())
                .thenComparing(hit -> hit.getKey().toString()));
        return hits.stream().map(hit -> ref(hit.getKey(), hit.getValue())).toList();
    }

    private Ref ref(Node thing, Text matched) {
        Ref ref = labels.ref(thing);
        return ref.text().equals(matched) ? ref : ref.withNote(matched.words());
    }

    /** Whether a node is one of the things of this graph, and no part of another. */
    static boolean isThing(Node node, Names names) {
        return node.isURI() && names.local(node.getURI()).isPresent() && !Labels.isPart(node);
    }

    private static boolean isMatch(Triple triple, String wanted) {
        return triple.getObject().isLiteral()
                && Spelling.folded(triple.getObject().getLiteralLexicalForm()).contains(wanted);
    }

    private static Text shorter(Text a, Text b) {
        return b.words().length() < a.words().length() ? b : a;
    }
}
