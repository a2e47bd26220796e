package org.w3id.trilateral.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import org.w3id.trilateral.Fixture;
import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.link.Linksets;
import org.w3id.trilateral.query.QueryCatalogue;

class ReleaseTest {
    private static final String SUMMITS = "data/chronology/summits.ttl";
    private static final String ORIGIN = "https://example.org";

    @TempDir
    Path folder;

    @Test
    void twoReleasesOfOneVersionAreTheSameBytes() throws IOException {
        release(Fixture.home(), "one", Optional.empty());
        release(Fixture.home(), "two", Optional.empty());

        String sums = read("one/SHA256SUMS");
        assertEquals(sums, read("two/SHA256SUMS"));
        assertTrue(List.of("dataset.nq.gz", "dataset.jsonld", "tables.zip", "network.gexf", "void.ttl", "catalog.ttl",
                "CITATION.cff",
                "release.json").stream().allMatch(name -> sums.contains("  " + name + "\n")), sums);
        assertEquals(new DataHash(Fixture.graph()).hex(), JSON.parse(read("one/release.json")).getString("data"));
        assertTrue(new Load(LoadSettings.builder().build()).loadFromString(read("one/CITATION.cff")).toString()
                .contains("cff-version=1.2.0"));
    }

    @Test
    void whatHasChangedIsListedThingByThingWithItsValues() throws IOException {
        release(Fixture.home(), "one", Optional.empty());
        String text = Files.readString(Fixture.FOLDER.resolve(SUMMITS)).replace("2023-08-18", "2023-08-19")
                .replace("obuchi-kim-summit-1998", "kim-obuchi-summit-1998");
        release(Fixture.with(folder.resolve("home"), SUMMITS, text), "two", Optional.of(folder.resolve("one")));

        String changes = read("two/changes.csv");
        assertTrue(changes.contains("camp-david-summit-2023,changed,tri:start,2023-08-18,2023-08-19\r\n"), changes);
        assertTrue(changes.contains("kim-obuchi-summit-1998,added,,,\r\n"), changes);
        assertTrue(changes.contains("obuchi-kim-summit-1998,removed,,,\r\n"), changes);
        assertTrue(read("two/CHANGES.md").contains("## Added: 1\n\n- `kim-obuchi-summit-1998`"),
                read("two/CHANGES.md"));
    }

    @Test
    void aReleaseIsNotWrittenOverAnything() throws IOException {
        Files.createDirectories(folder.resolve("full"));
        Files.writeString(folder.resolve("full/note.txt"), "mine");

        assertEquals(Fault.BAD_OPTION, assertThrows(TrilateralException.class,
                () -> release(Fixture.home(), "full", Optional.empty())).fault());
        assertEquals(Fault.BAD_OPTION, assertThrows(TrilateralException.class,
                () -> release(Fixture.home(), "new", Optional.of(folder.resolve("full")))).fault());
    }

    private void release(Home home, String name, Optional<Path> previous) throws IOException {
        KnowledgeGraph graph = KnowledgeGraph.load(home, Linksets::graphs);
        new Release(graph, QueryCatalogue.load(home, graph.info()), file -> { })
                .write(folder.resolve(name), ORIGIN, previous);
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }
}
