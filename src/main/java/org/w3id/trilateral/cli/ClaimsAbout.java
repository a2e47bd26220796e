package org.w3id.trilateral.cli;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

import org.w3id.trilateral.graph.Terms;

/** What is claimed with regard to a thing: by whom, how it has to do with it, and where. */
final class ClaimsAbout {
    private final Graph union;
    private final Graph derived;
    private final Labels labels;

    /** @param derived what follows by the rules; it is nothing that anybody claims */
    ClaimsAbout(Graph union, Graph derived, Labels labels) {
        this.union = union;
        this.derived = derived;
        this.labels = labels;
    }

    /**
     * One row a claim: what it says, how it names the thing, who claims it, where. Accounts are told apart, and not
     * here.
     */
    List<List<String>> of(Node entity) {
        return union.find(Node.ANY, Node.ANY, entity).toList().stream()
                .filter(triple -> !derived.contains(triple) && isClaim(triple.getSubject()))
                .map(triple -> row(triple.getSubject(), triple.getPredicate()))
                .sorted(Comparator.comparing(List::toString)).toList();
    }

    private boolean isClaim(Node node) {
        return union.contains(node, RDF.type.asNode(), Terms.CLAIM)
                && !union.contains(node, Terms.ACCOUNT_OF, Node.ANY);
    }

    private List<String> row(Node claim, Node relation) {
        return List.of(labels.of(claim), labels.of(relation), claimants(claim),
                new SourceNotes(union, derived, labels, claim).inWords());
    }

    private String claimants(Node claim) {
        return union.find(claim, Terms.CLAIMANT, Node.ANY).mapWith(Triple::getObject).toList().stream().map(labels::of)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
