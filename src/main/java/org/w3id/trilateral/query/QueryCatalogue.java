package org.w3id.trilateral.query;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.Suggestion;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.DatasetInfo;
import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;

/** The packaged queries of a home folder, by name. Read-only; safe for any number of threads. */
public final class QueryCatalogue {
    /** What every surface keeps for itself: a parameter of that name could not be given. */
    private static final Set<String> RESERVED =
            new TreeSet<>(Set.of("format", "help", "home", "lang", "names", "page", "verbose", "version"));

    private final Map<String, PackagedQuery> queries;

    private QueryCatalogue(Map<String, PackagedQuery> queries) {
        this.queries = Collections.unmodifiableMap(queries);
    }

    /**
     * Reads {@code queries/*.rq} (not its sub-folders) and their translations, {@code queries/labels.*.yaml}; the
     * namespaces of {@code info} are declared in each query.
     *
     * @throws TrilateralException {@link Fault#MALFORMED_SOURCE} for a file that is not right, by name
     */
    public static QueryCatalogue load(Home home, DatasetInfo info) {
        Map<String, PackagedQuery> queries = new LinkedHashMap<>();
        home.files("queries", ".rq").stream().filter(file -> isServed(home.relative(file))).toList().parallelStream()
                .map(file -> read(home, file, info)).toList().forEach(query -> queries.put(query.id(), query));
        Map<String, QueryHeader> headers = new LinkedHashMap<>();
        queries.forEach((id, query) -> headers.put(id, query.header()));
        Translations.load(home, headers)
                .forEach((id, words) -> queries.computeIfPresent(id, (name, query) -> query.in(words)));
        return new QueryCatalogue(queries);
    }

    private static boolean isServed(String name) {
        return name.indexOf('/') == name.lastIndexOf('/');
    }

    private static PackagedQuery read(Home home, Path file, DatasetInfo info) {
        String name = home.relative(file);
        String id = name.substring(name.indexOf('/') + 1, name.length() - ".rq".length());
        return read(id, name, Home.text(file), info);
    }

    /** All, in the order of their names. */
    public Collection<PackagedQuery> all() {
        return queries.values();
    }

    /**
     * The query of that name.
     *
     * @throws TrilateralException {@link Fault#UNKNOWN_QUERY} with the names there are
     */
    public PackagedQuery get(String id) {
        PackagedQuery query = queries.get(id);
        if (query == null) {
            throw new TrilateralException(Fault.UNKNOWN_QUERY,
                    "there is no packaged query '" + id + "'." + Suggestion.sentence(id, queries.keySet()),
                    List.copyOf(queries.keySet()));
        }
        return query;
    }

    /** The queries that can be asked of a thing, each with the parameter whose choices have it. */
    public Map<PackagedQuery, Parameter> about(Node thing, KnowledgeGraph graph) {
        Set<String> kinds = graph.read(data -> Stream.of(RDF.type, SKOS.inScheme)
                .flatMap(property -> data.getDefaultGraph().find(thing, property.asNode(), Node.ANY).toList().stream())
                .map(Triple::getObject).filter(Node::isURI).map(Node::getURI).collect(Collectors.toSet()));
        Map<PackagedQuery, Parameter> found = new LinkedHashMap<>();
        queries.values().forEach(query -> query.parameters().stream()
                .filter(parameter -> parameter.choices().filter(kinds::contains).isPresent()).findFirst()
                .ifPresent(parameter -> found.put(query, parameter)));
        return found;
    }

    /** The queries whose answers are sections of the page of a thing, in the order of their places. */
    public List<PackagedQuery> sections(Node thing, KnowledgeGraph graph) {
        return about(thing, graph).entrySet().stream()
                .filter(entry -> entry.getKey().header().page()
                .filter(page -> page.parameter().equals(entry.getValue().name())).isPresent())
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparingInt(query -> query.header().page().orElseThrow().place())).toList();
    }

    private static PackagedQuery read(String id, String file, String text, DatasetInfo info) {
        QueryHeader header = QueryHeader.parse(file, text);
        Query query;
        try {
            query = SparqlText.parse(text, Map.of());
        } catch (TrilateralException e) {
            throw new TrilateralException(Fault.MALFORMED_SOURCE, file + ": " + e.getMessage(), e);
        }
        List<Parameter> parameters = new ArrayList<>();
        header.params().forEach((name, note) -> parameters.add(parameter(file, name, note, query, info)));
        header.page().ifPresent(page -> check(file, page, parameters, query));
        return new PackagedQuery(id, header, parameters, text, query, Map.of());
    }

    /** A section is of the members of a class or list, and its lanes are a column of its table. */
    private static void check(String file, PageSection page, List<Parameter> parameters, Query query) {
        if (parameters.stream()
                .noneMatch(parameter -> parameter.name().equals(page.parameter()) && parameter.choices().isPresent())) {
            throw new TrilateralException(Fault.MALFORMED_SOURCE, file + ": 'page' is of '" + page.parameter()
                    + "', which is no parameter with choices");
        }
        if (!page.lanes().isEmpty() && !query.getResultVars().contains(page.lanes())) {
            throw new TrilateralException(Fault.MALFORMED_SOURCE, file + ": 'page' has lanes by '" + page.lanes()
                    + "', which is no column");
        }
    }

    private static Parameter parameter(String file, String name, QueryHeader.ParameterNote note, Query query,
            DatasetInfo info) {
        if (RESERVED.contains(name)) {
            throw new TrilateralException(Fault.MALFORMED_SOURCE, file + ": no parameter may be called '" + name
                    + "'; taken are " + String.join(", ", RESERVED));
        }
        Optional<Node> value =
                Optional.ofNullable(valuesBlock(file, name, query).getRows().get(0).get(Var.alloc(name)));
        ParameterType type = value.map(ParameterType::of).orElseGet(() -> type(file, name, note));
        Optional<String> choices = note.choices().isEmpty() ? Optional.empty()
                : Optional.of(expand(file, note.choices(), info));
        return new Parameter(name, type, value, note.description(), choices);
    }

    private static ElementData valuesBlock(String file, String name, Query query) {
        List<Element> elements = query.getQueryPattern() instanceof ElementGroup group ? group.getElements()
                : List.of();
        return elements.stream()
                .filter(ElementData.class::isInstance).map(ElementData.class::cast)
                .filter(data -> data.getVars().equals(List.of(Var.alloc(name))) && data.getRows().size() == 1)
                .findFirst()
                .orElseThrow(() -> new TrilateralException(Fault.MALFORMED_SOURCE, file + ": parameter '" + name
                        + "' needs a block 'VALUES ?" + name + " { default }' of one row in the outermost group"));
    }

    private static ParameterType type(String file, String name, QueryHeader.ParameterNote note) {
        for (ParameterType type : ParameterType.values()) {
            if (type.label().equals(note.type())) {
                return type;
            }
        }
        throw new TrilateralException(Fault.MALFORMED_SOURCE, file + ": parameter '" + name
                + "' has no default, so its header must give a type: integer, date, boolean, text or iri");
    }

    private static String expand(String file, String curie, DatasetInfo info) {
        int colon = curie.indexOf(':');
        String namespace = colon < 0 ? null : info.prefixes().get(curie.substring(0, colon));
        if (namespace == null) {
            throw new TrilateralException(Fault.MALFORMED_SOURCE,
                    file + ": choices '" + curie + "' is no prefixed name");
        }
        return namespace + curie.substring(colon + 1);
    }
}
