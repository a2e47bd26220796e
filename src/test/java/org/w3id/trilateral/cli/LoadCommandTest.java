package org.w3id.trilateral.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.w3id.trilateral.Fixture;

class LoadCommandTest {
    private static final String GOOD = "<http://example.org/a> <http://example.org/p> \"good\" .\n";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--home", Fixture.FOLDER.toString()));
        out.reset();
        err.reset();
        Terminal terminal = new Terminal(new ByteArrayInputStream(new byte[0]), out, new PrintStream(err, true, UTF_8),
                Map.of());
        return Main.run(terminal, all.toArray(String[]::new));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String store() {
        return folder.resolve("store").toString();
    }

    @Test
    void whatIsGeneratedIsLoadedAndTheSameOptionsGiveTheSameBytes() throws IOException {
        String first = folder.resolve("a.nq.gz").toString();
        String second = folder.resolve("b.nq.gz").toString();

        assertEquals(0, run("generate", "--events", "1000", "--shape", "bursty", "--out", first), err::toString);
        assertEquals(0, run("generate", "--events", "1000", "--shape", "bursty", "--out", second), err::toString);
        assertArrayEquals(Files.readAllBytes(Path.of(first)), Files.readAllBytes(Path.of(second)));
        assertEquals(0, run("load", first, "--store", store()), err::toString);
        assertTrue(err.toString(UTF_8).contains("statements loaded"), err::toString);
    }

    @Test
    void refusedLinesAreToldAndEndWithOne() throws IOException {
        assertEquals(1, run("load", file("mixed.nt", GOOD + "wrong\n" + GOOD), "--store", store()));

        assertTrue(err.toString(UTF_8).contains("mixed.nt, line 2"), err::toString);
        assertTrue(err.toString(UTF_8).contains("1 lines were refused"), err::toString);
    }

    @Test
    void aStrictLoadStopsAtTheFirstWrongLine() throws IOException {
        assertEquals(1, run("load", file("mixed.nt", GOOD + "wrong\n" + GOOD), "--store", store(), "--strict"));

        assertTrue(err.toString(UTF_8).contains("line 2") && err.toString(UTF_8).contains("Nothing was loaded"),
                err::toString);
        assertTrue(Files.notExists(folder.resolve("store/trilateral-store.properties")));
    }

    @Test
    void whatWasLoadedIsNotGivenUpUnasked() throws IOException {
        String good = file("good.nt", GOOD);
        assertEquals(0, run("load", good, "--store", store()), err::toString);

        assertEquals(2, run("load", good, "--store", store()));
        assertTrue(err.toString(UTF_8).contains("holds good.nt already"), err::toString);
        assertEquals(0, run("load", good, "--store", store(), "--replace"), err::toString);
    }

    @Test
    void anUnknownFormatShapeOrPlaceIsTheCallersMistake() throws IOException {
        assertEquals(2, run("load", file("events.csv", "a,b"), "--store", store()));
        assertEquals(2, run("load", file("good.nt", GOOD)));
        assertEquals(2, run("generate", "--shape", "round"));
        assertEquals(2, run("generate", "--events", "5"));
    }
}
