package org.w3id.trilateral.http;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.apache.jena.graph.Node;

import org.w3id.trilateral.page.Answered;
import org.w3id.trilateral.query.PackagedQuery;
import org.w3id.trilateral.query.QueryDesk;

/** Asks the packaged queries that make up the page of a thing. Safe for any number of threads. */
final class EntitySections {
    private final Site site;
    private final QueryDesk desk;

    EntitySections(Site site, QueryDesk desk) {
        this.site = site;
        this.desk = desk;
    }

    /** What the queries of a thing's kinds answer, in the order in which they are shown. */
    List<Answered> of(Node thing, String name) {
        return site.catalogue().sections(thing, site.graph()).stream().map(query -> answered(query, name)).toList();
    }

    private Answered answered(PackagedQuery query, String name) {
        String parameter = query.header().page().orElseThrow().parameter();
        return new Answered(query, name, desk.run(query.with(Map.of(parameter, name), site.graph()), Function.identity()));
    }
}
