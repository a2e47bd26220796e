package org.w3id.trilateral.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.SKOS;

import org.w3id.trilateral.graph.Terms;
import org.w3id.trilateral.page.NamesView.Used;

/** Reads what things are called. Lives no longer than one read of the graph. */
final class NamesReader {
    private final Statements statements;
    private final Labels labels;

    NamesReader(Statements statements) {
        this.statements = statements;
        this.labels = statements.labels();
    }

    NamesView of(Node thing) {
        Map<String, List<Text>> byLanguage = new LinkedHashMap<>();
        Stream.concat(labels.all(thing).stream(), labels.of(thing, SKOS.altLabel.asNode()).stream()).distinct()
                .forEach(label -> byLanguage.computeIfAbsent(label.language(), tag -> new ArrayList<>()).add(label));
        Map<String, List<Text>> named = new LinkedHashMap<>();
        byLanguage.forEach((tag, list) -> named.put(Language.of(tag).map(Language::ownName).orElse(tag), list));
        return new NamesView(named, statements.objects(thing, Terms.NAME).stream().map(this::used).toList());
    }

    private Used used(Node name) {
        return new Used(labels.of(name, Terms.LITERAL_FORM),
                statements.objects(name, Terms.USED_BY).stream().map(labels::ref).toList(), labels.ref(name));
    }
}
