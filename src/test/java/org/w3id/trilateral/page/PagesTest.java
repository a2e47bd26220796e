package org.w3id.trilateral.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.apache.jena.graph.Node;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.query.Execution;
import org.w3id.trilateral.query.Lanes;
import org.w3id.trilateral.query.Limits;
import org.w3id.trilateral.query.PackagedQuery;
import org.w3id.trilateral.query.QueryCatalogue;
import org.w3id.trilateral.query.QueryDesk;
import org.w3id.trilateral.query.Sitting;

class PagesTest {
    private static final Visit VISIT = new Visit(Language.ENGLISH, "", "http://here");
    private static KnowledgeGraph graph;
    private static QueryCatalogue catalogue;
    private static Pages pages;

    @BeforeAll
    static void load() {
        Home home = new Home(Path.of("src/test/resources/home-http"));
        graph = KnowledgeGraph.load(home);
        catalogue = QueryCatalogue.load(home, graph.info());
        pages = new Pages(graph, catalogue);
    }

    @Test
    void theFirstPageCountsWhatThereIsAndListsTheQuestionsByTag() {
        String page = flat(pages.home(VISIT));

        assertTrue(page.contains("Fixture: a small graph of meetings"), page);
        assertTrue(page.contains("event</a> </dt><dd>2</dd>"), page);
        assertFalse(page.contains("attestation</a>"), page);
        assertTrue(page.contains("<h3>Summits</h3>"), page);
        assertTrue(page.contains("<h3>Other questions</h3>"), page);
        assertTrue(page.contains("curl &#39;http://here/queries&#39;") || page.contains("curl 'http://here/queries'"),
                page);
    }

    @Test
    void aFormOffersTheMembersOfAClassAndOfAScheme() {
        String page = flat(answered("summits", Map.of("from", "2000-01-01")));

        assertTrue(page.contains("type=\"date\" value=\"2000-01-01\""), page);
        assertTrue(page.contains("type=\"number\" step=\"1\" value=\"100\""), page);
        assertTrue(page.contains("<option value=\"abe-shinzo\" selected>Shinzo Abe</option>"), page);
        assertTrue(page.contains("<option value=\"level-ministers\">ministers</option>"), page);
        assertTrue(page.contains("<option value=\"\" selected>any</option>"), page);
    }

    @Test
    void anAnswerShowsLabelsThatLeadToTheThings() {
        String page = flat(answered("summits", Map.of()));

        assertTrue(page.contains("<th scope=\"col\" data-name=\"metOn\">Met on</th> <th scope=\"col\" data-name=\"summit\">Summit</th> <th scope=\"col\" data-name=\"attendee\">Attendee</th>"), page);
        assertTrue(page.contains("<a href=\"/id/summit-2014\" lang=\"en\">Summit of 2014</a>"), page);
        assertTrue(page.contains("2 rows."), page);
    }

    @Test
    void aPermalinkAndTheDownloadsKeepTheValuesThatWereGiven() {
        String page = answered("summits", Map.of("from", "2015-01-01", "level", ""));

        assertTrue(page.contains("href=\"http://here/queries/summits?from=2015-01-01\""), page);
        assertTrue(page.contains("href=\"/queries/summits.csv?from=2015-01-01\""), page);
        assertTrue(page.contains("VALUES ?from"), page);
    }

    @Test
    void graphsAndTruthsAreTablesToo() {
        assertTrue(flat(answered("meetings-graph", Map.of())).contains(">has attendee</a>"));
        assertTrue(flat(answered("any-summit", Map.of())).contains(">Yes </td>"));
    }

    @Test
    void aThingIsShownWithItsNamesAndWithWhoSaysSo() {
        String page = flat(thing("summit-2014"));

        assertTrue(page.contains("<h1 lang=\"en\">Summit of 2014</h1>"), page);
        assertTrue(page.contains("<span lang=\"ja\">2014年首脳会談</span>"), page);
        assertTrue(page.contains("<span lang=\"ko\">2014년 정상회담</span>"), page);
        assertTrue(page.contains("An essay on &lt;cooperation&gt; &amp; trust"), page);
        assertTrue(page.contains("anchor words: <span class=\"each\">met at last"), page);
        assertTrue(page.contains("that spring"), page);
        assertTrue(page.indexOf("value=\"1\">paragraph 2") < page.indexOf("value=\"2\">paragraph 11"),
                "numbers are ordered by size");
    }

    @Test
    void accountsThatDifferStandSideBySide() {
        String page = flat(thing("summit-2014"));
        String accounts = page.substring(page.indexOf("Accounts that differ</h2>"),
                page.indexOf("Claims about it</h2>"));

        assertTrue(accounts.contains("<th scope=\"col\">The essay&#39;s day</th>")
                || accounts.contains("<th scope=\"col\">The essay's day</th>"), accounts);
        assertTrue(accounts.indexOf("2014-03-25") < accounts.indexOf("2014-03-24"), "the preferred one comes first");
        assertTrue(accounts.contains("preferred"), accounts);
        assertTrue(accounts.contains("Written on the day."), accounts);
        assertTrue(accounts.contains("row 1"), accounts);
    }

    @Test
    void claimsAreToldApartFromOtherLinks() {
        String page = flat(thing("summit-2014"));
        String person = flat(thing("abe-shinzo"));

        assertTrue(page.substring(page.indexOf("Claims about it</h2>")).contains("made that of 2018 possible"), page);
        assertFalse(person.contains("Claims about it"), person);
        assertTrue(person.contains("… has attendee <em>Shinzo Abe</em> <small class=\"note\">2</small>"), person);
        assertTrue(person.indexOf("Summit of 2014") < person.indexOf("Summit of 2018"), person);
    }

    @Test
    void theStatementsStandInTheGroupsThatTheGraphArranges() {
        String page = flat(thing("summit-2014"));

        assertTrue(page.indexOf("Who was there") < page.indexOf(">has attendee</a>"), page);
        assertTrue(page.indexOf(">has attendee</a>") < page.indexOf(">Further</dt>"), page);
        assertTrue(page.indexOf(">Further</dt>") < page.indexOf(">has level</a>"), page);
        assertTrue(page.contains("href=\"#source-1\""), page);
    }

    @Test
    void aDayIsShownOnceWithTheWordsOfItsSources() {
        String page = flat(thing("summit-2014"));
        String when = page.substring(page.indexOf("<dt>When</dt>"), page.indexOf("Who was there"));

        assertTrue(when.contains("href=\"/as-of/2014-03-25\""), when);
        assertTrue(when.contains("<q lang=\"en\">that spring</q>"), when);
        assertFalse(page.contains(">has start</a>"), page);
    }

    @Test
    void aPackagedQueryIsASectionOfThePageAndCanBeAskedAgain() {
        PackagedQuery query = catalogue.get("summits");
        Node person = graph.names().parse("abe-shinzo");
        Answered answered = new Answered(query, "abe-shinzo",
                new Execution(graph, Limits.SERVICE).run(query.with(Map.of("attendee", "abe-shinzo"), graph)));

        String page = flat(pages.entity(person, List.of(answered), sitting(), VISIT));
        String section = page.substring(page.indexOf("<section class=\"section\""), page.indexOf("What names it</h2>"));

        assertTrue(section.contains(">Summits attended</h2>"), section);
        assertTrue(section.contains("href=\"/queries/summits?attendee=abe-shinzo\""), section);
        assertTrue(section.contains("<title>Summit of 2014, 2014-03-25</title>"), section);
        assertFalse(section.contains(">Attendee</th>"), "a column that holds nothing but the thing itself is left out");
        assertFalse(flat(thing("abe-shinzo")).contains("Summits attended"));
    }

    @Test
    void whatCanBeAskedOfAThingIsOffered() {
        assertTrue(thing("abe-shinzo").contains("href=\"/queries/summits?attendee=abe-shinzo\""));
        assertFalse(thing("summit-2014").contains("/queries/summits?"));
    }

    @Test
    void aDayIsPickedInACalendarThatKnowsWhatHappened() {
        String page = flat(pages.day(LocalDate.of(2014, 3, 20), "summits", new Answer.Table(List.of(), List.of()),
                VISIT));

        assertTrue(page.contains("href=\"/as-of/2014-03-25\" rel=\"nofollow\" title=\"1 event\""), page);
        assertTrue(page.contains("aria-current=\"date\">20</a>"), page);
        assertTrue(page.contains("href=\"/as-of/2014-02-20\""), page);
        assertTrue(page.contains("min=\"" + LocalDate.of(2014, 1, 1).toEpochDay() + "\" max=\""
                + LocalDate.of(2018, 12, 31).toEpochDay()), page);
    }

    @Test
    void noNodeOfTheDiagramIsWithoutName() {
        assertTrue(pages.diagram(VISIT).rows().stream().flatMap(List::stream).flatMap(List::stream)
                .noneMatch(ref -> ref.text().words().equals("(unnamed)")));
    }

    @Test
    void onlyWebAddressesBecomeLinks() {
        String page = flat(thing("source-essay"));

        assertTrue(page.contains("href=\"https://example.org/essay\""), page);
        assertTrue(page.contains("javascript:alert(1)"), page);
        assertFalse(page.contains("href=\"javascript"), page);
    }

    @Test
    void aSearchFindsPartsOfLabelsInAnyLanguageAndLetterCase() {
        for (String text : List.of("安倍", "ABE", "신조", "ａｂｅ")) {
            assertTrue(pages.search(text, sitting(), VISIT).contains("href=\"/id/abe-shinzo\""), text);
        }
        assertTrue(pages.search("nobody", sitting(), VISIT).contains("No label contains"));
        assertFalse(pages.search(" ", sitting(), VISIT).contains("/id/"));
    }

    @Test
    void aQueryCanBeTakenToTheEditor() {
        String page = answered("any-summit", Map.of());

        assertTrue(page.contains("href=\"/editor?query=%23%2B%20summary"), page);
        assertTrue(pages.editor("ASK { ?a ?b </textarea> }", VISIT).contains("ASK { ?a ?b &lt;/textarea&gt; }"));
        assertTrue(pages.editor("", VISIT).contains("?summit a tri:Summit"));
        assertTrue(pages.editor("", VISIT).contains("PREFIX tri: &lt;https://w3id.org/trilateral/ontology#&gt;"));
    }

    @Test
    void aPageSpeaksTheLanguageOfItsReader() {
        String page = flat(pages.entity(graph.names().parse("summit-2014"), List.of(), sitting(),
                new Visit(Language.JAPANESE, "a=b", "http://here")));

        assertTrue(page.contains("<html lang=\"ja\">"), page);
        assertTrue(page.contains("<h1 lang=\"ja\">2014年首脳会談</h1>"), page);
        assertTrue(page.contains(">出典</h2>"), page);
        assertTrue(page.contains("href=\"?a=b&amp;lang=ko\"") || page.contains("href=\"?a=b&lang=ko\""), page);
    }

    @Test
    void noPageCarriesInlineScriptOrStyle() {
        for (String page : List.of(pages.home(VISIT), thing("summit-2014"), answered("summits", Map.of()),
                pages.ontology(VISIT))) {
            assertFalse(page.matches("(?s).*(<script(?! type=\"application/ld\\+json\"|[^>]* src=)|<style|\\sstyle=|\\son[a-z]+=).*"));
            assertEquals(1, page.split("<main").length - 1);
            assertEquals(1, page.split("<h1").length - 1);
        }
    }

    private static String answered(String id, Map<String, String> values) {
        PackagedQuery query = catalogue.get(id);
        return pages.query(query, values, new Execution(graph, Limits.SERVICE).run(query.with(values, graph)), 1,
                VISIT);
    }

    private static Sitting sitting() {
        return new QueryDesk(graph, Limits.SERVICE, new Lanes(0)).sitting();
    }

    private static String thing(String name) {
        return pages.entity(graph.names().parse(name), List.of(), sitting(), VISIT);
    }

    private static String flat(String page) {
        return page.replaceAll("\\s+", " ");
    }
}
