package org.w3id.trilateral.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.trilateral.http.RunningSite.header;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EndpointServletTest {
    private static RunningSite running;

    @BeforeAll
    static void start() {
        running = new RunningSite();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void whatACallerHoldsAlreadyIsNotSentAgain() {
        String tag = header(running.get("/queries/summits.csv"), "ETag");

        HttpResponse<String> again = running.get("/queries/summits.csv", "If-None-Match", "\"other\", W/" + tag);

        assertTrue(tag.matches("\"[0-9a-f]{24}\""), tag);
        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
        assertEquals(tag, header(again, "ETag"));
        assertEquals("Accept, Accept-Language, Cookie", header(again, "Vary"));
    }

    @Test
    void aPageThatIsHeldAlreadyKeepsItsPolicy() {
        String tag = header(running.get("/queries", "Accept", "text/html"), "ETag");

        assertEquals("", header(running.get("/queries", "Accept", "text/html", "If-None-Match", tag),
                "Content-Security-Policy"));
    }

    @Test
    void differentRequestsHaveDifferentTags() {
        String tag = header(running.get("/queries/summits", "Accept", "text/csv"), "ETag");

        assertNotEquals(tag, header(running.get("/queries/summits", "Accept", "text/html"), "ETag"));
        assertNotEquals(tag, header(running.get("/queries/summits?from=2015-01-01", "Accept", "text/csv"), "ETag"));
        assertEquals(200, running.get("/queries/summits", "Accept", "text/html", "If-None-Match", tag).statusCode());
    }

    @Test
    void aLanguageIsTakenFromTheAddressElseTheCookieElseWhatIsAccepted() {
        String[] korean = {"Accept", "text/html", "Accept-Language", "ko-KR"};
        String[] kept = {"Accept", "text/html", "Accept-Language", "ko-KR", "Cookie", "lang=ja"};

        assertTrue(running.get("/queries", korean).body().contains("<html lang=\"ko\">"));
        assertTrue(running.get("/queries", kept).body().contains("<html lang=\"ja\">"));
        HttpResponse<String> chosen = running.get("/queries?lang=en", kept);
        assertTrue(chosen.body().contains("<html lang=\"en\">"));
        assertTrue(header(chosen, "Set-Cookie").startsWith("lang=en; Path=/"), header(chosen, "Set-Cookie"));
        assertEquals(400, running.get("/queries?lang=xx").statusCode());
        assertNotEquals(header(running.get("/queries", korean), "ETag"), header(running.get("/queries", kept), "ETag"));
    }

    @Test
    void aFailureHasNoTag() {
        assertEquals("", header(running.get("/queries/none"), "ETag"));
    }

    @Test
    void headSaysWhatGetWouldSay() {
        HttpResponse<String> get = running.get("/queries/summits.csv");
        HttpResponse<String> head = running.send("HEAD", "/queries/summits.csv");

        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        assertEquals(header(get, "Content-Length"), header(head, "Content-Length"));
        assertEquals(header(get, "ETag"), header(head, "ETag"));
        assertEquals(404, running.send("HEAD", "/queries/none").statusCode());
    }

    @Test
    void otherMethodsAreRefusedWithThoseThatAreAllowed() {
        for (String method : new String[] {"POST", "PUT", "DELETE", "PATCH"}) {
            HttpResponse<String> response = running.send(method, "/queries/summits");

            assertEquals(405, response.statusCode(), method);
            assertEquals("GET, HEAD, OPTIONS", header(response, "Allow"), method);
        }
    }

    @Test
    void aBrowserReadsTheSameWordsAsAProgram() {
        HttpResponse<String> page = running.get("/queries/sumits", "Accept", RunningSite.BROWSER);

        assertEquals(404, page.statusCode());
        assertEquals("text/html;charset=utf-8", header(page, "Content-Type"));
        assertTrue(page.body().contains("Did you mean &#39;summits&#39;?") || page.body()
                .contains("Did you mean 'summits'?"), page.body());
    }

    @Test
    void whatACallerWritesIsPrintedAndNeverRun() {
        String script = RunningSite.encoded("\"><script>alert(1)</script>");

        assertFalse(running.page("/search?q=" + script).contains("<script>"));
        assertFalse(running.page("/queries/summits?from=" + script).contains("<script>"));
        assertFalse(running.page("/queries/summits?attendee=" + RunningSite.encoded("http://e.org/x'y"))
                .contains("<script>"));
        assertFalse(running.page("/editor?query=" + script).contains("<script>"));
        assertFalse(running.page("/id/" + script.replace("+", "%20")).contains("<script>"));
        assertFalse(running.get("/nothing?" + script, "Accept", RunningSite.BROWSER).body().contains("<script>"));
    }

    @Test
    void staticFilesMayBeKeptForEver() {
        String home = running.page("/");
        String href = home.replaceAll("(?s).*href=\"(/static/[0-9a-f]+/site\\.css)\".*", "$1");

        HttpResponse<String> style = running.get(href);

        assertEquals(200, style.statusCode());
        assertEquals("text/css;charset=utf-8", header(style, "Content-Type"));
        assertTrue(header(style, "Cache-Control").contains("immutable"));
        assertEquals(404, running.get("/static/site.css").statusCode());
        assertEquals(404, running.get("/static/../mark.svg").statusCode());
    }

    @Test
    void anAddressWithNothingBehindItIsNotFound() {
        HttpResponse<String> response = running.get("/nothing/here");

        assertEquals(404, response.statusCode());
        assertEquals("application/problem+json", header(response, "Content-Type"));
    }
}
