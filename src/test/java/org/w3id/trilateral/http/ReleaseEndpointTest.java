package org.w3id.trilateral.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.w3id.trilateral.http.RunningSite.header;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.publish.Releases;

class ReleaseEndpointTest {
    @TempDir
    Path folder;

    @Test
    void anEarlierReleaseStaysAddressable() throws IOException {
        Files.createDirectories(folder.resolve("first"));
        Files.writeString(folder.resolve("first/release.json"), "{\"version\": \"0.0.9\"}");
        Files.writeString(folder.resolve("first/dataset.nt"), "<https://a> <https://b> <https://c> .\n");
        Files.writeString(folder.resolve("secret"), "not in a release");
        try (RunningSite running = new RunningSite(Address.asAsked(), Releases.in(folder))) {
            HttpResponse<String> dump = running.get("/releases/0.0.9/dataset.nt");

            assertTrue(running.get("/releases").body().contains(running.origin() + "/releases/0.0.9"));
            assertTrue(running.get("/releases/0.0.9").body().contains("/releases/0.0.9/dataset.nt"));
            assertEquals("<https://a> <https://b> <https://c> .\n", dump.body());
            assertEquals("application/n-triples", header(dump, "Content-Type"));
            for (String path : new String[] {"0.1.0/dataset.nt", "0.0.9/none", "0.0.9/../secret",
                    "0.0.9/%2e%2e/secret"}) {
                int status = running.get("/releases/" + path).statusCode();
                assertTrue(status == 404 || status == 400, path + " " + status);
            }
        }
    }

    @Test
    void aFolderWithoutReleasesIsRefused() {
        assertEquals(Fault.BAD_OPTION, assertThrows(TrilateralException.class, () -> Releases.in(folder)).fault());
    }
}
