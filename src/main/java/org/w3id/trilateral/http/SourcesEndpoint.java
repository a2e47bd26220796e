package org.w3id.trilateral.http;

import java.util.List;
import java.util.function.Function;

import org.w3id.trilateral.page.Pages;
import org.w3id.trilateral.query.PackagedQuery;
import org.w3id.trilateral.query.QueryDesk;

/** What the graph rests on, {@code /sources}, answered by two packaged queries; {@code ?kind=} lists all of a kind. */
final class SourcesEndpoint implements Endpoint {
    private static final String SOURCES = "sources";
    private static final String KIND = "kind";
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
        call.allowOnly(List.of(KIND));
        PackagedQuery sources = site.catalogue().get(SOURCES);
        boolean isWhole = call.values().containsKey(KIND);
        return Reply.html(pages.sources(desk.run(sources.with(call.values(), site.graph()), Function.identity()),
                desk.run(site.catalogue().get(ACCOUNTS).query(), Function.identity()), isWhole, call.visit()));
    }
}
