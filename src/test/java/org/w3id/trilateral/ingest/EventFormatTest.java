package org.w3id.trilateral.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;

/** What the converters make of small lists about invented people. */
final class EventFormatTest {
    private static final Path FIXTURES = Path.of("src/test/resources/ingest");
    private static final Path HOME = FIXTURES.resolve("home");

    @ParameterizedTest
    @CsvSource({
        "hsg-travels-visits, president-travels, presidents-abroad",
        "hsg-travels-visits, secretary-travels, secretaries-abroad",
        "hsg-travels-visits, visits, leaders-in-the-united-states",
        "nk-missile-tests, missile-tests, missile-tests"})
    void aListBecomesTheTurtleThatWasReviewed(String format, String input, String expected) throws IOException {
        Conversion conversion = convert(format, input, HOME);

        assertEquals(expected(expected), conversion.turtle());
    }

    @ParameterizedTest
    @CsvSource({
        "hsg-travels-visits, president-travels, visits, presidents-abroad",
        "hsg-travels-visits, visits, visits, leaders-in-the-united-states",
        "nk-missile-tests, missile-tests, launches, missile-tests"})
    void aSecondRunOverItsOwnResultGivesTheSame(String format, String input, String folder, String expected,
    @TempDir Path home)
            throws IOException {
        copy(HOME, home);
        Files.createDirectories(home.resolve("data").resolve(folder));
        Files.writeString(home.resolve("data").resolve(folder).resolve(expected + ".ttl"), expected(expected));

        assertEquals(expected(expected), convert(format, input, home).turtle());
    }

    @Test
    void whatIsLeftOutIsTold() {
        assertEquals(List.of(
                "2000.xml 106 (Prime Minister Yui Sato, Japan, 2004-06-08): a conference, without talks that the row shows",
                "2000.xml 107 (Prime Minister Yui Sato, Japan, 2005-08-18): leaders of three states met; not taken over",
                "2000.xml 108 (Premier Nobody, China, 2005-09-18): the graph has nobody of that name"),
                convert("hsg-travels-visits", "visits", HOME).notes());
    }

    @Test
    void aRowThatContradictsAnotherIsLeftOut() {
        assertEquals(List.of("brown-bob.xml 25 (Bob C. Brown, Korea, South, 2007-03-01):"
                + " another row has the traveller in another country on the same days"),
                convert("hsg-travels-visits", "secretary-travels", HOME).notes());
    }

    @Test
    void aRowWithoutADayIsRefusedByItsNumber(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.xml"), """
                <visits><visit><id>7</id><start-date>2001-02-30</start-date><end-date>2001-03-01</end-date>
                <visitor>X</visitor><from id="japan">Japan</from><description/></visit></visits>
                """);

        TrilateralException refused = assertThrows(TrilateralException.class, () -> JourneyList.read(file));

        assertEquals(Fault.MALFORMED_SOURCE, refused.fault());
        assertTrue(refused.getMessage().startsWith("bad.xml, row 7:"), refused.getMessage());
    }

    @Test
    void aDocumentTypeIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.xml"),
                "<!DOCTYPE visits [ <!ENTITY x SYSTEM \"file:///etc/hostname\"> ]><visits>&x;</visits>");

        assertEquals(Fault.MALFORMED_SOURCE,
                assertThrows(TrilateralException.class, () -> JourneyList.read(file)).fault());
    }

    @Test
    void aMistypedFormatIsRefusedWithThoseThereAre() {
        TrilateralException refused = assertThrows(TrilateralException.class, () -> EventFormat.of("nk-missiles"));

        assertEquals(Fault.UNKNOWN_FORMAT, refused.fault());
        assertEquals(List.of("nk-missile-tests", "hsg-travels-visits"), refused.allowed());
    }

    private static Conversion convert(String format, String input, Path home) {
        return EventFormat.of(format).convert(FIXTURES.resolve(input), KnowledgeGraph.load(new Home(home)));
    }

    private static String expected(String name) throws IOException {
        return Files.readString(FIXTURES.resolve("expected").resolve(name + ".ttl"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
