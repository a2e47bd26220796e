package org.w3id.trilateral.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;

import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.query.Answer;

/**
 * What a SPARQL endpoint says of itself (<a href="https://www.w3.org/TR/sparql11-service-description/">SPARQL 1.1
 * Service Description</a>), with the number of triples of each graph for clients that plan by it.
 */
public final class ServiceDescription {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String FORMATS = "http://www.w3.org/ns/formats/";
    private static final List<String> RESULT_FORMATS = List.of("SPARQL_Results_JSON", "SPARQL_Results_XML",
            "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle", "TriG", "N-Triples", "N-Quads", "RDF_XML", "JSON-LD");

    private final List<Triple> triples = new ArrayList<>();

    private ServiceDescription() {
    }

    /** The description of the endpoint at that address. */
    public static Answer.Triples of(KnowledgeGraph graph, String endpoint) {
        ServiceDescription description = new ServiceDescription();
        graph.read(data -> {
            description.service(iri(endpoint), iri(endpoint + "#dataset"));
            description.dataset(graph, data, endpoint);
            return data;
        });
        Map<String, String> prefixes = new LinkedHashMap<>(Map.of("sd", SD, "void", VOID.NS, "formats", FORMATS,
                "dcterms", DCTerms.NS, "xsd", XSDDatatype.XSD + "#"));
        return new Answer.Triples(description.triples, prefixes);
    }

    private void service(Node service, Node dataset) {
        add(service, RDF.type.asNode(), sd("Service"));
        add(service, sd("endpoint"), service);
        add(service, sd("supportedLanguage"), sd("SPARQL10Query"));
        add(service, sd("supportedLanguage"), sd("SPARQL11Query"));
        add(service, sd("feature"), sd("UnionDefaultGraph"));
        RESULT_FORMATS.forEach(format -> add(service, sd("resultFormat"), iri(FORMATS + format)));
        add(service, sd("defaultEntailmentRegime"), iri("http://www.w3.org/ns/entailment/Simple"));
        add(service, sd("defaultDataset"), dataset);
    }

    private void dataset(KnowledgeGraph graph, DatasetGraph data, String endpoint) {
        Node dataset = iri(endpoint + "#dataset");
        Node union = iri(endpoint + "#default-graph");
        add(dataset, RDF.type.asNode(), sd("Dataset"));
        add(dataset, RDF.type.asNode(), VOID.Dataset.asNode());
        add(dataset, DCTerms.title.asNode(), NodeFactory.createLiteralLang(graph.info().title(), "en"));
        add(dataset, DCTerms.license.asNode(), iri(graph.info().licence()));
        add(dataset, sd("defaultGraph"), union);
        graph(union, data.getDefaultGraph().size());
        int number = 0;
        for (Node name : graph.graphNames()) {
            Node named = iri(endpoint + "#graph-" + ++number);
            add(dataset, sd("namedGraph"), named);
            add(named, RDF.type.asNode(), sd("NamedGraph"));
            add(named, sd("name"), name);
            add(named, sd("graph"), name);
            graph(name, data.getGraph(name).size());
        }
    }

    private void graph(Node graph, int size) {
        add(graph, RDF.type.asNode(), sd("Graph"));
        add(graph, VOID.triples.asNode(), NodeFactory.createLiteralDT(Integer.toString(size), XSDDatatype.XSDinteger));
    }

    private void add(Node subject, Node predicate, Node object) {
        triples.add(Triple.create(subject, predicate, object));
    }

    private static Node sd(String name) {
        return iri(SD + name);
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
