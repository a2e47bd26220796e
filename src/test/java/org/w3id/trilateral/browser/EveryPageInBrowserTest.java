package org.w3id.trilateral.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for a page of every kind, whoever reads it and on what. */
class EveryPageInBrowserTest {
    private static final long MOST_BYTES = 300_000;
    private static final double MOST_SHIFT = 0.01;
    private static final int A4 = 794;
    private static final Pattern PART = Pattern.compile("(?:href|src)=\"(/static/[^\"]+\\.(?:css|js))\"");
    private static LiveSite site;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        assumeTrue(Browser.isInstalled(), "skipped: it needs " + Browser.CHROMIUM + " and " + Browser.DRIVER);
        site = new LiveSite();
        browser = new Browser(site.origin());
    }

    @AfterAll
    static void close() throws IOException {
        if (browser != null) {
            browser.close();
        }
        if (site != null) {
            site.close();
        }
    }

    @AfterEach
    void nothingWentWrongAndNobodyElseWasAsked() {
        assertEquals(List.of(), browser.errors());
        assertTrue(Set.of(site.host()).containsAll(browser.hosts()));
    }

    /** One page of each kind; of the questions, one for each picture and one without; of things, one of each layout. */
    static Stream<String> pages() {
        return Stream.of("/", "/queries", "/queries/summits-after-provocations", "/queries/claimed-causes",
                "/queries/event-places",
                "/queries/events-by-year-and-kind", "/queries/differing-accounts", "/page/camp-david-summit-2023",
                "/page/abe-shinzo",
                "/page/tcog", "/page/grievance-comfort-women", "/page/japan", "/page/source-how-to-boost-cooperation",
                "/page/disputed-islets-east-of-korea", "/page/office-prime-minister-japan",
                "/page/recommendation-rsis-reverse-the-backsliding", "/as-of/2012-08-10", "/sources", "/ontology",
                "/search?q=abe",
                "/downloads");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsSmallStandsStillFitsAndHasNoBarriersOnNarrowAndWideScreensInLightAndInDark(String path) {
        browser.withoutCache();
        for (int width : List.of(360, 1440)) {
            browser.width(width);
            browser.open(path);
            browser.find("footer");
            browser.drawAll();

            assertTrue(browser.bytes() < MOST_BYTES, browser.bytes() + " bytes at " + width);
            double shifts = browser.shifts();
            assertTrue(shifts < MOST_SHIFT, shifts + " at " + width);
            assertEquals(0L, browser.script("return Math.max(0, document.documentElement.scrollWidth - innerWidth)"),
                    width + " px");
            for (boolean isDark : List.of(true, false)) {
                browser.dark(isDark);
                assertEquals(List.of(), browser.barriers(), (isDark ? "dark " : "light ") + width);
            }
        }
    }

    /**
     * Sheets and modules included, libraries of pictures not: those are loaded when a picture comes near the window.
     */
    @Test
    void everyQuestionIsSmallEvenUncompressed() throws IOException, InterruptedException {
        List<String> large = new ArrayList<>();
        for (String path : site.questions()) {
            String page = get(path);
            long bytes = page.getBytes(UTF_8).length;
            Matcher part = PART.matcher(page);
            while (part.find()) {
                bytes += get(part.group(1)).getBytes(UTF_8).length;
            }
            if (bytes >= MOST_BYTES) {
                large.add(path + ": " + bytes);
            }
        }

        assertEquals(List.of(), large);
    }

    private static String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site.origin() + path))
                .header("Accept", "text/html,*/*;q=0.5").build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString(UTF_8)).body();
    }

    @Test
    void theEditorHasNoBarriersEither() {
        for (int width : List.of(360, 1440)) {
            browser.width(width);
            browser.open("/editor");
            browser.find("#yasgui .active .yasqe_queryButton").click();
            browser.find("#yasgui .active .yasr td a");

            assertEquals(List.of(), browser.barriers(), width + " px");
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void onPaperNothingIsCutOff(String path) {
        browser.width(A4);
        browser.media("print", "prefers-color-scheme", "light");
        browser.open(path);
        browser.find("footer");

        Object cut = browser.script("""
                return [document.documentElement, ...document.querySelectorAll('.scroll')]
                  .filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.outerHTML.slice(0, 120));
                """);
        browser.media("screen", "prefers-color-scheme", "light");
        browser.width(1440);

        assertEquals(List.of(), cut);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/queries/claimed-causes", "/queries/event-places",
            "/queries/events-by-year-and-kind"})
    void nothingMovesByItselfForWhoeverAsksForLessMotion(String path) {
        browser.media("screen", "prefers-reduced-motion", "reduce");
        browser.open(path);
        browser.drawAll();

        assertEquals(0L, browser.script("return document.getAnimations().length"));
        browser.media("screen", "prefers-reduced-motion", "no-preference");
    }
}
