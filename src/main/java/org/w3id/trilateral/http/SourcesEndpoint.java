package org.w3id.trilateral.http;

import java.util.List;

import org.w3id.trilateral.page.Pages;
import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.query.Execution;

/** What the graph rests on, {@code /sources}, answered by two packaged queries. */
final class SourcesEndpoint implements Endpoint {
    private static final String SOURCES = "sources";
    private static final String ACCOUNTS = "differing-accounts";
    static final List<String> QUERIES = List.of(SOURCES, ACCOUNTS);

    private final Site site;
    private final Pages pages;
    private final Execution execution;

    SourcesEndpoint(Site site, Pages pages) {
        this.site = site;
        this.pages = pages;
        this.execution = new Execution(site.graph(), site.limits());
    }

    @Override
    public Reply answer(Call call) {
        call.allowOnly(List.of());
        return Reply.html(pages.sources(answer(SOURCES), answer(ACCOUNTS), call.visit()));
    }

    private Answer answer(String id) {
        return execution.run(site.catalogue().get(id).query());
    }
}
