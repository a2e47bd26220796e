package org.w3id.trilateral.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

import org.w3id.trilateral.graph.Terms;

/** Who says what of a thing, and where: attestations, accounts that differ, claims. */
final class Evidence {
    private static final List<Node> NOT_COMPARED =
            List.of(RDF.type.asNode(), RDFS.label.asNode(), Terms.ACCOUNT_OF, Terms.ON_PROPERTY);
    private static final List<Node> PLACED = List.of(RDF.type.asNode(), Terms.SOURCE, Terms.LOCATOR);
    private static final int LONGEST_PLACE = 20;

    private final Graph union;
    private final Statements statements;
    private final Language language;
    private final Labels labels;

    Evidence(Graph union, Statements statements, Language language) {
        this.union = union;
        this.statements = statements;
        this.language = language;
        this.labels = statements.labels();
    }

    /** Where a thing is attested, by source; the numbers run on from source to source. */
    List<Passages> passages(Node entity) {
        List<Node> attestations = numbered(entity);
        Map<Ref, List<Passages.Passage>> bySource = new LinkedHashMap<>();
        for (int i = 0; i < attestations.size(); i++) {
            Node attestation = attestations.get(i);
            Ref source = refs(attestation, Terms.SOURCE).stream().findFirst().orElse(Ref.plain(""));
            bySource.computeIfAbsent(source, s -> new ArrayList<>())
                    .add(new Passages.Passage(i + 1, locator(attestation), notes(attestation)));
        }
        return bySource.entrySet().stream().map(entry -> new Passages(entry.getKey(), entry.getValue())).toList();
    }

    /** What is said of an attestation beside its source and its place, but for a number that the place repeats. */
    private List<Value.Line> notes(Node attestation) {
        String locator = locator(attestation);
        return statements.stated(attestation, statements.ordered(statements.properties(attestation)).stream()
                        .filter(property -> !PLACED.contains(property)).toList()).stream()
                .filter(line -> line.values().stream().noneMatch(value -> value.ref().text().isFigure()
                        && locator.contains(value.ref().text().words()))).toList();
    }

    /** The date of a thing in the sources' own words, each with the number of its attestation. */
    List<Ref> stated(Node entity) {
        List<Node> attestations = numbered(entity);
        return IntStream.range(0, attestations.size()).boxed().flatMap(i ->
                labels.of(attestations.get(i), Terms.DATE_AS_STATED).stream().map(words ->
                        new Ref(words, number(i + 1, attestations.get(i)).href(), String.valueOf(i + 1)))).toList();
    }

    private String locator(Node attestation) {
        return String.join(", ", labels.of(attestation, Terms.LOCATOR).stream().map(Text::words).toList());
    }

    /**
     * The attestations that vouch for a property of a thing, by number: those that name it and those that name none.
     */
    Function<Node, List<Ref>> sourcesOf(Node entity) {
        List<Node> attestations = numbered(entity);
        return property -> IntStream.range(0, attestations.size())
                .filter(i -> supports(attestations.get(i), property)).boxed()
                .sorted(Comparator.comparing(i -> statements.objects(attestations.get(i), Terms.SUPPORTS).isEmpty()))
                .map(i -> number(i + 1, attestations.get(i))).toList();
    }

    private Ref number(int number, Node attestation) {
        String place = locator(attestation);
        String source = String.join(", ",
                refs(attestation, Terms.SOURCE).stream().map(ref -> ref.text().words()).toList());
        boolean isShort = !place.isEmpty() && place.length() <= LONGEST_PLACE;
        return new Ref(Text.plain(number + (isShort ? ", " + place : "")), "#source-" + number, source + ", " + place);
    }

    private boolean supports(Node attestation, Node property) {
        List<Node> supported = statements.objects(attestation, Terms.SUPPORTS);
        return supported.isEmpty() || supported.contains(property);
    }

    private List<Node> numbered(Node entity) {
        List<Node> attestations = statements.objects(entity, Terms.ATTESTATION);
        List<Node> columns = columns(attestations);
        return attestations.stream().sorted((a, b) -> compare(a, b, columns)).toList();
    }

    private List<Node> columns(List<Node> attestations) {
        return statements.ordered(attestations.stream().flatMap(node -> statements.properties(node).stream())
                .filter(property -> !property.equals(RDF.type.asNode())).toList());
    }

    /** Accounts side by side: one table a property, one column an account. */
    List<Grid> accounts(Node entity) {
        Map<Node, List<Node>> byProperty = new LinkedHashMap<>();
        for (Triple triple : union.find(Node.ANY, Terms.ACCOUNT_OF, entity).toList()) {
            Node account = triple.getSubject();
            Node property = statements.objects(account, Terms.ON_PROPERTY).stream().findFirst()
                    .orElse(Terms.ACCOUNT_OF);
            byProperty.computeIfAbsent(property, p -> new ArrayList<>()).add(account);
        }
        return statements.ordered(byProperty.keySet()).stream()
                .map(property -> sideBySide(property, byProperty.get(property).stream()
                        .sorted(Comparator.comparing(this::rank).reversed().thenComparing(statements.readingOrder()))
                        .toList())).toList();
    }

    private String rank(Node account) {
        return statements.objects(account, Terms.RANK).stream().map(Node::toString).findFirst().orElse("");
    }

    /** One row a claim. */
    Grid claims(Map<Node, List<Node>> roles) {
        List<List<List<Ref>>> rows = roles.keySet().stream().sorted(statements.readingOrder())
                .map(claim -> List.of(List.of(labels.ref(claim)), refs(claim, RDF.type.asNode()),
                        roles.get(claim).stream().map(labels::ref).toList(), refs(claim, Terms.CLAIMANT),
                        sources(claim)))
                .toList();
        return new Grid(Ref.plain(""),
                Stream.of("claim", "kind", "relation", "claimant", "source")
                .map(name -> Ref.plain(Words.of(language, name))).toList(), rows);
    }

    /** Whether a node is a claim other than an account, which is shown apart. */
    boolean isClaim(Node node) {
        return union.contains(node, RDF.type.asNode(), Terms.CLAIM)
                && !union.contains(node, Terms.ACCOUNT_OF, Node.ANY);
    }

    private Grid sideBySide(Node property, List<Node> accounts) {
        List<Node> compared = statements.ordered(accounts.stream()
                .flatMap(account -> statements.properties(account).stream()).filter(p -> !NOT_COMPARED.contains(p))
                .toList());
        List<List<List<Ref>>> rows = compared.stream()
                .map(p -> Stream.concat(Stream.of(List.of(labels.ref(p))), accounts.stream().map(account ->
                        p.equals(Terms.ATTESTATION) ? sources(account) : refs(account, p))).toList())
                .toList();
        return new Grid(labels.ref(property),
                Stream.concat(Stream.of(Ref.plain("")), accounts.stream().map(labels::ref)).toList(), rows);
    }

    private List<Ref> sources(Node attested) {
        return statements.objects(attested, Terms.ATTESTATION).stream()
                .flatMap(attestation -> statements.objects(attestation, Terms.SOURCE).stream()
                        .map(source -> labels.ref(source).withNote(String.join(", ",
                                labels.of(attestation, Terms.LOCATOR).stream().map(Text::words).toList()))))
                .toList();
    }

    private List<Ref> refs(Node subject, Node property) {
        return statements.objects(subject, property).stream().map(labels::ref).toList();
    }

    private int compare(Node a, Node b, List<Node> columns) {
        for (Node column : columns) {
            List<Node> left = statements.objects(a, column);
            List<Node> right = statements.objects(b, column);
            int order = left.isEmpty() || right.isEmpty() ? Boolean.compare(left.isEmpty(), right.isEmpty())
                    : statements.readingOrder().compare(left.get(0), right.get(0));
            if (order != 0) {
                return order;
            }
        }
        return a.toString().compareTo(b.toString());
    }
}
