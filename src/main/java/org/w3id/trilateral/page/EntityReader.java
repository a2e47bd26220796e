package org.w3id.trilateral.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

import org.w3id.trilateral.graph.Names;
import org.w3id.trilateral.graph.Terms;
import org.w3id.trilateral.page.EntityView.Group;
import org.w3id.trilateral.page.EntityView.Kinds;
import org.w3id.trilateral.page.Value.Line;

/** Gathers what a page about one thing shows. Lives no longer than one read of the graph. */
final class EntityReader {
    /** What a thing is in words: shown under its name. */
    private static final List<Node> ABOUT = List.of(RDFS.comment.asNode(), SKOS.definition.asNode());
    /** What leads to other data sets: shown apart. */
    private static final List<Node> ELSEWHERE =
            Stream.of(SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch,
            SKOS.relatedMatch, OWL.sameAs, RDFS.seeAlso, DCTerms.identifier).map(property -> property.asNode())
            .toList();

    /** Where the host stands between the slashes of a web address. */
    private static final int HOST = 2;

    private final Graph union;
    private final Statements statements;
    private final Evidence evidence;
    private final Labels labels;
    private final Surroundings surroundings;

    EntityReader(DatasetGraph data, Names names, Language language, Optional<EventDays> days) {
        this.union = data.getDefaultGraph();
        this.statements = new Statements(data, new Labels(union, names, language.tag()));
        this.evidence = new Evidence(union, statements, language);
        this.labels = statements.labels();
        this.surroundings = new Surroundings(union, names, statements, days);
    }

    /** The thing and what has a beginning around it, for its timeline. */
    Grid life(Node entity) {
        return surroundings.life(entity);
    }

    /** What the thing is joined with, for its network. */
    Grid links(Node entity) {
        return surroundings.links(entity);
    }

    /** Where the thing, or what it is joined with, lies, for its map. */
    Grid places(Node entity) {
        return surroundings.places(entity);
    }

    /**
     * The page.
     *
     * @param sections  what packaged queries say of the thing
     * @param questions further packaged queries that can be asked of it
     */
    EntityView read(Node entity, List<SectionView> sections, List<Ref> questions) {
        Map<Node, List<Node>> claims = new LinkedHashMap<>();
        Map<Node, List<Node>> others = new LinkedHashMap<>();
        incoming(entity, claims, others);
        Function<Node, List<Ref>> sources = evidence.sourcesOf(entity);
        return new EntityView(entity.getURI(), labels.text(entity), new NamesReader(statements).of(entity),
                new Kinds(statements.types(entity), statements.derivedTypes(entity)), new Times(union, labels)
                .of(entity, evidence),
                statements.stated(entity, ABOUT, sources), facts(entity, sources), statements.derived(entity),
                elsewhere(entity, sources), evidence.passages(entity), sections, evidence.accounts(entity),
                evidence.claims(claims),
                statements.lists(entity, others, statements.incoming(entity).more()), surroundings.of(entity),
                questions);
    }

    /**
     * What leads to other data sets, each with the host that it leads to; that one thing is another is nothing that its
     * sources say.
     */
    private List<Line> elsewhere(Node entity, Function<Node, List<Ref>> sources) {
        return statements.stated(entity, ELSEWHERE,
                property -> property.equals(DCTerms.identifier.asNode()) ? sources.apply(property) : List.of())
                .stream().map(line ->
                new Line(line.property(), line.values().stream().map(EntityReader::withHost).toList(),
                        line.total(), line.sources(), line.all())).toList();
    }

    private static Value withHost(Value value) {
        String[] parts = value.ref().href().split("/");
        return parts.length > HOST ? new Value(value.ref().withNote(parts[HOST]), value.parts()) : value;
    }

    private List<Group> facts(Node entity, Function<Node, List<Ref>> sources) {
        boolean isDated = union.contains(entity, Terms.START, Node.ANY);
        List<Node> shown = statements.told(entity).stream().filter(property -> !ABOUT.contains(property)
                && !ELSEWHERE.contains(property) && !property.equals(Terms.NAME)
                && !(isDated && Times.PROPERTIES.contains(property))).toList();
        return new FactGroups(union, labels).of(shown).stream()
                .map(group -> new Group(group.name(), statements.stated(entity, group.properties(), sources))).toList();
    }

    /** What names the thing: claims with how they do, and all else by property; accounts are shown apart. */
    private void incoming(Node entity, Map<Node, List<Node>> claims, Map<Node, List<Node>> others) {
        for (Triple triple : statements.incoming(entity).triples()) {
            Node thing = Labels.owner(triple.getSubject());
            if (triple.getPredicate().equals(Terms.ACCOUNT_OF)) {
                continue;
            }
            if (evidence.isClaim(thing) && !Labels.isPart(triple.getSubject())) {
                claims.computeIfAbsent(thing, c -> new ArrayList<>()).add(triple.getPredicate());
            } else if (!thing.equals(entity)) {
                others.computeIfAbsent(triple.getPredicate(), p -> new ArrayList<>()).add(thing);
            }
        }
    }
}
