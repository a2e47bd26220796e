package org.w3id.trilateral.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Collectors;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.w3id.trilateral.Fixture;
import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.graph.Terms;
import org.w3id.trilateral.query.Answer;

class DescriptionTest {
    private static final KnowledgeGraph GRAPH = Fixture.graph();
    private static final Description DESCRIPTION = new Description(GRAPH);

    @Test
    void aThingComesWithItsStatementsItsAttestationsAndTheTitlesOfTheirSources() {
        Node summit = iri("camp-david-summit-2023");
        Answer.Triples description = DESCRIPTION.of(summit);

        assertTrue(has(description, summit, Terms.START));
        Node attestation = description.triples().stream().filter(t -> t.getPredicate().equals(Terms.ATTESTATION))
                .map(Triple::getObject).findFirst().orElseThrow();
        assertTrue(has(description, attestation, Terms.LOCATOR));
        assertTrue(has(description, iri("source-essay"), DCTerms.title.asNode()));
    }

    @Test
    void everythingThatIsNamedComesWithItsLabelsInAllLanguages() {
        Answer.Triples description = DESCRIPTION.of(iri("camp-david-summit-2023"));

        Set<String> languages = description.triples().stream()
                .filter(t -> t.getSubject().equals(iri("kishida-fumio"))
                && t.getPredicate().equals(RDFS.label.asNode()))
                .map(t -> t.getObject().getLiteralLanguage()).collect(Collectors.toSet());

        assertEquals(Set.of("en", "ja", "ko"), languages);
        assertTrue(has(description, iri("tri:attendee"), RDFS.label.asNode()));
    }

    @Test
    void accountsThatDifferBelongToIt() {
        Answer.Triples description = DESCRIPTION.of(iri("nuclear-test-2013-02-12"));

        long accounts = description.triples().stream().filter(t -> t.getPredicate().equals(Terms.ACCOUNT_OF)).count();

        assertEquals(2, accounts);
        assertTrue(has(description, iri("account-nuclear-test-2013-02-12-start-list"), Terms.ATTESTATION));
    }

    @Test
    void itIsSortedAndWithoutDuplicates() {
        Answer.Triples description = DESCRIPTION.of(iri("japan"));

        assertEquals(Answer.Triples.of(Set.copyOf(description.triples()), description.prefixes()), description);
    }

    @ParameterizedTest
    @CsvSource({"camp-david-sumit-2023, camp-david-summit-2023", "obuchi-kim, obuchi-kim-summit-1998",
        "north-corea, north-korea", "the-hague-trilateral-summit, hague-trilateral-summit-2014"})
    void anUnknownNameIsAnsweredWithTheNearestByNameOrLabel(String given, String meant) {
        TrilateralException failure = assertThrows(TrilateralException.class, () -> DESCRIPTION.of(iri(given)));

        assertEquals(Fault.UNKNOWN_RESOURCE, failure.fault());
        assertEquals("the graph says nothing of '" + given + "'. Did you mean '" + meant + "'?", failure.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"Camp David summit", "캠프 데이비드 정상회의", "camp-david-summit-2023", "trid:camp-david-summit-2023"})
    void aThingIsFoundByNameOrByItsLabelInAnyLanguage(String text) {
        assertEquals(iri("camp-david-summit-2023"), DESCRIPTION.named(text));
    }

    private static Node iri(String name) {
        return GRAPH.names().parse(name);
    }

    private static boolean has(Answer.Triples description, Node subject, Node property) {
        return description.triples().stream()
                .anyMatch(t -> t.getSubject().equals(subject) && t.getPredicate().equals(property));
    }
}
