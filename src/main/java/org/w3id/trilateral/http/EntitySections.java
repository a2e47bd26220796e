package org.w3id.trilateral.http;

import java.util.List;
import java.util.Map;

import org.apache.jena.graph.Node;

import org.w3id.trilateral.page.Answered;
import org.w3id.trilateral.query.PackagedQuery;
import org.w3id.trilateral.query.Sitting;

/** Asks the packaged queries that make up the page of a thing. Safe for any number of threads. */
final class EntitySections {
    private final Site site;

    EntitySections(Site site) {
        this.site = site;
    }

    /** What the queries of a thing's kinds answer, in the order in which they are shown. */
    List<Answered> of(Node thing, String name, Sitting sitting) {
        return site.catalogue().sections(thing, site.graph()).stream().map(query -> answered(query, name, sitting))
                .toList();
    }

    private Answered answered(PackagedQuery query, String name, Sitting sitting) {
        String parameter = query.header().page().orElseThrow().parameter();
        return new Answered(query, name, sitting.run(query.with(Map.of(parameter, name), site.graph())));
    }
}
