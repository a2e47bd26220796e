package org.w3id.trilateral;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PackageTableTest {
    private static final String BASE = "org.w3id.trilateral.";
    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.w3id.trilateral");

    @TestFactory
    Stream<DynamicTest> aPackageUsesOnlyWhatTheTableAllows() {
        TreeMap<String, Set<String>> table = table();
        return table.entrySet().stream().map(row -> DynamicTest.dynamicTest(row.getKey(), () -> {
            Set<String> forbidden = new TreeSet<>(table.keySet());
            forbidden.removeAll(row.getValue());
            forbidden.remove(row.getKey());
            none(row.getKey(), forbidden.stream().map(name -> BASE + name + "..").toArray(String[]::new));
        }));
    }

    @Test
    void everyPackageStandsInTheTable() {
        Set<String> known = table().keySet();

        List<String> unknown = CLASSES.stream().map(c -> c.getPackageName()).filter(name -> name.startsWith(BASE))
                .map(name -> name.substring(BASE.length()).replaceFirst("\\..*", "")).distinct()
                .filter(name -> !known.contains(name)).toList();

        assertTrue(unknown.isEmpty(), unknown.toString());
    }

    @TestFactory
    Stream<DynamicTest> aLibraryIsKnownToItsOwnPackagesOnly() {
        return Stream.of(
                library("Fuseki", List.of("server"), "org.apache.jena.fuseki..", "org.eclipse.jetty.."),
                library("picocli", List.of("cli"), "picocli.."),
                library("the servlet API", List.of("http", "server"), "jakarta.servlet.."),
                library("the template engine", List.of("page"), "gg.jte.."));
    }

    /** Vocabulary constants are Properties and Resources; nothing is done with them but to take their nodes. */
    @Test
    void jenaIsUsedAtGraphLevelOnly() {
        noClasses().should().dependOnClassesThat(resideInAPackage("org.apache.jena.rdf.model..")
                .and(not(simpleName("Property"))).and(not(simpleName("Resource")))).check(CLASSES);
    }

    private static DynamicTest library(String name, List<String> knownTo, String... packages) {
        return DynamicTest.dynamicTest(name, () -> noClasses().that()
                .resideOutsideOfPackages(knownTo.stream().map(p -> BASE + p + "..").toArray(String[]::new))
                .should().dependOnClassesThat().resideInAnyPackage(packages).allowEmptyShould(true).check(CLASSES));
    }

    private static void none(String name, String... packages) {
        noClasses().that().resideInAPackage(BASE + name + "..")
                .should().dependOnClassesThat().resideInAnyPackage(packages).allowEmptyShould(true).check(CLASSES);
    }

    private static TreeMap<String, Set<String>> table() {
        TreeMap<String, Set<String>> table = new TreeMap<>();
        try {
            Files.readAllLines(Path.of("src/test/resources/packages.csv")).stream().skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(row -> table.put(row[0], Set.copyOf(List.of(row[1].split(" ")))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }
}
