package org.w3id.trilateral.http;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.page.Gathered.Part;
import org.w3id.trilateral.page.Pages;
import org.w3id.trilateral.query.PackagedQuery;
import org.w3id.trilateral.query.QueryDesk;

/** The state of affairs on a day, {@code /as-of/YYYY-MM-DD}, answered by the packaged query {@value #QUERY}. */
final class DayEndpoint implements Endpoint {
    static final String QUERY = "state-of-the-relationship";
    private static final String DAY = "day";
    private static final String FIRST = "2012-08-10";

    private final Site site;
    private final Pages pages;
    private final QueryDesk desk;

    DayEndpoint(Site site, Pages pages, QueryDesk desk) {
        this.site = site;
        this.pages = pages;
        this.desk = desk.ofPackaged();
    }

    /** Without a day in the path: 303 to that of the form, or to an eventful one. */
    @Override
    public Reply answer(Call call) {
        if (call.path().isEmpty()) {
            call.allowOnly(List.of(DAY));
            return Reply.seeOther("/as-of/" + day(call.values().getOrDefault(DAY, FIRST)) + call.choice());
        }
        call.allowOnly(List.of());
        LocalDate day = day(call.path());
        PackagedQuery query = site.catalogue().get(QUERY);
        boolean isWhole = pages.gathered().has(Part.DAYS);
        return Reply.html(desk.run(query.with(Map.of(DAY, day.toString()), site.graph()),
                answer -> pages.day(day, query.id(), answer, call.visit()))).keptIf(isWhole);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TrilateralException(Fault.BAD_PARAMETER, "'" + text + "' is no day; write it as in " + FIRST
                    + ".", e);
        }
    }
}
