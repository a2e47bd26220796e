package org.w3id.trilateral.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.graph.NearNames;
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
    private final Suggestions names;

    Finder(KnowledgeGraph graph, QueryCatalogue catalogue) {
        this.graph = graph;
        this.catalogue = catalogue;
        this.names = graph.read(data -> new Suggestions(data.getDefaultGraph(), graph.names()));
    }

    /** Things, then questions. */
    List<Suggestion> all(String prefix, Language language) {
        List<Suggestion> found = new ArrayList<>(graph.read(data -> things(prefix, thing -> true, data, language)));
        found.addAll(questions(prefix, language).stream().limit(MOST_QUESTIONS)
                .map(ref -> new Suggestion(ref, language.say("question"), "")).toList());
        return found;
    }

    /** Members of a class or concept scheme. */
    List<Suggestion> members(String prefix, String group, Language language) {
        Node wanted = NodeFactory.createURI(group);
        return graph.read(data -> {
            Graph union = data.getDefaultGraph();
            NearNames near = new NearNames(graph.names(), union);
            return things(prefix, thing -> union.contains(thing, RDF.type.asNode(), wanted)
                    || union.contains(thing, SKOS.inScheme.asNode(), wanted), data, language).stream()
                    .map(one -> one.called(near.called(one.thing().text().words(), one.name(), group))).toList();
        });
    }

    private List<Suggestion> things(String prefix, Predicate<Node> isWanted, DatasetGraph data, Language language) {
        Labels labels = new Labels(data.getDefaultGraph(), graph.names(), language.tag());
        Statements statements = new Statements(data.getDefaultGraph(), data.getGraph(KnowledgeGraph.INFERRED), labels);
        return names.of(prefix, isWanted).stream().map(found -> {
            Ref ref = labels.ref(found.thing());
            Optional<String> name = graph.names().local(found.thing().getURI());
            boolean isOther = !ref.text().words().equals(found.words()) && !name.equals(Optional.of(found.words()));
            String kind = statements.types(found.thing()).stream().findFirst().map(type -> type.text().words())
                    .orElse("");
            return new Suggestion(isOther ? ref.withNote(found.words()) : ref, kind, name.orElse(""));
        }).toList();
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
