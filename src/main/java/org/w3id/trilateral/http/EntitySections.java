package org.w3id.trilateral.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /**
     * What the queries of a thing's kinds answer.
     *
     * @param answers in the order in which they are shown; without those that took too long
     * @param isWhole whether none took too long
     */
    record Sections(List<Answered> answers, boolean isWhole) {
        Sections {
            answers = List.copyOf(answers);
        }
    }

    /** What the queries of a thing's kinds answer, each in a part of the time that the page has. */
    Sections of(Node thing, String name, Sitting sitting) {
        List<PackagedQuery> queries = site.catalogue().sections(thing, site.graph());
        List<Answered> answers = queries.stream().flatMap(query -> answered(query, name, sitting).stream()).toList();
        return new Sections(answers, answers.size() == queries.size());
    }

    private Optional<Answered> answered(PackagedQuery query, String name, Sitting sitting) {
        String parameter = query.header().page().orElseThrow().parameter();
        return sitting.attempt(query.with(Map.of(parameter, name), site.graph()))
                .map(answer -> new Answered(query, name, answer));
    }
}
