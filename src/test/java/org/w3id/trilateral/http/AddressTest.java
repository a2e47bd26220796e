package org.w3id.trilateral.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.trilateral.http.RunningSite.header;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

class AddressTest {
    private static final String PUBLIC = "https://example.org/trilateral";

    @Test
    void underAPublicUrlAddressesChangeAndNamesStay() {
        try (RunningSite running = new RunningSite(Address.of(PUBLIC + "/"))) {
            HttpResponse<String> page = running.get("/page/summit-2014");

            assertTrue(page.body().contains("href=\"/trilateral/static/"), page.body());
            assertFalse(page.body().matches("(?s).*(href|src|action|data-source)=\"/(?!trilateral/).*"), page.body());
            assertTrue(page.body().contains("data-source=\"/trilateral/"), page.body());
            assertTrue(header(running.get("/page/summit-2014?lang=ko"), "Set-Cookie").contains("Path=/trilateral/;"));
            assertTrue(page.body().contains("https://w3id.org/trilateral/id/summit-2014"), page.body());
            assertTrue(header(page, "Link").contains("<" + PUBLIC + "/data/summit-2014.ttl>"));
            assertEquals("/trilateral/page/summit-2014", header(running.get("/id/summit-2014"), "Location"));
            assertTrue(running.get("/sparql", "Accept", "text/turtle").body().contains("<" + PUBLIC + "/sparql>"));
        }
    }

    @Test
    void aProxyOnThisMachineIsBelieved() {
        try (RunningSite running = new RunningSite()) {
            String old = header(running.get("/page/summit-2014", "X-Forwarded-Proto", "https", "X-Forwarded-Host",
                    "a.example, b.example",
                    "X-Forwarded-Prefix", "/graph/"), "Link");
            String standard = header(running.get("/page/summit-2014", "Forwarded",
                    "for=192.0.2.1;proto=https;host=\"a.example:8443\""), "Link");
            String wrong = header(running.get("/page/summit-2014", "X-Forwarded-Host", "a.example/<script>"), "Link");

            assertTrue(old.contains("<https://a.example/graph/data/summit-2014.ttl>"), old);
            assertTrue(standard.contains("<https://a.example:8443/data/summit-2014.ttl>"), standard);
            assertTrue(wrong.contains("<" + running.origin() + "/data/summit-2014.ttl>"), wrong);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "ftp://example.org", "https://", "https://example.org?a", "https://a b",
            "javascript:alert(1)"})
    void whatIsNoPublicUrlIsRefused(String url) {
        assertEquals(Fault.BAD_OPTION, assertThrows(TrilateralException.class, () -> Address.of(url)).fault());
    }
}
