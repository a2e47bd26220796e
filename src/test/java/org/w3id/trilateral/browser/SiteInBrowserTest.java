package org.w3id.trilateral.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
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


/** The site over the data of this repository, in a real Chromium where there is one. */
class SiteInBrowserTest {
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
        assertEquals(Set.of(site.host()), browser.hosts());
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
    void theAddressesOfTheServiceCanBeReadAndTried() {
        browser.open("/api?lang=en");
        browser.find("#api [id='operations-tag-descriptions'] button").click();
        browser.find("#operations-descriptions-health button").click();
        browser.find("#operations-descriptions-health button.execute").click();

        assertTrue(browser.text("#operations-descriptions-health .live-responses-table").contains("200"));
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
    @ValueSource(strings = {"/?lang=ko", "/queries/summits?lang=ja", "/page/abe-shinzo?lang=ko", "/page/tcog?lang=ja",
            "/as-of/2012-08-10?lang=ko"})
    void darkPagesInOtherLanguagesHaveNoBarriersEither(String path) {
        browser.dark(true);
        browser.open(path);
        browser.find("footer");

        assertEquals(List.of(), browser.barriers());
        browser.open("/?lang=en");
        browser.dark(false);
    }

    @Test
    void aNameTypedIntoAFormIsSuggestedAndFindsItsRows() {
        browser.open("/queries/meetings-of-a-person?lang=ko");
        WebElement person = browser.find("#parameter-person");
        person.clear();
        person.sendKeys("박근");
        browser.find("#parameter-person-suggestions li");
        person.sendKeys(Keys.ARROW_DOWN, Keys.ENTER);
        assertEquals("박근혜", person.getDomProperty("value"));

        person.sendKeys(Keys.ENTER);

        browser.find("a.address[href*='person=park-geun-hye']");
        assertTrue(browser.all("#answer ~ .scroll tbody tr").size() > 5);
    }

    @Test
    void theRowsOfAnAnswerLeadToTheirSources() {
        browser.open("/queries/provocations-without-summit?lang=en");
        browser.find("td.cited a").click();

        assertTrue(browser.address().contains("#cited-"), browser.address());
        assertFalse(browser.all(".cited-list li:target a").isEmpty());
    }

    @Test
    void aQuestionIsAskedWithTheKeyboardAlone() {
        browser.open("/queries/summits-after-provocations?lang=en");
        browser.press(Keys.TAB);
        assertEquals("Skip to content", browser.script("return document.activeElement.textContent"));
        browser.press(Keys.ENTER, Keys.TAB);
        assertEquals("parameter-withinDays", browser.script("return document.activeElement.id"));

        browser.press("7", "7", "7", Keys.ENTER);

        browser.find("a.address[href*='777']");
    }

    @Test
    void theEditorCompletesByALabelAndNamesItsRows() {
        browser.open("/editor?lang=ko&query=SELECT%20%2A%20WHERE%20%7B%20%3Fx%20tri%3Aholder%20%3Fy%20%7D%20LIMIT%203");
        browser.find("#yasgui .active .yasqe_queryButton").click();
        assertTrue(browser.all("#yasgui .active .yasr td a[href*='/id/']").stream()
                .noneMatch(link -> link.getText().contains("://")));

        browser.find("#yasgui .active .CodeMirror").click();
        browser.chord(Keys.CONTROL, "a");
        browser.press(Keys.DELETE, "SELECT * WHERE { ?x tri:holder trid:박근");
        browser.chord(Keys.CONTROL, " ");

        assertTrue(browser.text(".CodeMirror-hints li").startsWith("trid:park-geun-hye"),
                browser.text(".CodeMirror-hints li"));
        browser.press(Keys.ESCAPE);
        browser.open("/?lang=en");
    }
}
