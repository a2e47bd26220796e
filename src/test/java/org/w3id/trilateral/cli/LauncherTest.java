package org.w3id.trilateral.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {
    private static final Path SHELL = Path.of("/bin/sh");

    @ParameterizedTest
    @ValueSource(strings = {"trilateral", ".ci/run"})
    void theScriptsAreRightAndCanBeRun(String script) throws Exception {
        assumeTrue(Files.isExecutable(SHELL));

        assertEquals("", output(new ProcessBuilder(SHELL.toString(), "-n", script)));
        assertTrue(Files.isExecutable(Path.of(script)));
    }

    @Test
    void withoutJavaItSaysWhatIsMissing(@TempDir Path empty) throws Exception {
        assumeTrue(Files.isExecutable(SHELL));
        ProcessBuilder process = new ProcessBuilder(SHELL.toString(), "-c", "PATH=/usr/bin:/bin; "
                + "for tool in dirname readlink sed find head mkdir cat; do cp \"$(command -v $tool)\" " + empty
                + "/$tool; done; "
                + "PATH=" + empty + " JAVA_HOME= " + SHELL + " ./trilateral ask");

        String said = output(process);

        assertTrue(said.startsWith("trilateral: needs Java 17 or newer"), said);
    }

    private static String output(ProcessBuilder process) throws IOException, InterruptedException {
        Process running = process.redirectErrorStream(true).start();
        String text = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        running.waitFor();
        return text;
    }
}
