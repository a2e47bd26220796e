package org.w3id.trilateral.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.SKOS;

import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.graph.Names;
import org.w3id.trilateral.graph.Terms;

/** Gathers what a page about one thing shows. Lives no longer than one read of the graph. */
final class EntityReader {
    private final Statements statements;
    private final Evidence evidence;
    private final Labels labels;
    private final Surroundings surroundings;

    EntityReader(DatasetGraph data, Names names, Language language) {
        Graph union = data.getDefaultGraph();
        this.statements = new Statements(union, data.getGraph(KnowledgeGraph.INFERRED),
                new Labels(union, names, language.tag()));
        this.evidence = new Evidence(union, statements, language);
        this.labels = statements.labels();
        this.surroundings = new Surroundings(union, names, statements);
    }

    /** The thing and what has a beginning around it, for its timeline. */
    Grid life(Node entity) {
        return surroundings.life(entity);
    }

    /** What the thing is joined with, for its network. */
    Grid links(Node entity) {
        return surroundings.links(entity);
    }

    EntityView read(Node entity) {
        Map<Node, List<Node>> claims = new LinkedHashMap<>();
        Map<Node, List<Node>> others = new LinkedHashMap<>();
        for (Triple triple : statements.incoming(entity)) {
            if (triple.getPredicate().equals(Terms.ACCOUNT_OF)) {
                continue;
            }
            Node thing = Labels.owner(triple.getSubject());
            if (evidence.isClaim(thing) && !Labels.isPart(triple.getSubject())) {
                claims.computeIfAbsent(thing, c -> new ArrayList<>()).add(triple.getPredicate());
            } else if (!thing.equals(entity)) {
                others.computeIfAbsent(triple.getPredicate(), p -> new ArrayList<>()).add(thing);
            }
        }
        Text name = labels.text(entity);
        List<Text> otherLabels = Stream.concat(labels.all(entity).stream(), labels.of(entity, SKOS.altLabel.asNode()).stream())
                .filter(label -> !label.equals(name)).distinct().toList();
        return new EntityView(entity.getURI(), name, otherLabels, statements.types(entity),
                statements.derivedTypes(entity), statements.stated(entity, evidence.sourcesOf(entity)), statements.derived(entity),
                evidence.attestations(entity), evidence.accounts(entity), evidence.claims(claims), statements.lists(others),
                surroundings.of(entity));
    }
}
