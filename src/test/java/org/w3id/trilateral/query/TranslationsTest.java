package org.w3id.trilateral.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.w3id.trilateral.Fixture;
import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.DatasetInfo;
import org.w3id.trilateral.graph.Home;

class TranslationsTest {
    private static final String FILE = "queries/labels.ja.yaml";
    private static final DatasetInfo INFO = DatasetInfo.load(Fixture.home());

    @Test
    void whatIsTranslatedIsSaidInThatLanguageAndTheRestIsEmpty(@TempDir Path folder) {
        Home home = Fixture.with(folder, FILE, "events-in-span:\n  question: 何が起きたか\n  params:\n    from: 最初の日\n");

        PackagedQuery query = QueryCatalogue.load(home, INFO).get("events-in-span");

        assertEquals("何が起きたか", query.wording("ja").question());
        assertEquals("", query.wording("ja").summary());
        assertEquals(query.header().question(), query.wording("en").question());
        assertEquals("", query.wording("ko").question());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "events-in-spam: {}                              | there is no query 'events-in-spam'. Did you mean 'events-in-span'?",
        "events-in-span: {sumary: x}                     | 'events-in-span' has the unknown key 'sumary'; allowed are description, heading, params, question, summary",
        "events-in-span: {summary: 3}                    | 'summary' of 'events-in-span' must be text",
        "events-in-span: {params: {nothing: x}}          | 'events-in-span' has no parameter 'nothing'.",
        "events-in-span: x                               | 'events-in-span' must map names to words",
        "'events-in-span: {'                             | it is not YAML",
    })
    void wordsThatAreOutOfPlaceStopTheStart(String text, String message, @TempDir Path folder) {
        Home home = Fixture.with(folder, FILE, text);

        TrilateralException failure = assertThrows(TrilateralException.class, () -> QueryCatalogue.load(home, INFO));

        assertEquals(Fault.MALFORMED_SOURCE, failure.fault());
        assertTrue(failure.getMessage().startsWith(FILE + ": " + message), failure.getMessage());
    }

    @Test
    void aFileWithoutTheTagOfALanguageStopsTheStart(@TempDir Path folder) {
        Home home = Fixture.with(folder, "queries/japanese.yaml", "{}");

        assertThrows(TrilateralException.class, () -> QueryCatalogue.load(home, INFO));
    }
}
