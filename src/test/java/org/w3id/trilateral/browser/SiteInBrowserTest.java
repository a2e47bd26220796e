package org.w3id.trilateral.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.http.Site;
import org.w3id.trilateral.link.Linksets;
import org.w3id.trilateral.query.Limits;
import org.w3id.trilateral.query.QueryCatalogue;
import org.w3id.trilateral.server.TrilateralServer;

/** The site over the data of this repository, in a real Chromium where there is one. */
class SiteInBrowserTest {
    private static final long MOST_BYTES = 300_000;
    private static TrilateralServer server;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        assumeTrue(Browser.isInstalled(), "skipped: it needs " + Browser.CHROMIUM + " and " + Browser.DRIVER);
        Home home = new Home(Path.of(""));
        KnowledgeGraph graph = KnowledgeGraph.load(home, Linksets::graphs);
        server = TrilateralServer.start(new Site(graph, QueryCatalogue.load(home, graph.info()), Limits.SERVICE), 0, true);
        browser = new Browser("http://localhost:" + server.port());
    }

    @AfterAll
    static void close() throws IOException {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @AfterEach
    void nothingWentWrongAndNobodyElseWasAsked() {
        assertEquals(List.of(), browser.errors());
        assertEquals(Set.of("localhost:" + server.port()), browser.hosts());
    }

    @Test
    void aWiderWindowGivesMoreRowsAndMoreMarks() {
        browser.open("/queries/summits-after-provocations?withinDays=30");
        int marks = browser.all("figure svg a").size();
        String rows = browser.text("#answer + p");

        WebElement window = browser.find("#parameter-withinDays");
        window.clear();
        window.sendKeys("365", Keys.ENTER);
        browser.find("a[href*='withinDays=365']");

        assertNotEquals(rows, browser.text("#answer + p"));
        assertTrue(browser.all("figure svg a").size() > marks, marks + " marks");
    }

    @Test
    void anEventLeadsToItsSource() {
        browser.open("/page/lee-visit-disputed-islets-2012?lang=en");
        browser.find(".cited a[href='#source-1']").click();
        assertTrue(browser.address().endsWith("#source-1"), browser.address());
        assertTrue(browser.text("#source-1").contains("paragraph 8"), browser.text("#source-1"));

        browser.find(".passages > li:has(#source-1) > a[href^='/id/source-']").click();

        assertTrue(browser.address().startsWith("/page/source-"), browser.address());
    }

    @Test
    void aNameTypedInKoreanLeadsToItsThing() {
        browser.open("/");
        browser.find("#find").sendKeys("위안부");
        browser.find(".suggestions [data-href='/id/grievance-comfort-women']");
        browser.find("#find").sendKeys(Keys.ARROW_DOWN, Keys.ENTER);

        browser.find("#sources");
        assertTrue(browser.address().startsWith("/page/"), browser.address());
    }

    @Test
    void theEditorRunsAQueryAndDrawsItsAnswer() {
        browser.open("/editor?query=SELECT%20%3Fsummit%20%3Fon%20%7B%3Fsummit%20a%20tri%3ATrilateralSummit%20%3B%20tri%3Astart%20%3Fon%7D");
        browser.find("#yasgui .active .yasqe_queryButton").click();
        browser.find("#yasgui .active .yasr table a[href*='camp-david-summit-2023']");

        browser.find("#yasgui .active .yasr .select_timeline").click();

        assertTrue(browser.all("#yasgui .active .yasr figure svg a").size() > 5);
    }

    @Test
    void theLanguageThatIsChosenStays() {
        browser.open("/?lang=en");
        browser.find(".languages [hreflang='ja']").click();
        assertEquals("質問", browser.text("#questions"));

        browser.find(".top a[href='/queries']").click();

        assertEquals("質問", browser.text("h1"));
        browser.open("/?lang=en");
    }

    @Test
    void theTimelineIsWalkedByKeyboard() {
        browser.open("/");
        browser.find("figure svg a[tabindex='0']");
        browser.script("document.querySelector(\"figure svg a[tabindex='0']\").focus()");
        browser.press(Keys.ARROW_RIGHT);
        String told = browser.text(".told");
        browser.press(Keys.ARROW_RIGHT);

        assertNotEquals("", told);
        assertNotEquals(told, browser.text(".told"));
    }

    @Test
    void aSectionOfAPageCanBeAskedAgain() {
        browser.open("/page/tcog?lang=en");
        assertTrue(browser.all(".line svg .mark").size() > 10);

        browser.find("[aria-labelledby='life-of-a-mechanism'] .note a").click();

        assertEquals("/queries/life-of-a-mechanism?mechanism=tcog", browser.address());
    }

    @Test
    void aDayIsPickedOnTheLineAndInTheCalendar() {
        browser.open("/as-of/2012-08-10?lang=en");
        browser.find("#day-line:enabled").sendKeys(Keys.ARROW_RIGHT);
        browser.find(".calendar a[aria-current='date'][href='/as-of/2012-08-11']");
        assertEquals("/as-of/2012-08-11", browser.address());

        browser.find(".calendar a.eventful[href='/as-of/2012-08-14']").click();

        assertEquals("/as-of/2012-08-14", browser.address());
        assertTrue(browser.text("h1").contains("2012-08-14"), browser.text("h1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/page/camp-david-summit-2023", "/page/tcog", "/page/disputed-islets-east-of-korea", "/as-of/2012-08-10"})
    void nothingMovesWhilePicturesAreDrawn(String path) {
        browser.open(path);
        browser.script("window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(one => { window.moved += one.value; }))"
                + ".observe({ type: 'layout-shift', buffered: true })");
        browser.find("footer");
        browser.script("document.querySelectorAll('figure').forEach(one => one.scrollIntoView())");
        browser.all("figure .tools:not([hidden])");

        assertEquals(0.0, ((Number) browser.script("return window.moved")).doubleValue(), 0.02);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?lang=ko", "/queries/summits?lang=ja", "/page/abe-shinzo?lang=ko", "/page/tcog?lang=ja", "/as-of/2012-08-10?lang=ko"})
    void darkPagesInOtherLanguagesHaveNoBarriersEither(String path) {
        browser.dark(true);
        browser.open(path);
        browser.find("footer");

        assertEquals(List.of(), browser.barriers());
        browser.open("/?lang=en");
        browser.dark(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/queries/summits-after-provocations", "/queries/claimed-causes", "/queries/event-places",
        "/queries/events-by-year-and-kind", "/page/camp-david-summit-2023", "/page/abe-shinzo", "/page/tcog", "/page/grievance-comfort-women",
        "/page/japan", "/page/source-how-to-boost-cooperation", "/page/disputed-islets-east-of-korea", "/page/office-prime-minister-japan",
        "/page/recommendation-rsis-reverse-the-backsliding", "/as-of/2012-08-10", "/sources", "/ontology"})
    void aPageIsSmallFitsANarrowWindowAndHasNoBarriers(String path) {
        browser.withoutCache();
        browser.width(360);
        browser.open(path);
        browser.find("footer");

        assertEquals(List.of(), browser.barriers());
        assertEquals(0L, browser.script("return Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
        browser.script("document.querySelectorAll('figure').forEach(one => one.scrollIntoView())");
        browser.width(1440);
        assertTrue(browser.bytes() < MOST_BYTES, browser.bytes() + " bytes");
    }
}
