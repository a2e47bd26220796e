package org.w3id.trilateral.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.w3id.trilateral.query.Limits;

class AllowanceTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void twoMinutesWorthOfTimeMayBeUsedAtOnceAndThenWhatComesBack() {
        Allowance client = new Allowance(60, 0);

        client.charge(119 * SECOND, false, 0);
        assertEquals(0, client.secondsToWait(0));
        client.charge(11 * SECOND, false, 0);

        assertEquals(11, client.secondsToWait(0));
        assertEquals(1, client.secondsToWait(10 * SECOND));
        assertEquals(0, client.secondsToWait(11 * SECOND));
    }

    @Test
    void errorsAreCountedBesideTheTime() {
        Allowance client = new Allowance(60, 0);

        for (int i = 0; i < 60; i++) {
            assertEquals(0, client.secondsToWait(0));
            client.charge(0, true, 0);
        }

        assertTrue(client.secondsToWait(0) > 0);
        assertEquals(0, client.secondsToWait(3 * SECOND));
    }

    @Test
    void whatIsNotUsedIsSavedForTwoMinutesOnly() {
        Allowance client = new Allowance(60, 0);

        client.charge(130 * SECOND, false, 3600 * SECOND);

        assertTrue(client.secondsToWait(3600 * SECOND) > 0);
    }

    @Test
    void whoMakesTooManyErrorsWaitsAndOthersDoNot(@TempDir Path folder) {
        try (RunningServer server = new RunningServer(folder, Limits.SERVICE, 4)) {
            HttpResponse<String> answer = server.ask("nonsense", "X-Forwarded-For", "192.0.2.7, 203.0.113.9");
            assertEquals(400, answer.statusCode());
            for (int i = 0; i < 20 && answer.statusCode() == 400; i++) {
                answer = server.ask("nonsense", "X-Forwarded-For", "203.0.113.9");
            }

            assertEquals(429, answer.statusCode());
            assertTrue(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()) > 0);
            assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
            assertEquals(200, server.ask("ASK {}", "X-Forwarded-For", "203.0.113.10").statusCode());
            assertEquals(200, server.ask("ASK {}").statusCode());
        }
    }

    @Test
    void onThisMachineNobodyIsCounted(@TempDir Path folder) {
        try (RunningServer server = new RunningServer(folder, Limits.SERVICE)) {
            for (int i = 0; i < 200; i++) {
                assertEquals(400, server.ask("nonsense").statusCode());
            }
        }
    }
}
