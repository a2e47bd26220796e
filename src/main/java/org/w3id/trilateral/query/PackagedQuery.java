package org.w3id.trilateral.query;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.Suggestion;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.graph.NearNames;

/**
 * One question, its SPARQL and its parameters.
 *
 * @param id         file name without ending; its URL and its name on the command line
 * @param header     what the file says of itself
 * @param parameters in the order of the header
 * @param text       the whole file
 * @param query      the parsed query, with its defaults; never changed
 * @param wordings   what it says of itself in languages other than that of the header, by tag
 */
public record PackagedQuery(String id, QueryHeader header, List<Parameter> parameters, String text, Query query,
                            Map<String, Wording> wordings) {
    public PackagedQuery {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(header, "header");
        parameters = List.copyOf(parameters);
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(query, "query");
        wordings = Map.copyOf(wordings);
    }

    /** The same with words in other languages, by tag. */
    PackagedQuery in(Map<String, Wording> words) {
        return new PackagedQuery(id, header, parameters, text, query, words);
    }

    /** What it says of itself in a language, in part or in full; in English what the header says. */
    public Wording wording(String tag) {
        return tag.equals("en") ? Wording.of(header) : wordings.getOrDefault(tag, Wording.NONE);
    }

    /** TABLE, GRAPH or BOOLEAN, by the query's form. */
    public Answer.Form form() {
        if (query.isSelectType()) {
            return Answer.Form.TABLE;
        }
        return query.isAskType() ? Answer.Form.BOOLEAN : Answer.Form.GRAPH;
    }

    /**
     * The query with the caller's values in the place of the defaults.
     *
     * @param values parameter name to text; a parameter that is left out, or empty, keeps its default
     * @param graph  where a thing is looked up by its name or label
     * @throws TrilateralException {@link Fault#UNKNOWN_PARAMETER} or {@link Fault#BAD_PARAMETER}, by name
     */
    public Query with(Map<String, String> values, KnowledgeGraph graph) {
        Map<Var, Node> terms = new HashMap<>();
        values.forEach((name, text) -> {
            Parameter parameter = parameter(name);
            if (!text.isBlank()) {
                terms.put(Var.alloc(name), term(parameter, text, graph));
            }
        });
        return terms.isEmpty() ? query : withRows(query, terms);
    }

    /**
     * The caller's values as they are written in addresses: empty ones left out, and each thing by its name, however it
     * was called.
     */
    public Map<String, String> named(Map<String, String> values, KnowledgeGraph graph) {
        Map<String, String> named = new LinkedHashMap<>();
        values.forEach((name, text) -> {
            if (!text.isBlank()) {
                Node term = term(parameter(name), text, graph);
                named.put(name, term.isLiteral() ? term.getLiteralLexicalForm()
                        : graph.names().local(term.getURI()).orElseGet(() -> graph.names().shorten(term.getURI())));
            }
        });
        return named;
    }

    /**
     * The SPARQL text that answers with these values: the file as it is, or its query with other {@code VALUES} rows.
     */
    public String textWith(Map<String, String> values, KnowledgeGraph graph) {
        Query bound = with(values, graph);
        if (bound == query) {
            return text;
        }
        Query absolute = bound.cloneQuery();
        absolute.setBase(null);
        return absolute.toString();
    }

    /** A thing is looked up, so that a name that nothing has is an error and no empty answer. */
    private static Node term(Parameter parameter, String text, KnowledgeGraph graph) {
        if (parameter.type() != ParameterType.IRI) {
            return parameter.type().term(parameter.name(), text, graph.names());
        }
        try {
            return graph.read(data -> new NearNames(graph, data)
                    .meant(text.strip(), parameter.choices()));
        } catch (TrilateralException e) {
            throw new TrilateralException(Fault.BAD_PARAMETER,
                    "parameter '" + parameter.name() + "': " + e.getMessage(), e.allowed());
        }
    }

    private Parameter parameter(String name) {
        List<String> known = parameters.stream().map(Parameter::name).toList();
        return parameters.stream().filter(p -> p.name().equals(name)).findFirst()
                .orElseThrow(() -> new TrilateralException(Fault.UNKNOWN_PARAMETER,
                        "'" + id + "' has no parameter '" + name + "'." + Suggestion.sentence(name, known)
                                + (known.isEmpty() ? " It takes none."
                                : " It takes " + String.join(", ", known) + "."), known));
    }

    /** Puts each term into its VALUES row. Works on the syntax tree: a value is never spliced into text. */
    private static Query withRows(Query query, Map<Var, Node> terms) {
        return QueryTransformOps.transform(query, new ElementTransformCopyBase() {
            @Override
            public Element transform(ElementData block) {
                if (block.getVars().size() != 1 || !terms.containsKey(block.getVars().get(0))) {
                    return block;
                }
                Var variable = block.getVars().get(0);
                return new ElementData(List.of(variable),
                        List.of(BindingFactory.binding(variable, terms.get(variable))));
            }
        });
    }
}
