package org.w3id.trilateral.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.graph.NameIndex;
import org.w3id.trilateral.graph.NearNames;
import org.w3id.trilateral.graph.Romanised;
import org.w3id.trilateral.graph.Spelling;
import org.w3id.trilateral.query.PackagedQuery;
import org.w3id.trilateral.query.QueryCatalogue;

/**
 * What a reader may be looking for who has typed so much: things by any of their names, and packaged questions by their
 * words.
 */
final class Finder {
    private static final int MOST_QUESTIONS = 4;
    private static final int LEAST_LATIN = 3;

    private final KnowledgeGraph graph;
    private final QueryCatalogue catalogue;

    Finder(KnowledgeGraph graph, QueryCatalogue catalogue) {
        this.graph = graph;
        this.catalogue = catalogue;
    }

    /** Things, then questions. */
    List<Suggestion> all(String prefix, Language language) {
        List<Suggestion> found = new ArrayList<>(graph.read(data -> things(prefix, Optional.empty(), data, language)));
        found.addAll(questions(prefix, language).stream().limit(MOST_QUESTIONS)
                .map(ref -> new Suggestion(ref, language.say("question"), "")).toList());
        return found;
    }

    /** Members of a class or concept scheme. */
    List<Suggestion> members(String prefix, String group, Language language) {
        return graph.read(data -> {
            NearNames near = new NearNames(graph, data);
            return things(prefix, Optional.of(NodeFactory.createURI(group)), data, language).stream()
                    .map(one -> one.called(near.called(one.thing().text().words(), one.name(), group))).toList();
        });
    }

    private List<Suggestion> things(String prefix, Optional<Node> group, DatasetGraph data, Language language) {
        Labels labels = new Labels(data.getDefaultGraph(), graph.names(), language.tag());
        Statements statements = new Statements(data, labels);
        return found(prefix, group, data).stream().map(found -> {
            Ref ref = labels.ref(found.thing());
            Optional<String> name = graph.names().local(found.thing().getURI());
            boolean isOther = !ref.text().words().equals(found.words()) && !name.equals(Optional.of(found.words()));
            String kind = statements.types(found.thing()).stream().findFirst().map(type -> type.text().words())
                    .orElse("");
            return new Suggestion(isOther ? ref.withNote(found.words()) : ref, kind, name.orElse(""));
        }).toList();
    }

    /** As long as the names are still being gathered, what has just this name or label. */
    private List<Found> found(String prefix, Optional<Node> group, DatasetGraph data) {
        Graph union = data.getDefaultGraph();
        Optional<NameIndex> index = graph.nameIndex();
        if (index.isEmpty()) {
            return new NearNames(graph, data).exact(prefix).stream()
                    .filter(thing -> Hits.isThing(thing, graph.names()))
                    .filter(thing -> group.isEmpty() || NearNames.isMember(thing, group.get(), union))
                    .map(thing -> new Found(thing, prefix.strip())).toList();
        }
        return new Suggestions(index.get()).of(prefix, group.map(index.get()::members)).stream().map(spelling -> {
            Node thing = index.get().term(index.get().thing(spelling));
            return new Found(thing, words(thing, index.get().spelling(spelling), union));
        }).toList();
    }

    /** As long as the names are still being gathered: what has just this name or label. */
    Hits.Found exact(String text, DatasetGraph data, Language language) {
        Labels labels = new Labels(data.getDefaultGraph(), graph.names(), language.tag());
        List<Ref> found = new NearNames(graph, data).exact(text).stream()
                .filter(thing -> Hits.isThing(thing, graph.names())).map(labels::ref).toList();
        return new Hits.Found(found, found.size());
    }

    /** The name of a thing that is spelled so: one of its labels, else its name in addresses. */
    private String words(Node thing, String folded, Graph union) {
        return Stream.of(RDFS.label, SKOS.altLabel)
                .flatMap(property -> union.find(thing, property.asNode(), Node.ANY).toList().stream())
                .map(Triple::getObject).filter(Node::isLiteral).map(Node::getLiteralLexicalForm)
                .filter(label -> Spelling.folded(label).equals(folded)
                        || Spelling.folded(Romanised.of(label)).equals(folded)).findFirst()
                .orElseGet(() -> graph.names().local(thing.getURI()).orElse(folded));
    }

    /**
     * A thing and the name by which it was found.
     *
     * @param thing the thing
     * @param words the name
     */
    private record Found(Node thing, String words) {
    }

    /** The packaged questions whose words, in the language or in English, hold the text. */
    List<Ref> questions(String text, Language language) {
        String wanted = Spelling.folded(text);
        if (wanted.isEmpty() || wanted.length() < LEAST_LATIN && Suggestions.isSpaced(wanted)) {
            return List.of();
        }
        return catalogue.all().stream().filter(query -> holds(query, wanted, language))
                .map(query -> new Ref(Words.question(language, query), "/queries/" + query.id(), "")).toList();
    }

    private static boolean holds(PackagedQuery query, String wanted, Language language) {
        String words = Words.question(language, query).words() + " " + Words.summary(language, query).words() + " "
                + query.header().question() + " " + query.header().summary();
        return Spelling.folded(words).contains(wanted);
    }
}
