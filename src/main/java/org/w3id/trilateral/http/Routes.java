package org.w3id.trilateral.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServlet;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.page.Gathered.Part;
import org.w3id.trilateral.page.Pages;
import org.w3id.trilateral.page.StaticFile;
import org.w3id.trilateral.publish.Bundle;
import org.w3id.trilateral.publish.Citations;
import org.w3id.trilateral.publish.DataHash;
import org.w3id.trilateral.publish.Descriptions;
import org.w3id.trilateral.publish.Downloads;
import org.w3id.trilateral.query.QueryDesk;
import org.w3id.trilateral.query.Sitting;

/** Which servlet answers which path. */
public final class Routes {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    /**
     * As for every page, but that the editor's library (CodeMirror, YASR) may set styles in elements and attributes: it
     * knows no nonce.
     */
    private static final String EDITOR_POLICY =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";
    private static final List<String> ADDRESSES =
            List.of("/", "/queries", "/search?q=", "/as-of/2012-08-10", "/sources", "/ontology",
            "/editor", "/sparql", "/downloads");

    private Routes() {
    }

    /**
     * Path specification to servlet, for all but {@code /sparql}.
     *
     * @param desk where queries over the site's graph are run
     */
    public static Map<String, HttpServlet> of(Site site, QueryDesk desk, DataHash hash, Descriptions descriptions) {
        Pages pages = new Pages(site.graph(), site.catalogue());
        CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(pages.gathered()::begin);
        Citations citations = new Citations(site.graph(), hash);
        EntityEndpoints things = new EntityEndpoints(site, pages, desk, citations);
        Signposts signposts = new Signposts(site.graph().info());
        Map<String, Endpoint> endpoints = new LinkedHashMap<>();
        QueryEndpoint queries = new QueryEndpoint(site, pages, desk, citations,
                new Bundle(site.graph(), citations, hash));
        endpoints.put("/queries/*", new CachedEndpoint(queries, 64));
        endpoints.put("/rows/*", new CachedEndpoint(queries::rows, 32));
        endpoints.putAll(of(things));
        endpoints.put("/diagram", call -> diagram(call, pages));
        endpoints.put("/ontology", new OntologyEndpoint(site.graph(), pages));
        endpoints.put("/search", call -> search(call, pages, desk.sitting()));
        endpoints.put("/suggest", call -> suggest(call, pages));
        endpoints.put("/sources", new CachedEndpoint(new SourcesEndpoint(site, pages, desk), 8));
        endpoints.put("/as-of/*", new CachedEndpoint(new DayEndpoint(site, pages, desk), 16));
        endpoints.put("/editor", call -> editor(call, pages));
        endpoints.put("/static/*", Routes::file);
        endpoints.putAll(telling(descriptions));
        Downloads downloads = descriptions.downloads();
        endpoints.put("/downloads", call -> downloads(call, pages));
        endpoints.put("/downloads/SHA256SUMS", new Checksums(downloads));
        endpoints.put("/openapi.json", new OpenApi(site));
        endpoints.put("/api", call -> api(call, pages));
        endpoints.put("/context.jsonld", new ContextEndpoint(site.graph()));
        endpoints.put("/releases/*", new ReleaseEndpoint(site.releases()));
        endpoints.put("/cite", call -> cite(call, citations));
        endpoints.put("/*", call -> home(call, pages, signposts));
        Map<String, HttpServlet> servlets = new LinkedHashMap<>();
        endpoints.forEach((path, endpoint) -> servlets.put(path,
                new EndpointServlet(endpoint, pages, site.address(), version(site))));
        servlets.put("/downloads/*", new DownloadServlet(site, downloads, version(site)));
        return servlets;
    }

    private static Map<String, Endpoint> of(EntityEndpoints things) {
        Map<String, Endpoint> endpoints = new LinkedHashMap<>();
        endpoints.put("/id/*", things::id);
        endpoints.put("/page/*", new CachedEndpoint(things::page, 64));
        endpoints.put("/data/*", things::data);
        endpoints.put("/life/*", things::life);
        endpoints.put("/links/*", things::links);
        endpoints.put("/places/*", things::places);
        return endpoints;
    }

    private static Map<String, Endpoint> telling(Descriptions descriptions) {
        Map<String, Endpoint> endpoints = new LinkedHashMap<>();
        DescriptionEndpoint figures = new DescriptionEndpoint("void", descriptions::voidDescription);
        endpoints.put(Descriptions.VOID_PATH, figures);
        endpoints.put("/void.ttl", figures.inTurtle());
        endpoints.put(Descriptions.CATALOG_PATH, new DescriptionEndpoint("catalog", descriptions::catalog));
        endpoints.put(Descriptions.EXAMPLES_PATH, new DescriptionEndpoint("sparql-examples", descriptions::examples));
        return endpoints;
    }

    /** Changes with the content, the program and the static files. */
    private static Supplier<String> version(Site site) {
        String program = String.valueOf(Routes.class.getPackage().getImplementationVersion());
        return () -> site.graph().fingerprint() + program + StaticFile.VERSION;
    }

    /** The first page, and all that no other servlet answers. */
    private static Reply home(Call call, Pages pages, Signposts signposts) {
        if (!call.path().isEmpty()) {
            throw new TrilateralException(Fault.UNKNOWN_RESOURCE, "there is nothing at '/" + call.path() + "'.",
                    ADDRESSES);
        }
        call.allowOnly(List.of());
        boolean isWhole = pages.gathered().has(Part.COUNTS);
        return Reply.html(pages.home(call.visit())).keptIf(isWhole)
                .with(LinkField.NAME, signposts.home(call.origin()).toString());
    }

    private static Reply cite(Call call, Citations citations) {
        call.allowOnly(List.of(CiteEndpoint.FORMAT));
        return CiteEndpoint.reply(call, citations.dataset());
    }

    private static Reply downloads(Call call, Pages pages) {
        call.allowOnly(List.of());
        return Reply.html(pages.downloads(call.visit()));
    }

    private static Reply api(Call call, Pages pages) {
        call.allowOnly(List.of());
        return Reply.html(pages.api(call.visit()));
    }

    private static Reply search(Call call, Pages pages, Sitting sitting) {
        call.allowOnly(List.of("q"));
        boolean isWhole = pages.gathered().has(Part.NAMES);
        return Reply.html(pages.search(call.values().getOrDefault("q", ""), sitting, call.visit())).keptIf(isWhole);
    }

    private static Reply suggest(Call call, Pages pages) {
        call.allowOnly(List.of("prefix", "of"));
        boolean isWhole = pages.gathered().has(Part.NAMES);
        return SuggestJson.of(pages.suggest(call.values().getOrDefault("prefix", ""), call.values()
                .getOrDefault("of", ""), call.visit())).keptIf(isWhole);
    }

    private static Reply diagram(Call call, Pages pages) {
        call.allowOnly(List.of());
        return RowsJson.of(pages.diagram(call.visit()));
    }

    private static Reply editor(Call call, Pages pages) {
        call.allowOnly(List.of("query"));
        return Reply.html(pages.editor(call.values().getOrDefault("query", ""), call.visit()))
                .with("Content-Security-Policy", EDITOR_POLICY);
    }

    private static Reply file(Call call) {
        StaticFile file = StaticFile.at(call.path())
                .orElseThrow(() -> new TrilateralException(Fault.UNKNOWN_RESOURCE, "there is no file '/static/"
                + call.path() + "'."));
        return Reply.ok(file.contentType(), file.content()).with("Cache-Control", FOR_EVER);
    }
}
