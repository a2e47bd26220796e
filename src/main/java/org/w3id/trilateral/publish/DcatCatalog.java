package org.w3id.trilateral.publish;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

import org.w3id.trilateral.graph.DatasetInfo;
import org.w3id.trilateral.graph.KnowledgeGraph;

/** The data set, its files and its services in <a href="https://www.w3.org/TR/vocab-dcat-3/">DCAT 3</a>. */
final class DcatCatalog {
    private static final String FOAF = "http://xmlns.com/foaf/0.1/";
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";

    private static final String SPDX = "http://spdx.org/rdf/terms#";

    private final KnowledgeGraph graph;
    private final DatasetInfo info;
    private final String origin;
    private final Node dataset;
    private final Facts facts = new Facts().prefix("dcat", DCAT.NS).prefix("dcterms", DCTerms.NS).prefix("foaf", FOAF)
            .prefix("spdx", SPDX)
            .prefix("xsd", "http://www.w3.org/2001/XMLSchema#");

    /** The catalogue; {@code origin} is where the service is found. */
    DcatCatalog(KnowledgeGraph graph, String origin) {
        this.graph = graph;
        this.info = graph.info();
        this.origin = origin;
        this.dataset = Facts.iri(info.iri());
    }

    /** The catalogue, the data set with its earlier versions, and its services. */
    DcatCatalog dataset(List<String> earlier) {
        catalog();
        dataset();
        versions(earlier);
        service("/sparql", "SPARQL 1.1 endpoint", "https://www.w3.org/TR/sparql11-protocol/", origin + "/sparql");
        service("/queries", "Packaged questions", "https://spec.openapis.org/oas/v3.1.0", origin + "/openapi.json");
        return this;
    }

    /** Its files, with their sizes and checksums where these are known. */
    DcatCatalog files(List<DownloadFile> files, Map<DownloadFile, Checksum> sums) {
        files.forEach(file -> {
            Node node = distribution(file);
            Optional.ofNullable(sums.get(file)).ifPresent(sum -> add(node, sum));
        });
        return this;
    }

    Facts facts() {
        return facts;
    }

    private void catalog() {
        Node catalog = Facts.iri(origin + "/catalog");
        facts.add(catalog, RDF.type.asNode(), DCAT.Catalog.asNode());
        facts.add(catalog, DCTerms.title.asNode(), Facts.english("Catalogue of " + info.title()));
        facts.add(catalog, DCTerms.description.asNode(), Facts.english("The data set, its files and its services."));
        facts.add(catalog, DCAT.dataset.asNode(), dataset);
        facts.add(catalog, DCAT.service.asNode(), Facts.iri(origin + "/sparql"));
        facts.add(catalog, DCAT.service.asNode(), Facts.iri(origin + "/queries"));
        agent(catalog);
    }

    private void dataset() {
        facts.add(dataset, RDF.type.asNode(), DCAT.Dataset.asNode());
        graph.read(data -> {
            for (Node property : List.of(DCTerms.title.asNode(), DCTerms.description.asNode(),
                    DCTerms.issued.asNode())) {
                data.getDefaultGraph().find(dataset, property, Node.ANY)
                        .forEach(t -> facts.add(dataset, property, t.getObject()));
            }
            return null;
        });
        facts.add(dataset, DCTerms.license.asNode(), Facts.iri(info.licence()));
        facts.add(dataset, DCTerms.modified.asNode(), Facts.day(info.modified()));
        facts.add(dataset, DCTerms.identifier.asNode(), Facts.text(info.iri()));
        facts.add(dataset, Facts.iri(DCAT.NS + "version"), Facts.text(info.version()));
        facts.add(dataset, DCAT.landingPage.asNode(), Facts.iri(origin + "/"));
        facts.add(Facts.iri(origin + "/"), RDF.type.asNode(), Facts.iri(FOAF + "Document"));
        facts.add(Facts.iri(info.licence()), RDF.type.asNode(), DCTerms.LicenseDocument.asNode());
        agent(dataset);
        TimeSpan.of(graph).ifPresent(span -> {
            Node period = Facts.iri(info.iri() + "/void#time");
            facts.add(dataset, DCTerms.temporal.asNode(), period);
            facts.add(period, RDF.type.asNode(), DCTerms.PeriodOfTime.asNode());
            facts.add(period, Facts.iri(DCAT.NS + "startDate"), Facts.day(span.start()));
            facts.add(period, Facts.iri(DCAT.NS + "endDate"), Facts.day(span.end()));
        });
    }

    /** Earlier versions, from the last to the first. */
    private void versions(List<String> earlier) {
        Node last = dataset;
        for (String version : earlier.stream().filter(one -> !one.equals(info.version())).sorted(Releases.NEWEST_FIRST)
                .toList()) {
            Node release = Facts.iri(origin + "/releases/" + version);
            facts.add(dataset, Facts.iri(DCAT.NS + "hasVersion"), release)
                    .add(last, Facts.iri(DCAT.NS + "previousVersion"), release)
                    .add(release, RDF.type.asNode(), DCAT.Dataset.asNode())
                    .add(release, Facts.iri(DCAT.NS + "isVersionOf"), dataset)
                    .add(release, Facts.iri(DCAT.NS + "version"), Facts.text(version))
                    .add(release, DCTerms.title.asNode(), Facts.english(info.title() + ", version " + version))
                    .add(release, DCTerms.description.asNode(),
                    Facts.english("An earlier version of the data set, kept as it was."))
                    .add(release, DCAT.landingPage.asNode(), release)
                    .add(release, RDF.type.asNode(), Facts.iri(FOAF + "Document"));
            last = release;
        }
    }

    /** Who made and publishes it; a data set that names nobody stands for itself. */
    private void agent(Node thing) {
        Node agent = Facts.iri(info.iri() + "/void#creator");
        facts.add(thing, DCTerms.creator.asNode(), agent).add(thing, DCTerms.publisher.asNode(), agent);
        facts.add(agent, RDF.type.asNode(), Facts.iri(FOAF + "Agent"))
                .add(agent, Facts.iri(FOAF + "name"),
                Facts.text(info.creator().isEmpty() ? info.title() : info.creator()));
    }

    private Node distribution(DownloadFile file) {
        Node node = Facts.iri(origin + "/downloads/" + file.name());
        facts.add(dataset, DCAT.distribution.asNode(), node);
        facts.add(node, RDF.type.asNode(), DCAT.Distribution.asNode());
        facts.add(node, DCTerms.title.asNode(), Facts.english(file.name()));
        facts.add(node, DCAT.accessURL.asNode(), Facts.iri(origin + "/downloads"));
        facts.add(node, DCAT.downloadURL.asNode(), node);
        facts.add(node, DCAT.mediaType.asNode(), Facts.iri(MEDIA_TYPES + file.format().mediaType()));
        facts.add(node, DCTerms.license.asNode(), Facts.iri(info.licence()));
        if (file.compression() != Compression.NONE) {
            facts.add(node, DCAT.compressFormat.asNode(), Facts.iri(MEDIA_TYPES + file.compression().mediaType()));
        }
        return node;
    }

    private void add(Node file, Checksum sum) {
        Node checksum = Facts.iri(file.getURI() + "#sha256");
        facts.add(file, DCAT.byteSize.asNode(), Facts.size(sum.bytes()))
                .add(file, Facts.iri(SPDX + "checksum"), checksum);
        facts.add(checksum, RDF.type.asNode(), Facts.iri(SPDX + "Checksum"))
                .add(checksum, Facts.iri(SPDX + "algorithm"), Facts.iri(SPDX + "checksumAlgorithm_sha256"))
                .add(checksum, Facts.iri(SPDX + "checksumValue"), Facts.bytes(sum.sha256()));
    }

    private void service(String path, String title, String standard, String description) {
        Node service = Facts.iri(origin + path);
        facts.add(service, RDF.type.asNode(), DCAT.DataService.asNode());
        facts.add(service, DCTerms.title.asNode(), Facts.english(title));
        facts.add(service, DCTerms.conformsTo.asNode(), Facts.iri(standard));
        facts.add(Facts.iri(standard), RDF.type.asNode(), DCTerms.Standard.asNode());
        facts.add(service, DCAT.endpointURL.asNode(), service);
        facts.add(service, DCAT.endpointDescription.asNode(), Facts.iri(description));
        facts.add(service, DCAT.servesDataset.asNode(), dataset);
        facts.add(service, DCTerms.license.asNode(), Facts.iri(info.licence()));
    }
}
