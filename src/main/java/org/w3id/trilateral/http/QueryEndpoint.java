package org.w3id.trilateral.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.http.Accept.Offer;
import org.w3id.trilateral.page.Pages;
import org.w3id.trilateral.publish.Bundle;
import org.w3id.trilateral.publish.Citations;
import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.query.PackagedQuery;
import org.w3id.trilateral.query.QueryDesk;
import org.w3id.trilateral.result.ResultFormat;

/** Packaged queries: {@code /queries}, {@code /queries/ID} and {@code /queries/ID.ENDING}. */
final class QueryEndpoint implements Endpoint {
    private static final String FORMAT = "format";
    private static final String SPARQL = "rq";
    private static final String ZIP = "zip";
    private static final String PAGE = "page";

    private final Site site;
    private final Pages pages;
    private final QueryDesk desk;
    private final Citations citations;
    private final Bundle bundle;

    QueryEndpoint(Site site, Pages pages, QueryDesk desk, Citations citations, Bundle bundle) {
        this.bundle = bundle;
        this.citations = citations;
        this.site = site;
        this.pages = pages;
        this.desk = desk.ofPackaged();
    }

    @Override
    public Reply answer(Call call) {
        if (call.path().isEmpty()) {
            return catalogue(call);
        }
        if (call.path().endsWith(CiteEndpoint.CITE)) {
            return cite(call);
        }
        Target target = target(call.path());
        Map<String, String> values = new LinkedHashMap<>(call.values());
        Optional<String> format = Optional.ofNullable(values.remove(FORMAT)).filter(name -> !name.isBlank());
        return answer(target.query(), target.ending().or(() -> format), values, call);
    }

    /** {@code /rows/ID}: the answer in the words of a page, for its picture. */
    Reply rows(Call call) {
        PackagedQuery query = site.catalogue().get(call.path());
        return desk.run(query.with(call.values(), site.graph()), answer ->
                RowsJson.of(pages.rows(answer, call.visit())));
    }

    private Reply answer(PackagedQuery query, Optional<String> ending, Map<String, String> values, Call call) {
        if (ending.filter(SPARQL::equals).isPresent()) {
            String text = query.textWith(values, site.graph());
            return Reply.ok("application/sparql-query;charset=utf-8", text.getBytes(UTF_8))
                    .attachment(query.id() + "." + SPARQL);
        }
        if (ending.filter(ZIP::equals).isPresent()) {
            byte[] zip = desk.run(query.with(values, site.graph()),
                    answer -> bundle.of(query, values, answer, url(query, values, call)));
            return Reply.ok("application/zip", zip).attachment(query.id() + "." + ZIP);
        }
        Optional<ResultFormat> format = ending.map(name -> ResultFormat.of(name, query.form()))
                .or(() -> call.accept().bestOrRefuse(offers(query.form())));
        if (format.isEmpty()) {
            return page(query, values, call);
        }
        Reply data = Reply.ok(format.get().contentType(),
                desk.run(query.with(values, site.graph()), format.get()::render));
        return ending.isPresent() ? data.attachment(query.id() + "." + format.get().extension()) : data;
    }

    /** A page of the answer; with values that cannot be, the form that tells of it. */
    private Reply page(PackagedQuery query, Map<String, String> values, Call call) {
        int page = number(values.remove(PAGE));
        try {
            return Reply.html(desk.run(query.with(values, site.graph()),
                    answer -> pages.query(query, values, answer, page, call.visit())));
        } catch (TrilateralException e) {
            if (e.fault() != Fault.BAD_PARAMETER) {
                throw e;
            }
            return Reply.html(pages.refused(query, values, e, call.visit())).failed(Problem.status(e.fault()));
        }
    }

    private static int number(String given) {
        if (given == null || given.isBlank()) {
            return 1;
        }
        if (!given.matches("[1-9]\\d{0,6}")) {
            throw new TrilateralException(Fault.BAD_PARAMETER, "parameter 'page' cannot be '" + given
                    + "'; it takes a number from 1 on.");
        }
        return Integer.parseInt(given);
    }

    /** How a packaged query is cited; with values, how its answer to them is. */
    private Reply cite(Call call) {
        PackagedQuery query = site.catalogue().get(call.path()
                .substring(0, call.path().length() - CiteEndpoint.CITE.length()));
        Map<String, String> values = new LinkedHashMap<>(call.values());
        values.remove(CiteEndpoint.FORMAT);
        query.with(values, site.graph());
        return CiteEndpoint.reply(call, citations.query(query, url(query, values, call)));
    }

    /** The address that gives the answer to these values. */
    private static String url(PackagedQuery query, Map<String, String> values, Call call) {
        String given = values.entrySet().stream().map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
        return call.origin() + "/queries/" + query.id() + (given.isEmpty() ? "" : "?" + given);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    /**
     * The formats of a form of answer and, as an empty choice, the page: last, so that only who asks for HTML gets it.
     */
    private static List<Offer<Optional<ResultFormat>>> offers(Answer.Form form) {
        List<Offer<Optional<ResultFormat>>> offers = new ArrayList<>(Formats.offers(form));
        offers.add(Offer.of(Optional.empty(), Reply.HTML));
        return offers;
    }

    private Target target(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? new Target(site.catalogue().get(path), Optional.empty())
                : new Target(site.catalogue().get(path.substring(0, dot)), Optional.of(path.substring(dot + 1)));
    }

    private Reply catalogue(Call call) {
        call.allowOnly(List.of(FORMAT));
        boolean isPage = switch (call.values().getOrDefault(FORMAT, "")) {
            case "json" -> false;
            case "html" -> true;
            case "" -> call.accept()
                    .bestOrRefuse(List.of(Offer.of(false, "application/json"), Offer.of(true, Reply.HTML)));
            default -> throw new TrilateralException(Fault.UNKNOWN_FORMAT, "there is no format '"
                    + call.values().get(FORMAT) + "' for the list of queries. It comes as json, html.",
                            List.of("json", "html"));
        };
        return isPage ? Reply.html(pages.catalogue(call.visit()))
                : Reply.ok("application/json", CatalogueJson.of(site.catalogue(), call.origin()));
    }

    private record Target(PackagedQuery query, Optional<String> ending) {
    }
}
