package org.w3id.trilateral.http;

import org.apache.jena.graph.Node;

import org.w3id.trilateral.graph.DatasetInfo;
import org.w3id.trilateral.page.Language;
import org.w3id.trilateral.publish.Citation;
import org.w3id.trilateral.query.Answer.Form;
import org.w3id.trilateral.result.ResultFormat;

/** The links by which a program finds its way from one address to the next. Safe for any number of threads. */
final class Signposts {
    private static final String ABOUT_PAGE = "https://schema.org/AboutPage";
    private static final String DATASET = "https://schema.org/Dataset";
    private static final String TURTLE = "text/turtle";

    private final DatasetInfo info;

    Signposts(DatasetInfo info) {
        this.info = info;
    }

    /** The page and the data of a thing. */
    LinkField alternates(String name, String origin) {
        LinkField links = new LinkField();
        ResultFormat.of(Form.GRAPH).forEach(format ->
                links.add("alternate", data(name, format, origin), format.mediaType()));
        Language.tags().forEach(language -> links.addLanguage(origin + "/page/" + name + "?lang=" + language,
                language));
        return links;
    }

    /** What belongs to the page of a thing. */
    LinkField page(Node thing, String name, String origin) {
        LinkField links = alternates(name, origin).add("cite-as", thing.getURI());
        ResultFormat.of(Form.GRAPH).forEach(format ->
                links.add("describedby", data(name, format, origin), format.mediaType()));
        return citations(links, origin + "/id/" + name + "/cite")
                .add("license", info.licence()).add("collection", origin + "/", Reply.HTML).add("type", ABOUT_PAGE);
    }

    /** What the data of a thing tell of. */
    LinkField data(Node thing, String name, String origin) {
        return new LinkField().add("describes", thing.getURI()).add("alternate", origin + "/page/" + name, Reply.HTML)
                .add("license", info.licence()).add("collection", origin + "/", Reply.HTML);
    }

    /** What belongs to the first page, the one of the data set. */
    LinkField home(String origin) {
        LinkField links = new LinkField().add("cite-as", info.iri())
                .add("describedby", origin + "/.well-known/void", TURTLE)
                .add("describedby", origin + "/catalog", TURTLE)
                .add("service-desc", origin + "/openapi.json", "application/openapi+json")
                .add("service-desc", origin + "/sparql", TURTLE)
                .add("service-doc", origin + "/api", Reply.HTML);
        ResultFormat.of(Form.GRAPH).forEach(format ->
                links.add("item", origin + "/downloads/dataset." + format.extension(), format.mediaType()));
        return citations(links, origin + "/cite").add("license", info.licence()).add("type", ABOUT_PAGE)
                .add("type", DATASET);
    }

    private static LinkField citations(LinkField links, String address) {
        for (Citation.Format format : Citation.Format.values()) {
            links.add("describedby", address + "?format=" + format.extension(), format.mediaType());
        }
        return links;
    }

    private static String data(String name, ResultFormat format, String origin) {
        return origin + "/data/" + name + "." + format.extension();
    }
}
