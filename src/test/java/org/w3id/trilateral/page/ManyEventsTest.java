package org.w3id.trilateral.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.w3id.trilateral.graph.Columns;
import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.graph.Version;
import org.w3id.trilateral.page.Gathered.Part;
import org.w3id.trilateral.query.Lanes;
import org.w3id.trilateral.query.Limits;
import org.w3id.trilateral.query.QueryCatalogue;
import org.w3id.trilateral.query.QueryDesk;
import org.w3id.trilateral.query.Sitting;
import org.w3id.trilateral.store.Store;

/** Pages over a store with far more events than a page can show, stored in another order than that of their days. */
class ManyEventsTest {
    private static final int EVENTS = 6_000;
    /** Without a common factor with the number of events, so that each day comes once. */
    private static final int STEP = 2_741;
    private static final LocalDate LAST = LocalDate.parse("2013-12-31");
    private static final Visit VISIT = new Visit(Language.ENGLISH, "", "http://here");

    @TempDir
    private Path folder;
    private final CountDownLatch gathering = new CountDownLatch(1);
    private Home home;
    private KnowledgeGraph kept;

    @BeforeEach
    void fill() throws IOException {
        Path source = Path.of("src/test/resources/home-http");
        Path copy = folder.resolve("home");
        try (Stream<Path> all = Files.walk(source)) {
            for (Path path : all.sorted().toList()) {
                Path target = copy.resolve(source.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
        StringBuilder events = new StringBuilder("""
                @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                @prefix tri: <https://w3id.org/trilateral/ontology#> .
                @prefix trid: <https://w3id.org/trilateral/id/> .
                @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                """);
        for (int i = 0; i < EVENTS; i++) {
            int days = i * STEP % EVENTS;
            events.append("trid:talk-%d a tri:Event ; rdfs:label \"Talk %d\"@en ; tri:attendee trid:abe-shinzo ;"
                    .formatted(days, days)).append(" tri:start \"%s\"^^xsd:date .\n".formatted(LAST.minusDays(days)));
        }
        Files.writeString(copy.resolve("data/events.ttl"), events);
        home = new Home(copy);
        kept = new Store(home, () -> KnowledgeGraph.load(home)).open(folder.resolve("store").toString());
    }

    @AfterEach
    void close() {
        gathering.countDown();
        kept.dataset().close();
    }

    @Test
    void aThingThatVeryManyNameShowsTheEarliestAndLeadsToAll() {
        String page = flat(pages(kept).entity(kept.names().parse("abe-shinzo"), List.of(), sitting(kept), VISIT));

        assertTrue(page.contains("… has attendee <em>Shinzo Abe</em> <small class=\"note\">6002</small>"), page);
        for (int days = EVENTS - 1; days > EVENTS - 100; days--) {
            assertTrue(page.contains(">Talk " + days + "</a>"), "Talk " + days);
        }
        assertTrue(page.contains("<a href=\"/editor?query=SELECT%20%3Fthing"), page);
        assertTrue(page.contains(">and 5902 more</a>"), page);
        assertTrue(page.split("href=\"/id/talk-").length < 300, "links in the page");
    }

    @Test
    void aSearchTellsHowManyThereAreAndShowsTheShortest() {
        String page = flat(pages(kept).search("talk", sitting(kept), VISIT));

        assertTrue(page.contains("6,000 things have “talk” in a label.") && page.contains("The first 200"), page);
        assertEquals(200, page.split("<li><a href=\"/id/talk-").length - 1, page);
        assertTrue(page.contains(">Talk 0</a>") && !page.contains(">Talk 4321</a>"), page);
        assertEquals("talk-4321", pages(kept).suggest("talk 4321", "", VISIT).get(0).name());
    }

    @Test
    void whatIsStillBeingGatheredIsLeftOutAndSaidSo() {
        KnowledgeGraph slow = KnowledgeGraph.over(new Slow(kept.dataset()), kept.info(),
                Version.fixed("0".repeat(64), kept.size()));
        Pages pages = pages(slow);

        assertFalse(pages.gathered().has(Part.NAMES));
        assertEquals("abe-shinzo", pages.suggest("Shinzo Abe", "", VISIT).get(0).name());
        assertEquals(List.of(), pages.suggest("Shinz", "", VISIT));
        String search = pages.search("安倍晋三", sitting(slow), VISIT);
        assertTrue(search.contains("/id/abe-shinzo") && search.contains("still being gathered"), search);
        assertFalse(pages.gathered().has(Part.COUNTS));
        assertTrue(pages.home(VISIT).contains("being counted"));

        gathering.countDown();
        slow.kept(data -> true).within(Duration.ofMinutes(1));

        assertTrue(pages.gathered().has(Part.NAMES) && pages.gathered().has(Part.COUNTS));
        assertEquals("abe-shinzo", pages.suggest("Shinz", "", VISIT).get(0).name());
        assertTrue(flat(pages.home(VISIT)).contains("event</a> </dt><dd>6,002</dd>"), pages.home(VISIT));
    }

    private Pages pages(KnowledgeGraph graph) {
        return new Pages(graph, QueryCatalogue.load(home, graph.info()));
    }

    private static Sitting sitting(KnowledgeGraph graph) {
        return new QueryDesk(graph, Limits.SERVICE, new Lanes(0)).sitting();
    }

    private static String flat(String page) {
        return page.replaceAll("\\s+", " ");
    }

    /** Gives its triples as numbers to other threads than this only when it is told to. */
    private final class Slow extends DatasetGraphWrapper implements Columns.Source {
        private final Thread quick = Thread.currentThread();

        Slow(DatasetGraph data) {
            super(data);
        }

        @Override
        public Columns columns() {
            try {
                if (Thread.currentThread() != quick) {
                    gathering.await();
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return Columns.of(getWrapped());
        }
    }
}
