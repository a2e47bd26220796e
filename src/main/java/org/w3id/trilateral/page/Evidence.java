package org.w3id.trilateral.page;

import java.util.ArrayList;
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

    /** One row an attestation, numbered; the columns are the properties that occur, source and place in it first. */
    Grid attestations(Node entity) {
        List<Node> attestations = numbered(entity);
        List<Node> columns = columns(attestations);
        List<List<List<Ref>>> rows = IntStream.range(0, attestations.size()).mapToObj(i -> Stream.concat(
                Stream.of(List.of(Ref.plain(String.valueOf(i + 1)))),
                columns.stream().map(column -> refs(attestations.get(i), column))).toList()).toList();
        return new Grid(Ref.plain(""), Stream.concat(Stream.of(Ref.plain(language.say("number"))), columns.stream().map(labels::ref)).toList(),
                rows);
    }

    /** The attestations that vouch for a property of a thing, by number: those that name it and those that name none. */
    Function<Node, List<Ref>> sourcesOf(Node entity) {
        List<Node> attestations = numbered(entity);
        return property -> IntStream.range(0, attestations.size()).filter(i -> supports(attestations.get(i), property))
                .mapToObj(i -> number(i + 1, attestations.get(i))).toList();
    }

    private Ref number(int number, Node attestation) {
        String place = String.join(", ", labels.of(attestation, Terms.LOCATOR).stream().map(Text::words).toList());
        String source = String.join(", ", refs(attestation, Terms.SOURCE).stream().map(ref -> ref.text().words()).toList());
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
            Node property = statements.objects(account, Terms.ON_PROPERTY).stream().findFirst().orElse(Terms.ACCOUNT_OF);
            byProperty.computeIfAbsent(property, p -> new ArrayList<>()).add(account);
        }
        return statements.ordered(byProperty.keySet()).stream()
                .map(property -> sideBySide(property, byProperty.get(property).stream().sorted(statements.readingOrder()).toList()))
                .toList();
    }

    /** One row a claim. */
    Grid claims(Map<Node, List<Node>> roles) {
        List<List<List<Ref>>> rows = roles.keySet().stream().sorted(statements.readingOrder())
                .map(claim -> List.of(List.of(labels.ref(claim)), refs(claim, RDF.type.asNode()),
                        roles.get(claim).stream().map(labels::ref).toList(), refs(claim, Terms.CLAIMANT), sources(claim)))
                .toList();
        return new Grid(Ref.plain(""),
                Stream.of("claim", "kind", "relation", "claimant", "source").map(name -> Ref.plain(Words.of(language, name))).toList(), rows);
    }

    /** Whether a node is a claim other than an account, which is shown apart. */
    boolean isClaim(Node node) {
        return union.contains(node, RDF.type.asNode(), Terms.CLAIM) && !union.contains(node, Terms.ACCOUNT_OF, Node.ANY);
    }

    private Grid sideBySide(Node property, List<Node> accounts) {
        List<Node> compared = statements.ordered(accounts.stream()
                .flatMap(account -> statements.properties(account).stream()).filter(p -> !NOT_COMPARED.contains(p)).toList());
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
