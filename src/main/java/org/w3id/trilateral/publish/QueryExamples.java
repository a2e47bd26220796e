package org.w3id.trilateral.publish;

import java.util.Map;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.query.PackagedQuery;
import org.w3id.trilateral.query.QueryCatalogue;

/**
 * The packaged queries and the prefixes as query editors look for them: {@code sh:SPARQLExecutable}s, in the way of the
 * <a href="https://github.com/sib-swiss/sparql-examples">SPARQL examples</a> of the Swiss Institute of Bioinformatics.
 */
final class QueryExamples {
    private static final String SH = "http://www.w3.org/ns/shacl#";
    private static final String SCHEMA = "https://schema.org/";
    private static final String SPEX = "https://purl.expasy.org/sparql-examples/ontology#";
    /** By the rule of that vocabulary the prefixes hang on a blank node of this name. */
    private static final Node PREFIXES = NodeFactory.createBlankNode("sparql_examples_prefixes");

    private QueryExamples() {
    }

    /** The descriptions; {@code origin} is where the service is found. */
    static Facts of(KnowledgeGraph graph, QueryCatalogue catalogue, String origin) {
        Facts facts = new Facts().prefix("sh", SH).prefix("schema", SCHEMA).prefix("spex", SPEX)
                .prefix("rdfs", RDFS.uri)
                .prefix("owl", OWL2.NS);
        prefixes(facts, graph.info().prefixes(), origin);
        catalogue.all().forEach(query -> describe(facts, query, origin));
        return facts;
    }

    private static void describe(Facts facts, PackagedQuery query, String origin) {
        Node node = Facts.iri(origin + "/queries/" + query.id());
        facts.add(node, RDF.type.asNode(), sh("SPARQLExecutable"));
        facts.add(node, RDFS.comment.asNode(), Facts.english(query.header().question()));
        facts.add(node, sh("prefixes"), PREFIXES);
        facts.add(node, Facts.iri(SCHEMA + "target"), Facts.iri(origin + "/sparql"));
        query.header().tags().forEach(tag -> facts.add(node, Facts.iri(SCHEMA + "keywords"), Facts.text(tag.strip())));
        text(facts, node, query.query(), query.text());
    }

    private static void text(Facts facts, Node node, Query query, String text) {
        if (query.isSelectType()) {
            facts.add(node, RDF.type.asNode(), sh("SPARQLSelectExecutable")).add(node, sh("select"), Facts.text(text));
        } else if (query.isAskType()) {
            facts.add(node, RDF.type.asNode(), sh("SPARQLAskExecutable")).add(node, sh("ask"), Facts.text(text));
        } else if (query.isConstructType()) {
            facts.add(node, RDF.type.asNode(), sh("SPARQLConstructExecutable"))
                    .add(node, sh("construct"), Facts.text(text));
        } else {
            facts.add(node, RDF.type.asNode(), Facts.iri(SPEX + "SPARQLDescribeExecutable"))
                    .add(node, Facts.iri(SPEX + "describe"), Facts.text(text))
                    .add(node, sh("describe"), Facts.text(text));
        }
    }

    private static void prefixes(Facts facts, Map<String, String> prefixes, String origin) {
        facts.add(PREFIXES, RDF.type.asNode(), OWL2.Ontology.asNode());
        prefixes.forEach((prefix, namespace) -> {
            Node declaration = Facts.iri(origin + "/.well-known/sparql-examples#prefix-" + prefix);
            facts.add(PREFIXES, sh("declare"), declaration);
            facts.add(declaration, sh("prefix"), Facts.text(prefix))
                    .add(declaration, sh("namespace"), Facts.link(namespace));
        });
    }

    private static Node sh(String name) {
        return Facts.iri(SH + name);
    }
}
