package org.w3id.trilateral.http;

import java.util.List;

import org.w3id.trilateral.page.Pages;
import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.query.QueryDesk;
import org.w3id.trilateral.query.Sitting;

/** What the graph rests on, {@code /sources}, answered by two packaged queries. */
final class SourcesEndpoint implements Endpoint {
    private static final String SOURCES = "sources";
    private static final String ACCOUNTS = "differing-accounts";
    static final List<String> QUERIES = List.of(SOURCES, ACCOUNTS);

    private final Site site;
    private final Pages pages;
    private final QueryDesk desk;

    SourcesEndpoint(Site site, Pages pages, QueryDesk desk) {
        this.site = site;
        this.pages = pages;
        this.desk = desk;
    }

    @Override
    public Reply answer(Call call) {
        call.allowOnly(List.of());
        Sitting sitting = desk.sitting();
        return Reply.html(pages.sources(answer(SOURCES, sitting), answer(ACCOUNTS, sitting), call.visit()));
    }

    private Answer answer(String id, Sitting sitting) {
        return sitting.run(site.catalogue().get(id).query());
    }
}
