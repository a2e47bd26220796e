package org.w3id.trilateral.publish;

import java.util.Map;
import java.util.TreeMap;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;

import org.w3id.trilateral.graph.KnowledgeGraph;

/** The links of a graph to other data sets as {@code void:Linkset}s, one for each target and property. */
final class VoidLinksets {
    private static final String LINKS = KnowledgeGraph.GRAPHS + "links/";

    private VoidLinksets() {
    }

    static Facts of(KnowledgeGraph graph) {
        Facts facts = new Facts().prefix("void", VOID.NS);
        graph.read(data -> {
            graph.dataGraphs().stream().filter(name -> name.getURI().startsWith(LINKS)).forEach(name ->
                    targets(graph, data.getGraph(name)).forEach((target, properties) -> {
                        String local = graph.info().iri() + "/void#links-" + name.getURI().substring(LINKS.length());
                        Node objects = Facts.iri(local);
                        facts.add(objects, RDF.type.asNode(), VOID.Dataset.asNode());
                        facts.add(objects, VOID.uriSpace.asNode(), Facts.text(target));
                        properties.forEach((property, number) ->
                                add(facts, Facts.iri(graph.info().iri()), objects, property, number));
                    }));
            return null;
        });
        return facts;
    }

    private static void add(Facts facts, Node dataset, Node objects, String property, int number) {
        Node linkset = Facts.iri(objects.getURI() + "-" + property.replaceFirst(".*[/#]", ""));
        facts.add(dataset, VOID.subset.asNode(), linkset);
        facts.add(linkset, RDF.type.asNode(), VOID.Linkset.asNode());
        facts.add(linkset, VOID.subjectsTarget.asNode(), dataset);
        facts.add(linkset, VOID.objectsTarget.asNode(), objects);
        facts.add(linkset, VOID.linkPredicate.asNode(), Facts.iri(property));
        facts.add(linkset, VOID.triples.asNode(), Facts.number(number));
    }

    /** Namespace of what is linked to, to property, to number of links. */
    private static Map<String, Map<String, Integer>> targets(KnowledgeGraph graph, Graph links) {
        String base = graph.info().base();
        Map<String, Map<String, Integer>> targets = new TreeMap<>();
        for (Triple triple : links.find().toList()) {
            String subject = triple.getSubject().isURI() ? triple.getSubject().getURI() : "";
            boolean isLink = subject.startsWith(base) && !subject.contains("--") && triple.getObject().isURI()
                    && !triple.getObject().getURI().startsWith(base);
            if (isLink) {
                String target = triple.getObject().getURI().replaceFirst("[^/#]+/?$", "");
                targets.computeIfAbsent(target, t -> new TreeMap<>())
                        .merge(triple.getPredicate().getURI(), 1, Integer::sum);
            }
        }
        return targets;
    }
}
