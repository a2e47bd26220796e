package org.w3id.trilateral.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

import org.w3id.trilateral.graph.Names;
import org.w3id.trilateral.page.Field.Choice;
import org.w3id.trilateral.page.Field.Kind;
import org.w3id.trilateral.query.Parameter;
import org.w3id.trilateral.query.ParameterType;

/** The inputs of a packaged query's form, filled with the caller's values. */
final class Fields {
    private static final int LONGEST_SELECT = 60;

    private final Graph graph;
    private final Names names;
    private final Labels labels;
    private final Language language;

    Fields(Graph graph, Names names, Language language) {
        this.graph = graph;
        this.names = names;
        this.labels = new Labels(graph, names, language.tag());
        this.language = language;
    }

    List<Field> of(List<Parameter> parameters, Map<String, String> values) {
        return parameters.stream().map(parameter -> field(parameter, values.getOrDefault(parameter.name(), ""))).toList();
    }

    private Field field(Parameter parameter, String given) {
        String value = given.isBlank() ? parameter.defaultValue().map(this::name).orElse("") : given.strip();
        List<Choice> choices = new ArrayList<>(choices(parameter));
        boolean isListed = choices.stream().anyMatch(choice -> choice.value().equals(value));
        Kind kind = kind(parameter, choices.size());
        if (kind == Kind.SELECT && !isListed && !value.isEmpty()) {
            choices.add(0, new Choice(value, Text.plain(value)));
        }
        if (kind == Kind.SELECT && parameter.defaultValue().isEmpty()) {
            choices.add(0, new Choice("", Text.plain(language.say("any"))));
        }
        return new Field(kind, parameter.name(), Words.of(language, parameter.name()), description(parameter, kind), value, choices);
    }

    /** Says how to write an IRI where it is to be written and not chosen. */
    private static String description(Parameter parameter, Kind kind) {
        return parameter.type() == ParameterType.IRI && kind != Kind.SELECT
                ? parameter.description() + "; " + parameter.type().allowed() : parameter.description();
    }

    private static Kind kind(Parameter parameter, int choices) {
        return switch (parameter.type()) {
            case INTEGER -> Kind.NUMBER;
            case DATE -> Kind.DATE;
            case BOOLEAN -> Kind.SELECT;
            case TEXT -> Kind.TEXT;
            case IRI -> choices == 0 ? Kind.TEXT : choices <= LONGEST_SELECT ? Kind.SELECT : Kind.SUGGEST;
        };
    }

    private List<Choice> choices(Parameter parameter) {
        return switch (parameter.type()) {
            case BOOLEAN -> Stream.of("true", "false").map(word -> new Choice(word, Text.plain(language.say(word)))).toList();
            case IRI -> parameter.choices().map(this::members).orElse(List.of());
            case INTEGER, DATE, TEXT -> List.of();
        };
    }

    /** The instances of a class, or the concepts of a scheme, by label. */
    private List<Choice> members(String iri) {
        Node group = NodeFactory.createURI(iri);
        return Stream.of(RDF.type, SKOS.inScheme)
                .flatMap(property -> graph.find(Node.ANY, property.asNode(), group).toList().stream())
                .map(t -> t.getSubject()).filter(Node::isURI).distinct()
                .map(node -> new Choice(name(node), labels.text(node)))
                .sorted(Comparator.comparing((Choice choice) -> choice.text().words()).thenComparing(Choice::value))
                .toList();
    }

    private String name(Node term) {
        return term.isLiteral() ? term.getLiteralLexicalForm()
                : names.local(term.getURI()).orElseGet(() -> names.shorten(term.getURI()));
    }
}
