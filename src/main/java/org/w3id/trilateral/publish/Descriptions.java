package org.w3id.trilateral.publish;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;

import org.w3id.trilateral.graph.DatasetInfo;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.query.QueryCatalogue;

/**
 * What a service says of its data: VoID, DCAT and the packaged queries. The figures are counted once, from what is
 * loaded; addresses are those of the caller. Safe for any number of threads.
 */
public final class Descriptions {
    /** Where the VoID description is found (<a href="https://www.w3.org/TR/void/#well-known">VoID, 7.2</a>). */
    public static final String VOID_PATH = "/.well-known/void";
    /** Where the DCAT catalogue is found. */
    public static final String CATALOG_PATH = "/catalog";
    /** Where the packaged queries are described. */
    public static final String EXAMPLES_PATH = "/.well-known/sparql-examples";

    private static final String FOAF = "http://xmlns.com/foaf/0.1/";

    private static final int MOST_LABELS = 20_000;

    private final KnowledgeGraph graph;
    private final QueryCatalogue catalogue;
    private final Downloads downloads;
    private final Releases releases;

    private Facts known;

    /** Descriptions of a graph and its packaged queries. */
    public Descriptions(KnowledgeGraph graph, QueryCatalogue catalogue) {
        this(graph, catalogue, new Downloads(graph), Releases.none());
    }

    /**
     * Descriptions of a graph, its packaged queries, its files and its earlier versions.
     *
     * @param downloads its files, with their sizes and checksums
     */
    public Descriptions(KnowledgeGraph graph, QueryCatalogue catalogue, Downloads downloads, Releases releases) {
        this.graph = Objects.requireNonNull(graph, "graph");
        this.catalogue = Objects.requireNonNull(catalogue, "catalogue");
        this.downloads = Objects.requireNonNull(downloads, "downloads");
        this.releases = Objects.requireNonNull(releases, "releases");
    }

    /** The files that are described. */
    public Downloads downloads() {
        return downloads;
    }

    /**
     * The descriptions as named graphs, each under the address where it is found; without the sizes and checksums of
     * the files, since these would have to be written first.
     */
    public Map<Node, Graph> graphs(String origin) {
        Map<Node, Graph> graphs = new LinkedHashMap<>();
        graphs.put(Facts.iri(origin + VOID_PATH), figures(origin).graph());
        graphs.put(Facts.iri(origin + CATALOG_PATH), catalog(origin, false).graph());
        graphs.put(Facts.iri(origin + EXAMPLES_PATH), QueryExamples.of(graph, catalogue, origin).graph());
        graphs.put(Facts.iri(origin + "/sparql"),
                new Facts().addAll(ServiceDescription.of(graph, origin + "/sparql")).graph());
        return graphs;
    }

    /** VoID, with figures, links to other data sets, and where the data are found. */
    public Answer.Triples voidDescription(String origin) {
        return figures(origin).triples();
    }

    private synchronized Facts figures() {
        if (known == null) {
            known = VoidStatistics.of(graph).addAll(VoidLinksets.of(graph));
        }
        return known;
    }

    private Facts figures(String origin) {
        DatasetInfo info = graph.info();
        Node document = Facts.iri(origin + VOID_PATH);
        Node dataset = Facts.iri(info.iri());
        Facts facts = new Facts().addAll(figures()).prefix("dcterms", DCTerms.NS).prefix("foaf", FOAF)
                .add(document, RDF.type.asNode(), VOID.DatasetDescription.asNode())
                .add(document, Facts.iri(FOAF + "primaryTopic"), dataset)
                .add(document, DCTerms.title.asNode(), Facts.english("Description of " + info.title()))
                .add(dataset, DCTerms.title.asNode(), Facts.english(info.title()))
                .add(dataset, DCTerms.description.asNode(), Facts.english(info.description()))
                .add(dataset, DCTerms.license.asNode(), Facts.iri(info.licence()))
                .add(dataset, DCTerms.modified.asNode(), Facts.day(info.modified()))
                .add(dataset, VOID.uriSpace.asNode(), Facts.text(info.base()))
                .add(dataset, VOID.sparqlEndpoint.asNode(), Facts.iri(origin + "/sparql"))
                .add(dataset, Facts.iri(FOAF + "homepage"), Facts.iri(origin + "/"));
        downloads.whole().forEach(file ->
                facts.add(dataset, VOID.dataDump.asNode(), Facts.iri(origin + "/downloads/" + file.name())));
        example().ifPresent(thing -> facts.add(dataset, VOID.exampleResource.asNode(), thing));
        return facts;
    }

    /** DCAT 3, with the sizes and checksums of the files unless there are very many triples. */
    public Answer.Triples catalog(String origin) {
        return catalog(origin, true).triples();
    }

    private Facts catalog(String origin, boolean isSummed) {
        return new DcatCatalog(graph, origin).dataset(releases.versions())
                .files(downloads.whole(), isSummed ? downloads.soonChecksums() : Map.of()).facts();
    }

    /** The packaged queries and prefixes, for query editors. */
    public Answer.Triples examples(String origin) {
        return QueryExamples.of(graph, catalogue, origin).triples();
    }

    /**
     * The first thing, by name, that has labels in more than one language: one that shows something. Of very many
     * labels, some are looked at.
     */
    private Optional<Node> example() {
        String base = graph.info().base();
        return graph.read(data -> Iter.asStream(data.getDefaultGraph().find(Node.ANY, RDFS.label.asNode(), Node.ANY))
                .limit(MOST_LABELS)
                .filter(t -> t.getSubject().isURI() && t.getSubject().getURI().startsWith(base)
                        && t.getObject().isLiteral() && t.getObject().getLiteralLanguage().equals("ja"))
                .map(t -> t.getSubject()).min(Comparator.comparing(Node::getURI)));
    }
}
