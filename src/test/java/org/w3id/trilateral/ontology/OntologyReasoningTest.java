package org.w3id.trilateral.ontology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semanticweb.HermiT.Configuration;
import org.semanticweb.HermiT.Reasoner;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.TurtleDocumentFormat;
import org.semanticweb.owlapi.io.StringDocumentSource;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.parameters.Imports;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.reasoner.OWLReasoner;

/**
 * What a description-logic reasoner says of the ontology and of the data under it.
 *
 * <p>Files are read with Jena and handed to the OWL API as N-Triples, which are Turtle too: its own parser predates
 * {@code PREFIX}. HermiT is told to pass over datatypes outside the OWL 2 map, since our dates are {@code xsd:date}.
 */
final class OntologyReasoningTest {
    private static final String TRI = "https://w3id.org/trilateral/ontology#";
    private static final Path ONTOLOGY_FOLDER = Path.of("ontology");
    private static final Path DATA_FOLDER = Path.of("data");
    private static final Set<Node> TERM_TYPES = Set.of(OWL2.Class.asNode(), OWL2.ObjectProperty.asNode(),
            OWL2.DatatypeProperty.asNode(), OWL2.AnnotationProperty.asNode());

    private static Graph terms;
    private static Graph everything;
    private static OWLOntology ontology;

    @BeforeAll
    static void readOntologyAndData() throws IOException, OWLOntologyCreationException {
        terms = GraphFactory.createDefaultGraph();
        read(ONTOLOGY_FOLDER, terms);
        ontology = inOwl(terms);
        everything = GraphFactory.createDefaultGraph();
        GraphUtil.addInto(everything, terms);
        read(DATA_FOLDER, everything);
        derive(everything);
    }

    @Test
    void theOntologyIsInOwl2Dl() {
        var violations = new OWL2DLProfile().checkOntology(ontology).getViolations();

        assertEquals(List.of(), violations);
    }

    @Test
    void noClassIsUnsatisfiable() {
        OWLReasoner reasoner = reasonerOver(ontology);

        assertTrue(reasoner.isConsistent());
        assertEquals(Set.of(), reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom());
    }

    @Test
    void noTwoNamedClassesAreEquivalent() {
        OWLReasoner reasoner = reasonerOver(ontology);

        var equivalents = ontology.classesInSignature(Imports.EXCLUDED)
                .filter(named -> reasoner.getEquivalentClasses(named).getSize() > 1).toList();

        assertEquals(List.of(), equivalents);
    }

    @Test
    void theDataAndAllThatTheRulesDeriveAreConsistent() throws OWLOntologyCreationException {
        OWLReasoner reasoner = reasonerOver(inOwl(everything));

        assertTrue(reasoner.isConsistent());
    }

    @ParameterizedTest
    @CsvSource({"Person, Place", "State, Organization", "Summit, Grievance", "MissileLaunch, NuclearTest",
        "Election, Ruling", "Account, CausalClaim", "Attestation, Claim", "Provocation, Circumstance"})
    void nothingIsOfTwoDisjointClasses(String one, String other) throws OWLOntologyCreationException {
        var manager = OWLManager.createOWLOntologyManager();
        var factory = manager.getOWLDataFactory();
        OWLOntology spoilt = manager.createOntology(ontology.axioms());
        var thing = factory.getOWLNamedIndividual(IRI.create("urn:example:thing"));

        Stream.of(one, other).map(OntologyReasoningTest::inTri)
                .forEach(name -> spoilt.add(factory.getOWLClassAssertionAxiom(name, thing)));

        assertFalse(reasonerOver(spoilt).isConsistent());
    }

    @Test
    void everyOwnTermIsLabelledInThreeLanguagesDefinedAndExemplified() {
        List<String> poor = ownTerms().filter(Predicate.not(OntologyReasoningTest::isWellDescribed))
                .map(Node::getURI).sorted().toList();

        assertEquals(List.of(), poor);
    }

    @Test
    void noLabelIsSharedByTwoOwnTerms() {
        var shared = ownTerms().flatMap(term -> objects(term, RDFS.label.asNode()))
                .collect(Collectors.groupingBy(label -> label, Collectors.counting()));
        shared.values().removeIf(count -> count == 1);

        assertEquals(Set.of(), shared.keySet());
    }

    @Test
    void everyTermUsedInOntologyOrDataIsDeclared() {
        Set<String> undeclared = everything.stream().flatMap(OntologyReasoningTest::vocabularyOf)
                .filter(Node::isURI).filter(term -> !isBuiltIn(term)).filter(term -> !isDeclared(term))
                .map(Node::getURI).collect(Collectors.toSet());

        assertEquals(Set.of(), undeclared);
    }

    private static Stream<Node> vocabularyOf(Triple triple) {
        boolean typing = triple.getPredicate().equals(RDF.type.asNode());
        return typing ? Stream.of(triple.getObject()) : Stream.of(triple.getPredicate());
    }

    private static boolean isBuiltIn(Node term) {
        return Stream.of(RDF.getURI(), RDFS.getURI(), OWL2.getURI()).anyMatch(term.getURI()::startsWith);
    }

    private static boolean isDeclared(Node term) {
        return objects(term, RDF.type.asNode()).anyMatch(TERM_TYPES::contains);
    }

    private static Stream<Node> ownTerms() {
        return terms.stream(Node.ANY, RDF.type.asNode(), Node.ANY)
                .filter(triple -> TERM_TYPES.contains(triple.getObject()))
                .map(Triple::getSubject).filter(term -> term.isURI() && term.getURI().startsWith(TRI)).distinct();
    }

    private static boolean isWellDescribed(Node term) {
        Set<String> languages = objects(term, RDFS.label.asNode())
                .map(Node::getLiteralLanguage).collect(Collectors.toSet());
        return languages.equals(Set.of("en", "ja", "ko"))
                && objects(term, SKOS.definition.asNode()).anyMatch(text -> text.getLiteralLexicalForm().endsWith("."))
                && objects(term, SKOS.example.asNode()).findAny().isPresent()
                && objects(term, RDFS.isDefinedBy.asNode()).findAny().isPresent();
    }

    private static Stream<Node> objects(Node subject, Node predicate) {
        return terms.stream(subject, predicate, Node.ANY).map(Triple::getObject);
    }

    private static OWLClass inTri(String name) {
        return OWLManager.getOWLDataFactory().getOWLClass(IRI.create(TRI + name));
    }

    private static OWLReasoner reasonerOver(OWLOntology axioms) {
        var configuration = new Configuration();
        configuration.ignoreUnsupportedDatatypes = true;
        return new Reasoner(configuration, axioms);
    }

    /** Adds what each rule constructs, in the order of the files' names, as the running service does. */
    private static void derive(Graph graph) throws IOException {
        for (Path rule : files(ONTOLOGY_FOLDER.resolve("rules"), ".rq")) {
            try (QueryExec query = QueryExec.graph(graph).query(Files.readString(rule)).build()) {
                GraphUtil.addInto(graph, query.construct());
            }
        }
    }

    private static void read(Path folder, Graph into) throws IOException {
        for (Path file : files(folder, ".ttl")) {
            if (!file.startsWith(ONTOLOGY_FOLDER.resolve("shapes"))) {
                RDFParser.source(file).lang(Lang.TURTLE).parse(into);
            }
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static OWLOntology inOwl(Graph graph) throws OWLOntologyCreationException {
        var bytes = new ByteArrayOutputStream();
        RDFDataMgr.write(bytes, graph, Lang.NTRIPLES);
        var source = new StringDocumentSource(bytes.toString(UTF_8), IRI.create("urn:example:graph"),
                new TurtleDocumentFormat(), null);
        return OWLManager.createOWLOntologyManager().loadOntologyFromOntologyDocument(source);
    }
}
