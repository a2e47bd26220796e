package org.w3id.trilateral.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

class ReportFormatTest {
    private static final Report REPORT = Report.of(List.of(
            new Finding(Severity.WARNING, "data/b.ttl", "trid:c", "orphan", "alone"),
            new Finding(Severity.VIOLATION, "data/a.ttl", "trid:b", "start-day", "not a day"),
            new Finding(Severity.VIOLATION, "data/a.ttl", "trid:b", "english-label", "no \"label\", at all"),
            new Finding(Severity.VIOLATION, "data/a.ttl", "trid:b", "start-day", "not a day")), 2, 1, 3, 4);

    @Test
    void theTextGroupsByFileAndEntityAndCountsAtTheEnd() {
        assertEquals("""
                data/a.ttl
                  trid:b
                    violation  english-label: no "label", at all
                    violation  start-day: not a day

                data/b.ttl
                  trid:c
                    warning  orphan: alone

                2 violations and 1 warning in 2 files with 1 entity; 3 shapes and 4 checks applied
                """, ReportFormat.TEXT.render(REPORT));
    }

    @Test
    void withoutFindingsTheTextIsItsCounts() {
        assertEquals("0 violations and 0 warnings in 1 file with 2 entities; 1 shape and 1 check applied\n",
                ReportFormat.TEXT.render(Report.of(List.of(), 1, 2, 1, 1)));
    }

    @Test
    void theCsvQuotesWhatNeedsIt() {
        assertEquals("severity,file,entity,rule,message\r\n"
                + "violation,data/a.ttl,trid:b,english-label,\"no \"\"label\"\", at all\"\r\n"
                + "violation,data/a.ttl,trid:b,start-day,not a day\r\n"
                + "warning,data/b.ttl,trid:c,orphan,alone\r\n", ReportFormat.CSV.render(REPORT));
    }

    @Test
    void theJsonHoldsFindingsAndCounts() {
        JsonObject json = JSON.parse(ReportFormat.JSON.render(REPORT));

        JsonArray findings = json.get("findings").getAsArray();
        assertEquals(3, findings.size());
        assertEquals("no \"label\", at all", findings.get(0).getAsObject().getString("message"));
        assertEquals(2, json.getObj("counts").get("violations").getAsNumber().value().intValue());
        assertEquals(4, json.getObj("counts").get("checks").getAsNumber().value().intValue());
    }

    @Test
    void anUnknownFormatIsRefusedWithThoseThereAre() {
        TrilateralException refused = assertThrows(TrilateralException.class, () -> ReportFormat.of("cvs"));

        assertEquals(Fault.UNKNOWN_FORMAT, refused.fault());
        assertEquals(List.of("text", "json", "csv"), refused.allowed());
    }
}
