package org.w3id.trilateral.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import org.w3id.trilateral.graph.Home;

/** Every rule finds the fault that it is for, in a fixture of its name, and no other rule does. */
class RulesTest {
    private static final Path BAD = Path.of("src/test/resources/bad");
    private static final Path GOOD = Path.of("src/test/resources/good");

    @TempDir
    private static Path root;

    private static Report report;

    @BeforeAll
    static void validateAllFixturesAtOnce() throws IOException {
        report = new Validator().validate(HomeFolder.in(root).copy(BAD, "data/bad").copy(GOOD, "data/good").home());
    }

    @TestFactory
    Stream<DynamicTest> findsItsFaultAndOnlyThere() throws IOException {
        return fixtures().stream().map(rule -> dynamicTest(rule, () -> {
            List<Finding> inFixture = findingsIn("data/bad/" + rule + ".ttl");

            assertTrue(inFixture.stream().anyMatch(finding -> finding.rule().equals(rule)), () -> "only " + inFixture);
            assertEquals(List.of(), inFixture.stream().filter(finding -> !finding.rule().equals(rule))
                    .filter(finding -> finding.severity() == Severity.VIOLATION).toList());
        }));
    }

    @Test
    void everyRuleHasAFixture() throws IOException {
        Set<String> rules = new TreeSet<>(ShapeRules.load(new Home(root), broken -> {
            throw broken;
        }).names());
        try (Stream<Path> checks = Files.list(Path.of("queries/checks"))) {
            checks.map(file -> file.getFileName().toString().replace(CheckQuery.ENDING, "")).forEach(rules::add);
        }

        assertEquals(rules, fixtures());
        assertEquals(rules.size(), report.shapes() + report.checks());
    }

    @Test
    void whatIsRightIsNotFound() {
        assertEquals(List.of(), findingsIn("data/good/everything.ttl"));
    }

    @Test
    void warningsAreThoseThatTheRulesDeclare() {
        Set<String> warnings = report.findings().stream().filter(finding -> finding.severity() == Severity.WARNING)
                .map(Finding::rule).collect(Collectors.toCollection(TreeSet::new));

        assertEquals(Set.of("adoption-day-differs", "duplicate-event", "effect-before-cause", "event-participant",
                "grievance-party", "identical-accounts", "mechanism-member", "name-date-differs", "orphan",
                "person-nationality", "phase-start", "trilateral-without-three", "unattested-property",
                "unrecorded-tenure", "unused-property", "unused-source"), warnings);
    }

    private static List<Finding> findingsIn(String file) {
        return report.findings().stream().filter(finding -> finding.file().equals(file)).toList();
    }

    private static Set<String> fixtures() throws IOException {
        try (Stream<Path> files = Files.list(BAD)) {
            return files.map(file -> file.getFileName().toString().replace(".ttl", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
