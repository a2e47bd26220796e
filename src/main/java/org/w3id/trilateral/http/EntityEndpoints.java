package org.w3id.trilateral.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.http.Accept.Offer;
import org.w3id.trilateral.http.EntitySections.Sections;
import org.w3id.trilateral.page.Gathered.Part;
import org.w3id.trilateral.page.Pages;
import org.w3id.trilateral.publish.Citations;
import org.w3id.trilateral.publish.Description;
import org.w3id.trilateral.query.Answer.Form;
import org.w3id.trilateral.query.QueryDesk;
import org.w3id.trilateral.query.Sitting;
import org.w3id.trilateral.result.ResultFormat;

/** A thing under its IRI, and the page and the data that tell of it. */
final class EntityEndpoints {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

    private final KnowledgeGraph graph;
    private final Pages pages;
    private final Description description;
    private final Signposts signposts;
    private final Citations citations;
    private final EntitySections sections;
    private final QueryDesk desk;

    EntityEndpoints(Site site, Pages pages, QueryDesk desk, Citations citations) {
        this.graph = site.graph();
        this.sections = new EntitySections(site);
        this.desk = desk;
        this.citations = citations;
        this.pages = pages;
        this.description = new Description(graph);
        this.signposts = new Signposts(graph.info());
    }

    /**
     * {@code /id/NAME}: 303 to the page or to the data, by what is accepted; a choice of language is carried on.
     * {@code /id/NAME/cite}: how it is cited.
     */
    Reply id(Call call) {
        if (call.path().endsWith(CiteEndpoint.CITE)) {
            return cite(call);
        }
        call.allowOnly(List.of());
        Node thing = thing(call.path());
        description.of(thing);
        List<Offer<Optional<ResultFormat>>> offers = new ArrayList<>(List.of(Offer.of(Optional.empty(), Reply.HTML)));
        offers.addAll(Formats.offers(Form.GRAPH));
        return Reply.seeOther(call.accept().bestOrRefuse(offers)
                .map(format -> "/data/" + call.path() + "." + format.extension())
                .orElse("/page/" + call.path() + call.choice()))
                .with(LinkField.NAME, signposts.alternates(call.path(), call.origin()).toString());
    }

    /** {@code /page/NAME}: HTML, whatever is accepted. */
    Reply page(Call call) {
        call.allowOnly(List.of());
        Node thing = thing(call.path());
        description.of(thing);
        boolean isWhole = pages.gathered().has(Part.DAYS);
        Sitting sitting = desk.sitting();
        Sections found = sections.of(thing, call.path(), sitting);
        return Reply.html(pages.entity(thing, found.answers(), sitting, call.visit()))
                .keptIf(isWhole && found.isWhole())
                .with(LinkField.NAME, signposts.page(thing, call.path(), call.origin()).toString());
    }

    /** {@code /life/NAME}: the rows of its timeline. */
    Reply life(Call call) {
        call.allowOnly(List.of());
        return RowsJson.of(pages.life(thing(call.path()), desk.sitting(), call.visit()));
    }

    /** {@code /links/NAME}: the rows of its network. */
    Reply links(Call call) {
        call.allowOnly(List.of());
        return RowsJson.of(pages.links(thing(call.path()), desk.sitting(), call.visit()));
    }

    /** {@code /places/NAME}: the rows of its map. */
    Reply places(Call call) {
        call.allowOnly(List.of());
        return RowsJson.of(pages.places(thing(call.path()), desk.sitting(), call.visit()));
    }

    /** {@code /data/NAME.ENDING}: RDF, whatever is accepted. */
    Reply data(Call call) {
        call.allowOnly(List.of());
        int dot = call.path().lastIndexOf('.');
        if (dot < 0) {
            List<String> endings = ResultFormat.of(Form.GRAPH).stream().map(ResultFormat::extension).toList();
            throw new TrilateralException(Fault.UNKNOWN_RESOURCE,
                    "'/data/" + call.path() + "' needs an ending: one of " + String.join(", ", endings) + ".", endings);
        }
        ResultFormat format = ResultFormat.of(call.path().substring(dot + 1), Form.GRAPH);
        Node thing = thing(call.path().substring(0, dot));
        byte[] body = format.render(description.of(thing));
        return Reply.ok(format.contentType(), body)
                .with("Content-Disposition", "inline; filename=\"" + call.path() + "\"")
                .with(LinkField.NAME, signposts.data(thing, call.path().substring(0, dot), call.origin()).toString());
    }

    private Reply cite(Call call) {
        call.allowOnly(List.of(CiteEndpoint.FORMAT));
        Node thing = thing(call.path().substring(0, call.path().length() - CiteEndpoint.CITE.length()));
        description.of(thing);
        return CiteEndpoint.reply(call, citations.thing(thing));
    }

    private Node thing(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new TrilateralException(Fault.UNKNOWN_RESOURCE, "'" + name
                    + "' is no name of a thing: names are letters, digits, hyphens, dots and underscores,"
                    + " 200 at most.");
        }
        return NodeFactory.createURI(graph.info().base() + name);
    }
}
