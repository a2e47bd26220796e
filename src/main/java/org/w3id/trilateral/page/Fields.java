package org.w3id.trilateral.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.graph.Names;
import org.w3id.trilateral.graph.NearNames;
import org.w3id.trilateral.page.Field.Choice;
import org.w3id.trilateral.page.Field.Kind;
import org.w3id.trilateral.query.PackagedQuery;
import org.w3id.trilateral.query.Parameter;
import org.w3id.trilateral.query.ParameterType;

/** The inputs of a packaged query's form, filled with the caller's values. */
final class Fields {
    /** More choices than this are not listed but suggested while one types. */
    private static final int LONGEST_SELECT = 100;

    private final Graph graph;
    private final Names names;
    private final NearNames near;
    private final Labels labels;
    private final Language language;

    Fields(KnowledgeGraph known, DatasetGraph data, Language language) {
        this.graph = data.getDefaultGraph();
        this.names = known.names();
        this.near = new NearNames(known, data);
        this.labels = new Labels(graph, names, language.tag());
        this.language = language;
    }

    List<Field> of(PackagedQuery query, Map<String, String> values) {
        return query.parameters().stream()
                .map(parameter -> field(parameter, Words.note(language, query, parameter.name()),
                values.getOrDefault(parameter.name(), ""))).toList();
    }

    /** Why a value cannot be that of a parameter. */
    String refusal(Parameter parameter, String value) {
        return language.say("cannot-be", value) + " " + language.say("allowed." + parameter.type().label());
    }

    /** A thing as what a reader may have meant, and where the same is asked of it. */
    Ref near(String name, String address) {
        return new Ref(labels.text(names.parse(name)), address, "");
    }

    private Field field(Parameter parameter, Text note, String given) {
        String value = given.isBlank() ? parameter.defaultValue().map(this::name).orElse("") : given.strip();
        List<Choice> members = choices(parameter);
        Kind kind = kind(parameter, members.size());
        return new Field(kind, parameter.name(), Words.of(language, parameter.name()), note,
                parameter.type() == ParameterType.IRI && kind != Kind.SELECT ? language.say("allowed.iri") : "",
                kind == Kind.SUGGEST ? worded(value, parameter.choices().orElse("")) : value,
                kind == Kind.SELECT ? offered(parameter, members, value) : List.of(),
                kind == Kind.SUGGEST ? parameter.choices().orElse("") : "", "", List.of());
    }

    /** What a list offers: any, where that may be; a value that is no member, where it was given; the members. */
    private List<Choice> offered(Parameter parameter, List<Choice> members, String value) {
        List<Choice> choices = new ArrayList<>(members);
        if (!value.isEmpty() && choices.stream().noneMatch(choice -> choice.value().equals(value))) {
            choices.add(0, new Choice(value, Text.plain(value)));
        }
        if (parameter.defaultValue().isEmpty()) {
            choices.add(0, new Choice("", Text.plain(language.say("any"))));
        }
        return choices;
    }

    /** The label of the member of that name, where it finds the same member again. */
    private String worded(String value, String group) {
        return Optional.of(value).filter(name -> !name.isEmpty()).map(this::term)
                .filter(term -> name(term).equals(value) && isMember(term, NodeFactory.createURI(group)))
                .map(term -> near.called(labels.text(term).words(), value, group)).orElse(value);
    }

    /** The term that is called so, as far as a name tells. */
    private Node term(String name) {
        try {
            return names.parse(name);
        } catch (TrilateralException e) {
            return NodeFactory.createLiteralString(name);
        }
    }

    private boolean isMember(Node term, Node group) {
        return term.isURI() && NearNames.isMember(term, group, graph) && isOffered(term, group);
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
            case BOOLEAN -> Stream.of("true", "false").map(word -> new Choice(word, Text.plain(language.say(word))))
                    .toList();
            case IRI -> parameter.choices().map(this::members).orElse(List.of());
            case INTEGER, DATE, TEXT -> List.of();
        };
    }

    /**
     * The instances of a class, or the concepts of a scheme, by label; of classes those that have instances. Of more
     * than can be listed, so many that this is seen.
     */
    private List<Choice> members(String iri) {
        Node group = NodeFactory.createURI(iri);
        return Stream.of(RDF.type, SKOS.inScheme).map(property -> graph.find(Node.ANY, property.asNode(), group))
                .flatMap(found -> Iter.asStream(found)).map(Triple::getSubject)
                .filter(node -> node.isURI() && isOffered(node, group)).distinct().limit(LONGEST_SELECT + 1L)
                .map(node -> new Choice(name(node), labels.text(node)))
                .sorted(Comparator.comparing((Choice choice) -> choice.text().words()).thenComparing(Choice::value))
                .toList();
    }

    private boolean isOffered(Node node, Node group) {
        return !group.equals(OWL.Class.asNode()) || isUsed(node);
    }

    private boolean isUsed(Node type) {
        return graph.contains(Node.ANY, RDF.type.asNode(), type);
    }

    private String name(Node term) {
        return term.isLiteral() ? term.getLiteralLexicalForm()
                : names.local(term.getURI()).orElseGet(() -> names.shorten(term.getURI()));
    }
}
